// How is the explanation of a service written for programs and for documents?
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "render/language.hpp"
#include "supply/gap_report.hpp"

namespace bcp::cli {

/// The member `explanation` of the report's document.
[[nodiscard]] nlohmann::ordered_json explanation_json(const Explanation& explanation,
                                                      const Plan& plan);

/// A whole document, of a report that has an explanation: the answer, what would have to give, and tables of every row.
[[nodiscard]] std::string explanation_markdown(const GapReport& report, const Plan& plan,
                                               const Language& language);

}  // namespace bcp::cli
