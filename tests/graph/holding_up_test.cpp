#include "graph/holding_up.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "graph/random_services.hpp"
#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using Services = std::vector<ServiceId>;

/// By node, from each path written out.
std::vector<Services> by_paths(const Plan& plan, const Recovery& recovery) {
  std::vector<Services> held(plan.nodes.size());
  for (std::uint32_t i = 0; i < plan.services.size(); ++i) {
    NodeId node = plan.services[i].node;
    held[node.value].push_back(ServiceId{i});
    while (recovery.decided_by[node.value] != node) {
      node = recovery.decided_by[node.value];
      held[node.value].push_back(ServiceId{i});
    }
  }
  return held;
}

TEST_CASE("random plans hold up what their paths say, the most and most urgent first") {
  test::Dice dice{20200316};
  for (int i = 0; i < 500; ++i) {
    const auto nothing = [](std::uint32_t) { return std::string{}; };
    const Plan plan = test::plan_of(test::random_services(dice, nothing, nothing));
    const DependencyGraph graph{plan};
    const Recovery recovery =
        recover(graph, restart_after(plan, graph, {.failed = {}, .is_cold_start = true}, {}));
    const std::vector<Services> expected = by_paths(plan, recovery);
    const HoldingUp holding{plan, recovery};
    std::vector<NodeId> all;
    for (std::uint32_t node = 0; node < plan.nodes.size(); ++node) {
      REQUIRE(holding.held_up_by(NodeId{node}) == expected[node]);
      all.push_back(NodeId{node});
    }
    std::vector<NodeId> order = all;
    std::erase_if(order, [&](NodeId node) { return expected[node.value].empty(); });
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](NodeId node) {
      std::vector<std::size_t> by_tier(plan.tiers.size(), 0);
      for (const ServiceId service : expected[node.value])
        ++by_tier[tier_of(plan, plan.services[service.value]).value];
      return std::pair{expected[node.value].size(), by_tier};
    });
    const std::size_t most = 1 + dice.below(8);
    order.resize(std::min(order.size(), most));
    REQUIRE(holding.first(all, most) == order);
  }
}

}  // namespace
}  // namespace bcp
