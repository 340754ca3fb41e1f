// How is a gap report written for programs and for documents?
#pragma once

#include <string>

#include "render/language.hpp"
#include "supply/gap_report.hpp"

namespace bcp::cli {

/// docs/manual, `gap-report`.
[[nodiscard]] std::string gap_json(const GapReport& report, const Plan& plan);

/// One row a type and instant: the report's own (`milestone` empty), then every milestone.
[[nodiscard]] std::string gap_csv(const GapReport& report, const Plan& plan);

/// The headline, then tables of every row.
[[nodiscard]] std::string gap_markdown(const GapReport& report, const Plan& plan,
                                       const Language& language);

}  // namespace bcp::cli
