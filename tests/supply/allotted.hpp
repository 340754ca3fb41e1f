// An allotment with all that it was made from, to be explained.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "supply/allotment.hpp"
#include "supply/explanation.hpp"

namespace bcp::test {

/// An allotment and all that it was made from.
struct Allotted {
  explicit Allotted(Plan of)
      : plan(std::move(of)),
        presence(plan, {}),
        sources(stock(plan, presence,
                      std::vector<std::optional<Seconds>>(plan.nodes.size(), Seconds{0}))
                    .sources),
        allotment(bcp::allotment(plan, presence, sources, std::nullopt)) {}

  [[nodiscard]] Explanation explained(ServiceId service) const {
    return explanation(plan, presence, sources, allotment, service);
  }
  [[nodiscard]] const ServiceShare& share(ServiceId service) const {
    return *std::ranges::find(allotment.services, service, &ServiceShare::service);
  }

  Plan plan;
  Presence presence;
  std::vector<Source> sources;
  Allotment allotment;
};

}  // namespace bcp::test
