// How is a business impact analysis written for programs and for documents?
#pragma once

#include <string>

#include "graph/business_impact.hpp"
#include "render/language.hpp"

namespace bcp::cli {

/// docs/manual/bia.md
[[nodiscard]] std::string bia_json(const BusinessImpact& analysis, const Plan& plan);

/// One row an entity, by id.
[[nodiscard]] std::string bia_entities_csv(const BusinessImpact& analysis, const Plan& plan);
/// One row a service, by id.
[[nodiscard]] std::string bia_services_csv(const BusinessImpact& analysis, const Plan& plan);
/// One row a service, category and step.
[[nodiscard]] std::string bia_impact_csv(const BusinessImpact& analysis, const Plan& plan);

/// The answer, then tables of every row.
[[nodiscard]] std::string bia_markdown(const BusinessImpact& analysis, const Plan& plan,
                                       const Language& language);

}  // namespace bcp::cli
