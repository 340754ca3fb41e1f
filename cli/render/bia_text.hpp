// How does a business impact analysis read in a terminal?
#pragma once

#include <string>
#include <vector>

#include "graph/business_impact.hpp"
#include "render/language.hpp"
#include "render/style.hpp"

namespace bcp::cli {

struct BiaPage {
  const BusinessImpact& analysis;
  const Plan& plan;
  const Language& language;
  const Style& style;
  bool is_all = false;  ///< every row, not only the most urgent and those that fall short
};

/// The answer, then services, their impact over time, entities, and what nobody classified.
[[nodiscard]] std::string bia_text(const BiaPage& page);

/// The answer as one line.
[[nodiscard]] std::string bia_line(const BiaPage& page);

// The sections; each is empty where it has nothing to show.
[[nodiscard]] std::string bia_services_section(const BiaPage& page);
[[nodiscard]] std::string bia_impact_section(const BiaPage& page);
[[nodiscard]] std::string bia_entities_section(const BiaPage& page);
[[nodiscard]] std::string bia_unclassified_section(const BiaPage& page);

/// Whether the section of entities leaves rows out.
[[nodiscard]] bool has_more_entities(const BiaPage& page);

/// The services that the sections show: all, or the most urgent ones.
[[nodiscard]] std::vector<const ServiceTolerances*> shown_services(const BiaPage& page);

/// `1d4h`, or a dash where there is none.
[[nodiscard]] std::string short_length(std::optional<Seconds> length, const BiaPage& page);

}  // namespace bcp::cli
