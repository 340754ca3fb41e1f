#include "graph/settling_order.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "graph/chains.hpp"
#include "graph/random_graphs.hpp"
#include "graph/settling.hpp"
#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::plan_of;

std::string ids(const Plan& plan, const std::vector<NodeId>& nodes) {
  std::string text;
  for (const NodeId node : nodes) text += (text.empty() ? "" : " ") + node_of(plan, node).id;
  return text;
}

/// The sites in the order in which a cold start settles them.
std::string settled(std::string_view sites) {
  const Plan plan = plan_of("sites: {" + std::string{sites} + "}");
  const DependencyGraph graph{plan};
  const Restart restart = restart_after(plan, graph, {.failed = {}, .is_cold_start = true}, {});
  const Recovery recovery = recover(graph, restart);
  return ids(plan, SettlingOrder{graph, restart, recovery.times}.all());
}

TEST_CASE("what is up earlier is settled earlier, then the first id") {
  CHECK(settled("c: {recovery: 1h}, b: {recovery: 2h}, a: {recovery: 2h}") == "c a b");
}

TEST_CASE("what takes no time of its own is settled behind what it waits for, whatever its id") {
  CHECK(settled("a: {requires: [z]}, b: {requires: [a]}, z: {recovery: 1h}, y: {recovery: 1h}") ==
        "y z a b");
  CHECK(settled("a: {requires: [{any_of: [c, z]}]}, c: {requires: [a]}, z: {}") == "z a c");
}

TEST_CASE("what is never up is not settled") {
  CHECK(settled("a: {requires: [b]}, b: {requires: [a]}, c: {}") == "c");
}

TEST_CASE("of a group that several nodes would carry those count that are settled first") {
  const Plan plan = plan_of(
      "sites: {a: {requires: [z]}, n: {recovery: 1h, requires: [{any_of: [a, y]}]}, y: {recovery: "
      "1h}, z: {recovery: 1h}}");
  const DependencyGraph graph{plan};
  const Restart restart = restart_after(plan, graph, {.failed = {}, .is_cold_start = true}, {});
  const Recovery recovery = recover(graph, restart);
  SettlingOrder order{graph, restart, recovery.times};
  std::vector<NodeId> nodes;
  order.add_nodes_in_use(find_node(plan, "n")->value, nodes);
  CHECK(ids(plan, nodes) == "y");
  CHECK(ids(plan, {order.deciding(find_node(plan, "n")->value)}) == "y");
}

TEST_CASE("of two items that the same node meets the one written first counts") {
  const Plan plan = plan_of(
      "sites: {a: {recovery: 1h}, b: {recovery: 2h}, n: {requires: [{any_of: [{all_of: [a, b]}, "
      "b]}]}, m: {requires: [{any_of: [b, {all_of: [a, b]}]}]}}");
  const DependencyGraph graph{plan};
  const Restart restart = restart_after(plan, graph, {.failed = {}, .is_cold_start = true}, {});
  const Recovery recovery = recover(graph, restart);
  SettlingOrder order{graph, restart, recovery.times};
  const ChainsInUse chains = chains_in_use(graph, restart, order);
  const auto used = [&](std::string_view id) {
    const auto nodes = chains.used_by(*find_node(plan, id));
    return ids(plan, {nodes.begin(), nodes.end()});
  };
  CHECK(used("n") == "a b");
  CHECK(used("m") == "b");
}

TEST_CASE("groups in groups are compared without asking each again on every level") {
  std::string requirement = "z";
  std::string sites = "z: {recovery: 1h}";
  for (int level = 10; level < 40; ++level) {
    const std::string one = "a" + std::to_string(level);
    const std::string other = "b" + std::to_string(level);
    requirement = "{any_of: [" + other + ", " + one + ", " + requirement + "]}";
    sites += ", " + one + ": {recovery: 1h}, " + other + ": {recovery: 1h}";
  }
  const Plan plan = plan_of("sites: {n: {requires: [" + requirement + "]}, " + sites + "}");
  const DependencyGraph graph{plan};
  const Restart restart = restart_after(plan, graph, {.failed = {}, .is_cold_start = true}, {});
  const Recovery recovery = recover(graph, restart);
  CHECK(ids(plan, {recovery.decided_by[find_node(plan, "n")->value]}) == "a10");
}

TEST_CASE("10,000 random graphs settle and use what the definition says") {
  test::Dice dice{20200317};
  test::FeatureCount seen;
  int together = 0;
  for (int i = 0; i < 10'000; ++i) {
    const test::RandomSites random{dice};
    const DependencyGraph graph{random.plan};
    Restart restart;
    for (std::size_t node = 0; node < graph.node_count(); ++node) {
      restart.push_back(test::random_start(dice));
      if (dice.chance(2)) restart.back().recovery = Seconds{0};
    }
    const test::Settling expected{random.plan, restart};
    const Recovery recovery = recover(graph, restart);
    SettlingOrder order{graph, restart, recovery.times};
    CAPTURE(i);
    REQUIRE(order.all() == expected.order);
    const ChainsInUse chains = chains_in_use(graph, restart, order);
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
      std::vector<NodeId> used = expected.used_by(NodeId{node});
      const auto chain = chains.used_by(NodeId{node});
      std::vector<NodeId> found{chain.begin(), chain.end()};
      std::ranges::sort(used);
      std::ranges::sort(found);
      REQUIRE(found == used);
      // What decides: of those in use that come up last the first id, where its recovery waits for it.
      NodeId by{node};
      Seconds last{0};
      for (const NodeId one : used) last = std::max(last, *expected.up[one.value]);
      if (!used.empty() && last > Seconds{0} && last >= restart[node].not_before) {
        by =
            *std::ranges::find_if(used, [&](NodeId one) { return expected.up[one.value] == last; });
      }
      REQUIRE(recovery.decided_by[node] == by);
    }
    std::vector<Seconds> times;
    for (const auto& up : expected.up) {
      if (up) times.push_back(*up);
    }
    std::ranges::sort(times);
    together += std::ranges::adjacent_find(times) != times.end() ? 1 : 0;
    seen.add(random.features);
  }
  MESSAGE(seen.text() << "; " << together << " with nodes that come up together");
  CHECK(seen.least() >= 200);
  CHECK(together >= 200);
}

}  // namespace
}  // namespace bcp
