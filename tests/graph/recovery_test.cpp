#include "graph/recovery.hpp"

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

using namespace std::chrono_literals;
using test::plan_of;
using Times = std::vector<std::optional<Seconds>>;

std::string shown(const Plan& plan, const Times& up) {
  std::string text;
  for (std::uint32_t node = 0; node < up.size(); ++node) {
    text += (text.empty() ? "" : " ") + node_of(plan, NodeId{node}).id + ':';
    text += up[node] ? std::to_string(*up[node] / 1h) : "never";
  }
  return text;
}

Times at_once(const Plan& plan) { return Times(plan.nodes.size(), Seconds{0}); }

std::string recovered(const Plan& plan, const Outage& outage, const Times& available_from) {
  const DependencyGraph graph{plan};
  return shown(plan,
               up_times(graph, recover(graph, restart_after(plan, graph, outage, available_from))));
}

/// Hours at which the sites are up after a cold start.
std::string cold_start(std::string_view sites) {
  const Plan plan = plan_of("sites: {" + std::string{sites} + "}");
  return recovered(plan, {.failed = {}, .is_cold_start = true}, at_once(plan));
}

TEST_CASE("a node is up once all that it requires is, and its own recovery done") {
  CHECK(cold_start("a: {recovery: 4h}, b: {recovery: 2h, requires: [a]}, c: {requires: [a, b]}") ==
        "a:4 b:6 c:6");
  CHECK(cold_start("a: {}, b: {requires: [a]}") == "a:0 b:0");
}

TEST_CASE("of alternatives the first counts, of a vote the k-th") {
  CHECK(cold_start("a: {recovery: 1h}, b: {recovery: 2h}, c: {recovery: 3h}, n: {requires: "
                   "[{any_of: [c, b]}]}, "
                   "m: {recovery: 1h, requires: [{at_least: 2, of: [a, b, c]}]}, o: {requires: "
                   "[{any_of: [{all_of: [a, b]}, c]}]}") == "a:1 b:2 c:3 m:3 n:2 o:2");
}

TEST_CASE("a cycle with a way in from outside recovers") {
  CHECK(cold_start("a: {recovery: 1h, requires: [{any_of: [b, x]}]}, b: {recovery: 1h, requires: "
                   "[a]}, x: {recovery: 5h}") == "a:6 b:7 x:5");
}

TEST_CASE("a cycle without a way in never does, also if its recoveries take no time") {
  CHECK(cold_start("a: {requires: [b]}, b: {requires: [a]}, c: {requires: [{any_of: [a, d]}]}, d: "
                   "{recovery: 1h}") == "a:never b:never c:1 d:1");
}

TEST_CASE("of three points the likely one counts") {
  CHECK(cold_start("a: {recovery: {min: 1h, likely: 2h, max: 9h}}") == "a:2");
}

TEST_CASE(
    "people begin no recovery before the plan's clock, which what takes no time does not wait "
    "for") {
  const Plan plan = plan_of(R"(
bcp: 1
plan: {name: x, timezone: UTC, start: 2020-03-14T08:00, clock: {detect: 1h, decide: 1h, assemble: 1h}}
sites: {a: {recovery: 4h}, b: {}, c: {recovery: 1h, requires: [a]}}
)");
  CHECK(recovered(plan, {.failed = {}, .is_cold_start = true}, at_once(plan)) == "a:7 b:0 c:8");
}

TEST_CASE("what failed pays its recovery, what merely waited resumes, the rest goes on running") {
  const Plan plan = plan_of(
      "sites: {a: {recovery: 4h}, b: {recovery: 2h, requires: [a]}, c: {recovery: 3h}, d: "
      "{recovery: 9h, requires: [c, b]}}");
  CHECK(recovered(plan, {.failed = {NodeId{0}}, .is_cold_start = false}, at_once(plan)) ==
        "a:4 b:4 c:0 d:4");
  CHECK(recovered(plan, {.failed = {NodeId{0}, NodeId{1}}, .is_cold_start = false},
                  at_once(plan)) == "a:4 b:6 c:0 d:6");
  CHECK(recovered(plan, {}, at_once(plan)) == "a:0 b:0 c:0 d:0");
}

