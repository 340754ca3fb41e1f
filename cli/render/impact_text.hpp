// How does what an outage stops read in a terminal?
#pragma once

#include <string>

#include "graph/impact.hpp"
#include "render/language.hpp"
#include "render/style.hpp"

namespace bcp::cli {

struct ImpactPage {
  const Impacts& impacts;
  const Plan& plan;
  const Language& language;
  const Style& style;
};

/// The answer, then the services by tier with the shortest chain of causes, what else stops by kind, and what goes on.
[[nodiscard]] std::string impact_text(const ImpactPage& page);

/// The answer as one line.
[[nodiscard]] std::string impact_line(const ImpactPage& page);

}  // namespace bcp::cli
