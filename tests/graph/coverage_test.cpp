#include "graph/coverage.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "graph/random_graphs.hpp"
#include "plan/exact.hpp"
#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace std::chrono_literals;
using test::plan_of;

/// A service `s` of these keys beside two sites and a group.
Plan plan_with(std::string_view service) {
  return plan_of("sites: {a: {}, b: {}}\nstaff: {g: {headcount: 9}}\nservices: {s: {" +
                 std::string{service} + "}}");
}

/// Hours from which on `s` is covered, when the sites, the group and `s` are up at these hours.
std::string covered(std::string_view service, const UpTimes& up) {
  const Plan plan = plan_with(service);
  const auto from = covered_from(plan, plan.services[0], up);
  return from ? std::to_string(*from / 1h) : "never";
}

TEST_CASE("requirements are ready when the last, the first, or the k-th of them is") {
  const Plan plan = plan_of(
      "sites: {a: {}, b: {}, c: {}, n: {requires: [{at_least: 2, of: [a, b, c]}, {any_of: [a, "
      "c]}]}}");
  const auto& requirements = plan.sites[3].requirements;
  CHECK(ready(requirements, {1h, 2h, 3h, {}}) == 2h);
  CHECK(ready(requirements, {{}, 2h, 3h, {}}) == 3h);
  CHECK_FALSE(ready(requirements, {{}, {}, 3h, {}}).has_value());
  CHECK(ready({}, {}) == 0s);
}

TEST_CASE("a service without workarounds is covered when it is up") {
  CHECK(covered("rto: 1h", {0s, 0s, 0s, 5h}) == "5");
  CHECK(covered("rto: 1h", {0s, 0s, 0s, {}}) == "never");
}

TEST_CASE(
    "a workaround of its minimum level or more covers it, from the moment when all that it "
    "requires is up") {
  CHECK(covered("mbco: 50%, workarounds: {w: {level: 50%, requires: [a, b]}}", {1h, 2h, 0s, 9h}) ==
        "2");
  CHECK(covered("mbco: 50%, workarounds: {w: {level: 50%, staff: {g: 2}}}", {0s, 0s, 3h, {}}) ==
        "3");
  CHECK(covered("mbco: 50%, workarounds: {w: {level: 49%}}", {0s, 0s, 0s, 9h}) == "9");
  CHECK(covered("workarounds: {w: {level: 99%}}", {0s, 0s, 0s, 9h}) == "9");
}

TEST_CASE("it runs from when it is ready until it lasts no longer") {
  CHECK(covered("mbco: 50%, workarounds: {w: {level: 1, ready: 2h, lasts: 7h}}",
                {0s, 0s, 0s, 9h}) == "2");
  CHECK(covered("mbco: 50%, workarounds: {w: {level: 1, ready: 2h, lasts: 6h}}",
                {0s, 0s, 0s, 9h}) == "9");
  CHECK(covered("mbco: 50%, workarounds: {w: {level: 1, ready: 2h, lasts: 6h}}",
                {0s, 0s, 0s, {}}) == "never");
  const Plan plan = plan_with("workarounds: {w: {level: 1, ready: 2h, lasts: 6h, requires: [a]}}");
  const auto runs = workaround_runs(plan, plan.services[0], {5h, 0s, 0s, 9h});
  REQUIRE(runs.size() == 1);
  CHECK(runs[0].from == 5h);
  CHECK(runs[0].until == 8h);
  CHECK(workaround_runs(plan, plan.services[0], {8h, 0s, 0s, 9h}).empty());
  CHECK(workaround_runs(plan, plan.services[0], {std::nullopt, 0s, 0s, 9h}).empty());
}

TEST_CASE("workarounds that follow each other without a break cover together") {
  constexpr std::string_view two =
      "workarounds: {v: {level: 1, lasts: 3h}, w: {level: 1, ready: 3h, lasts: 2h}}";
  CHECK(covered(two, {0s, 0s, 0s, 5h}) == "0");
  CHECK(covered(two, {0s, 0s, 0s, 6h}) == "6");
  constexpr std::string_view gap =
      "workarounds: {v: {level: 1, lasts: 2h}, w: {level: 1, ready: 3h, lasts: 2h}}";
  CHECK(covered(gap, {0s, 0s, 0s, 5h}) == "3");
}

TEST_CASE("the best workaround that runs gives the level") {
  const Plan plan =
      plan_with("workarounds: {v: {level: 30%, lasts: 3h}, w: {level: 60%, ready: 1h, lasts: 1h}}");
  const UpTimes up = {0s, 0s, 0s, 9h};
  const auto level = [&](Seconds at) {
    return exact(best_workaround(plan, plan.services[0], up, at));
  };
  CHECK(level(0s) == Exact{3, 10});
  CHECK(level(1h) == Exact{6, 10});
  CHECK(level(2h) == Exact{3, 10});
  CHECK(level(3h) == Exact{0});
}

TEST_CASE("10,000 random services are covered as a look at every hour says") {
  test::Dice dice{20200326};
  int chained = 0;
  int never = 0;
  int broken = 0;
  for (int i = 0; i < 10'000; ++i) {
    Plan plan;
    plan.nodes.push_back({NodeKind::service, 0});
    Service& service = plan.services.emplace_back();
    service.mbco = Ratio{{5, 1}};
    for (std::uint32_t count = dice.below(5); count > 0; --count) {
      Workaround& workaround = service.workarounds.emplace_back();
      workaround.level = Ratio{{4 + dice.below(3), 1}};
      if (dice.chance(2)) workaround.ready = Seconds{dice.below(9)};
      if (!dice.chance(9)) workaround.lasts = Seconds{dice.below(6)};
    }
    const UpTimes up = {dice.chance(4) ? std::nullopt : std::optional{Seconds{dice.below(12)}}};
    // After 20 s nothing begins or ends any more.
    std::optional<Seconds> expected;
    int changes = 0;
    for (int at = 20; at >= 0; --at) {
      const bool is_there = is_covered(plan, service, up, Seconds{at});
      if (is_there && (at == 20 || expected == Seconds{at + 1})) expected = Seconds{at};
      if (at < 20 && is_there != is_covered(plan, service, up, Seconds{at + 1})) ++changes;
    }
    CAPTURE(i);
    REQUIRE(covered_from(plan, service, up) == expected);
    const auto is_early = [&](const WorkaroundRun& run) {
      return run.until && expected && *expected < *run.until;
    };
    chained += std::ranges::count_if(workaround_runs(plan, service, up), is_early) > 1 ? 1 : 0;
    never += expected ? 0 : 1;
    broken += changes > 1 ? 1 : 0;
  }
  MESSAGE(chained << " with several runs, " << never << " never covered for good, " << broken
                  << " with breaks");
  CHECK(std::min({chained, never, broken}) >= 200);
}

}  // namespace
}  // namespace bcp
