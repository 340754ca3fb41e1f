#include "graph/hanging.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "graph/random_graphs.hpp"
#include "graph/settling.hpp"

namespace bcp {
namespace {

/// Every node asks for some figure, or for nothing; more of them than one set holds.
std::vector<Demand> random_demands(test::Dice& dice, std::size_t nodes) {
  std::vector<Demand> demands;
  for (std::uint32_t i = 0; i < 150; ++i) {
    demands.push_back({ServiceId{i}, NodeId{dice.below(static_cast<std::uint32_t>(nodes))},
                       dice.chance(3) ? never : Seconds{dice.below(4)}});
  }
  return demands;
}

void collect(const Requirement& one, std::vector<NodeId>& nodes) {
  if (one.node) nodes.push_back(*one.node);
  for (const Requirement& item : one.items) collect(item, nodes);
}

/// The nodes that a node leads to by `next`, itself included.
template <class Next>
std::vector<bool> reached(std::size_t nodes, NodeId from, Next next) {
  std::vector<bool> seen(nodes, false);
  std::vector<NodeId> open = {from};
  while (!open.empty()) {
    const NodeId at = open.back();
    open.pop_back();
    if (seen[at.value]) continue;
    seen[at.value] = true;
    for (const NodeId node : next(at)) open.push_back(node);
  }
  return seen;
}

void check(const Demands& found, std::size_t node, Seconds figure,
           const std::vector<ServiceId>& because) {
  REQUIRE(found.figure[node] == figure);
  const std::size_t listed = std::min(because.size(), Because::most);
  REQUIRE(found.because[node].services ==
          std::vector<ServiceId>(because.begin(),
                                 because.begin() + static_cast<std::ptrdiff_t>(listed)));
  REQUIRE(found.because[node].more == because.size() - listed);
}

TEST_CASE("2,000 random graphs: the least figure of what hangs on a node, by whichever chain") {
  test::Dice dice{31};
  for (int i = 0; i < 2'000; ++i) {
    const test::RandomSites random{dice};
    const DependencyGraph graph{random.plan};
    const auto demands = random_demands(dice, graph.node_count());
    const Demands found = least_of_hanging(graph, demands);
    std::vector<std::vector<bool>> reach;
    for (const Demand& demand : demands) {
      reach.push_back(reached(graph.node_count(), demand.node, [&](NodeId at) {
        std::vector<NodeId> nodes;
        for (const Requirement& one : node_of(random.plan, at).requirements) collect(one, nodes);
        return nodes;
      }));
    }
    CAPTURE(i);
    for (std::size_t node = 0; node < graph.node_count(); ++node) {
      Seconds least = never;
      for (std::size_t d = 0; d < demands.size(); ++d) {
        if (reach[d][node]) least = std::min(least, demands[d].figure);
      }
      std::vector<ServiceId> because;
      for (std::size_t d = 0; d < demands.size(); ++d) {
        if (reach[d][node] && demands[d].figure == least && least != never)
          because.push_back(demands[d].service);
      }
      check(found, node, least, because);
    }
    const std::vector<bool> hangs = hung_on(graph, {demands.front().node});
    for (std::size_t node = 0; node < graph.node_count(); ++node)
      REQUIRE(hangs[node] == reach.front()[node]);
  }
}

TEST_CASE(
    "2,000 random graphs: the least figure along the chains in use, less the recoveries above") {
  test::Dice dice{32};
  for (int i = 0; i < 2'000; ++i) {
    const test::RandomSites random{dice};
    const DependencyGraph graph{random.plan};
    Restart restart;
    for (std::size_t node = 0; node < graph.node_count(); ++node)
      restart.push_back(test::random_start(dice));
    auto demands = random_demands(dice, graph.node_count());
    const test::Settling settled{random.plan, restart};
    // Only what is up asks, as of services.
    std::erase_if(demands, [&](const Demand& demand) { return !settled.up[demand.node.value]; });
    const Recovery recovery = recover(graph, restart);
    SettlingOrder order{graph, restart, recovery.times};
    const Demands found =
        least_along_chains(chains_in_use(graph, restart, order), restart, demands);
    CAPTURE(i);
    // By node and demand: the least that reaches it over any path of the chains in use.
    std::vector<std::vector<Seconds>> least(graph.node_count(),
                                            std::vector<Seconds>(demands.size(), never));
    for (std::size_t d = 0; d < demands.size(); ++d)
      least[demands[d].node.value][d] = demands[d].figure;
    for (auto node = settled.order.rbegin(); node != settled.order.rend(); ++node) {
      for (const NodeId used : settled.used_by(*node)) {
        for (std::size_t d = 0; d < demands.size(); ++d) {
          if (least[node->value][d] == never) continue;
          least[used.value][d] =
              std::min(least[used.value][d], least[node->value][d] - restart[node->value].recovery);
        }
      }
    }
    for (std::size_t node = 0; node < graph.node_count(); ++node) {
      const Seconds figure = demands.empty() ? never : std::ranges::min(least[node]);
      std::vector<ServiceId> because;
      for (std::size_t d = 0; d < demands.size(); ++d) {
        if (least[node][d] == figure && figure != never) because.push_back(demands[d].service);
      }
      check(found, node, figure, because);
    }
  }
}

}  // namespace
}  // namespace bcp
