// How is what an outage stops written for programs and for documents?
#pragma once

#include <string>

#include "graph/impact.hpp"
#include "render/language.hpp"

namespace bcp::cli {

/// docs/manual/impact.md
[[nodiscard]] std::string impact_json(const Impacts& impacts, const Plan& plan);

/// One row a node that fails, is lost, or goes on thanks to an alternative, by id.
[[nodiscard]] std::string impact_csv(const Impacts& impacts, const Plan& plan);

/// The answer, then tables of every row.
[[nodiscard]] std::string impact_markdown(const Impacts& impacts, const Plan& plan,
                                          const Language& language);

}  // namespace bcp::cli