TEST_CASE("what a task enables is down until then, and what requires it waits") {
  const Plan plan = plan_of("sites: {a: {recovery: 4h}, b: {recovery: 2h, requires: [a]}, c: {}}");
  CHECK(recovered(plan, {}, {6h, 0s, std::nullopt}) == "a:6 b:6 c:never");
  CHECK(recovered(plan, {.failed = {}, .is_cold_start = true}, {6h, 0s, 1h}) == "a:10 b:12 c:1");
}

TEST_CASE("a loop that runs goes on, one in which a node failed is a deadlock") {
  const Plan plan = plan_of("sites: {a: {recovery: 1h, requires: [b]}, b: {requires: [a]}}");
  CHECK(recovered(plan, {}, at_once(plan)) == "a:0 b:0");
  CHECK(recovered(plan, {.failed = {NodeId{0}}, .is_cold_start = false}, at_once(plan)) ==
        "a:never b:never");
}

std::optional<Seconds> ready_of(std::vector<std::optional<Seconds>> times, std::size_t needed) {
  std::ranges::sort(
      times, [](const auto& one, const auto& other) { return one && (!other || *one < *other); });
  return needed == 0 ? std::optional{Seconds{0}} : times[needed - 1];
}

std::optional<Seconds> ready_of(const Requirement& requirement, const Times& up) {
  if (requirement.node) return up[requirement.node->value];
  Times times;
  for (const Requirement& item : requirement.items) times.push_back(ready_of(item, up));
  return ready_of(times, requirement.needed);
}

/// All are never up; then every node's time is computed from the others', until nothing changes any more.
Times by_iteration(const Plan& plan, const Restart& restart) {
  Times up(plan.nodes.size());
  for (;;) {
    Times next;
    for (const Site& site : plan.sites) {
      const std::size_t node = site.node.value;
      Times times;
      for (const Requirement& one : site.requirements) times.push_back(ready_of(one, up));
      const auto ready = ready_of(times, times.size());
      const NodeStart& start = restart[node];
      std::optional<Seconds> time;
      if (ready && start.not_before != never)
        time = std::max(*ready, start.not_before) + start.recovery;
      next.push_back(start.is_running ? Seconds{0} : time);
    }
    if (next == up) return up;
    up = next;
  }
}

TEST_CASE("10,000 random graphs recover as the definition says") {
  test::Dice dice{20200316};
  test::FeatureCount seen;
  int never = 0;
  int cycles_that_recover = 0;
  int running = 0;
  for (int i = 0; i < 10'000; ++i) {
    const test::RandomSites random{dice};
    Restart restart;
    for (std::size_t node = 0; node < random.plan.nodes.size(); ++node) {
      restart.push_back(test::random_start(dice));
    }
    const Times expected = by_iteration(random.plan, restart);
    CAPTURE(i);
    const DependencyGraph graph{random.plan};
    REQUIRE(up_times(graph, recover(graph, restart)) == expected);
    seen.add(random.features);
    const bool has_never = std::ranges::any_of(expected, [](const auto& up) { return !up; });
    never += has_never ? 1 : 0;
    cycles_that_recover += random.features.has_cycle && !has_never ? 1 : 0;
    running += std::ranges::any_of(restart, &NodeStart::is_running) ? 1 : 0;
  }
  MESSAGE(seen.text() << "; " << never << " with a node that is never up, " << cycles_that_recover
                      << " with cycles that recover, " << running << " with nodes that run");
  CHECK(seen.least() >= 200);
  CHECK(std::min({never, cycles_that_recover, running}) >= 200);
}

}  // namespace
}  // namespace bcp
