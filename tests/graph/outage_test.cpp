#include "graph/outage.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "graph/random_graphs.hpp"
#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::plan_of;

/// What still runs when these are down, by id.
std::string running(std::string_view sites, const std::vector<std::string>& down) {
  const Plan plan = plan_of("sites: {" + std::string{sites} + "}");
  std::vector<bool> is_down(plan.nodes.size(), false);
  for (const std::string& id : down) is_down[find_node(plan, id)->value] = true;
  const std::vector<bool> runs = running_nodes(DependencyGraph{plan}, is_down);
  std::string text;
  for (std::size_t node = 0; node < runs.size(); ++node) {
    if (runs[node]) text += (text.empty() ? "" : " ") + plan.sites[node].id;
  }
  return text;
}

TEST_CASE("what requires something that is down stops, and what requires that") {
  CHECK(running("a: {}, b: {requires: [a]}, c: {requires: [b]}, d: {}", {"a"}) == "d");
  CHECK(running("a: {}, b: {requires: [a]}, c: {requires: [b]}, d: {}", {"b"}) == "a d");
  CHECK(running("a: {}, b: {requires: [a]}", {}) == "a b");
}

TEST_CASE("an alternative or a vote holds as long as enough items run") {
  constexpr std::string_view sites =
      "a: {}, b: {}, c: {}, any: {requires: [{any_of: [a, b]}]}, "
      "two: {requires: [{at_least: 2, of: [a, b, c]}]}, all: {requires: [{all_of: [a, b]}]}";
  CHECK(running(sites, {"a"}) == "any b c two");
  CHECK(running(sites, {"a", "b"}) == "c");
  CHECK(running(sites, {"c"}) == "a all any b two");
  CHECK(running(sites, {"b", "c"}) == "a any");
}

TEST_CASE("a loop that runs goes on running, until something in it fails") {
  constexpr std::string_view sites =
      "a: {requires: [b]}, b: {requires: [c]}, c: {requires: [a]}, d: {requires: [a]}";
  CHECK(running(sites, {}) == "a b c d");
  CHECK(running(sites, {"d"}) == "a b c");
  CHECK(running(sites, {"c"}) == "");
}

TEST_CASE("a node that stands in several groups counts in each") {
  constexpr std::string_view sites =
      "a: {}, b: {}, n: {requires: [{any_of: [a, {all_of: [a, b]}]}, {any_of: [b, {all_of: [a, "
      "b]}]}]}";
  CHECK(running(sites, {"a"}) == "b");
  CHECK(running("a: {}, b: {}, n: {requires: [{any_of: [a, b]}, {any_of: [b, {all_of: [a, b]}]}]}",
                {"a"}) == "b n");
}

bool is_met(const Requirement& requirement, const std::vector<bool>& runs) {
  if (requirement.node) return runs[requirement.node->value];
  const auto met = std::ranges::count_if(
      requirement.items, [&](const Requirement& item) { return is_met(item, runs); });
  return static_cast<std::size_t>(met) >= requirement.needed;
}

/// The greatest fixed point, as it is defined: all run, and those whose requirements are not met stop, round by round.
std::vector<bool> by_iteration(const Plan& plan, const std::vector<bool>& is_down) {
  std::vector<bool> runs = is_down;
  runs.flip();
  for (bool is_stable = false; !is_stable;) {
    is_stable = true;
    for (const Site& site : plan.sites) {
      const bool is_up = std::ranges::all_of(
          site.requirements, [&](const Requirement& one) { return is_met(one, runs); });
      if (!runs[site.node.value] || is_up) continue;
      runs[site.node.value] = false;
      is_stable = false;
    }
  }
  return runs;
}

TEST_CASE("10,000 random graphs run on as the definition says") {
  test::Dice dice{20200314};
  test::FeatureCount seen;
  int spreads = 0;
  int stays = 0;
  for (int i = 0; i < 10'000; ++i) {
    const test::RandomSites random{dice};
    std::vector<bool> is_down;
    for (std::size_t node = 0; node < random.plan.nodes.size(); ++node)
      is_down.push_back(dice.chance(5));
    const std::vector<bool> expected = by_iteration(random.plan, is_down);
    CAPTURE(i);
    REQUIRE(running_nodes(DependencyGraph{random.plan}, is_down) == expected);
    seen.add(random.features);
    const auto up = std::ranges::count(expected, true);
    const auto not_failed = std::ranges::count(is_down, false);
    spreads += up < not_failed ? 1 : 0;
    stays += up == not_failed && up < static_cast<std::ptrdiff_t>(expected.size()) ? 1 : 0;
  }
  MESSAGE(seen.text() << "; failures spread in " << spreads << ", stayed alone in " << stays);
  CHECK(seen.least() >= 200);
  CHECK(std::min(spreads, stays) >= 200);
}

}  // namespace
}  // namespace bcp
