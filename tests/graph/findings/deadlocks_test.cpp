#include "graph/findings/deadlocks.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "graph/random_graphs.hpp"
#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

std::string deadlocks(std::string_view yaml) {
  return judged_by([](const Plan& plan,
                      Diagnostics& found) { find_deadlocks(plan, DependencyGraph{plan}, found); },
                   yaml);
}

TEST_CASE("nodes that require each other without a way in are one finding with each step") {
  CHECK(deadlocks("applications: {a: {requires: [c]}, b: {requires: [a]}, c: {requires: [b]}}") ==
        "BCP2101 c (b, a)");
  CHECK(deadlocks("applications: {a: {requires: [b]}, b: {}}") == "");
}

TEST_CASE("a way in from outside makes a loop legal") {
  CHECK(deadlocks("applications: {a: {requires: [any_of: [b, c]]}, b: {requires: [a]}, c: {}}") ==
        "");
  CHECK(deadlocks("applications: {a: {requires: [{at_least: 2, of: [b, c, d]}]},\n"
                  "               b: {requires: [a]}, c: {}, d: {}}") == "");
}

TEST_CASE("alternatives that all lead back are none") {
  CHECK(deadlocks("applications: {a: {requires: [any_of: [b, c]]}, b: {requires: [a]},\n"
                  "               c: {requires: [a]}}") == "BCP2101 b (a)");
}

TEST_CASE("what merely hangs on a deadlock is not reported again, a loop of its own is") {
  CHECK(deadlocks("applications: {a: {requires: [b]}, b: {requires: [a]}, c: {requires: [a]}}") ==
        "BCP2101 b (a)");
  CHECK(deadlocks("applications: {a: {requires: [b]}, b: {requires: [a]},\n"
                  "               c: {requires: [a, d]}, d: {requires: [c]}}") ==
        "BCP2101 b (a); BCP2101 d (c)");
  CHECK(deadlocks("applications: {a: {requires: [b]}, b: {requires: [a]},\n"
                  "               c: {requires: [any_of: [a, d]]}, d: {requires: [c]}}") ==
        "BCP2101 b (a)");
}

TEST_CASE("staff and sites make loops as requirements do") {
  CHECK(deadlocks("services: {power: {staff: {guards: 2}}}\n"
                  "staff: {guards: {headcount: 2, site: hq}}\n"
                  "sites: {hq: {requires: [power]}}") == "BCP2101 hq (power, 2)");
}

TEST_CASE("in a loop that comes up in part the rest is reported") {
  CHECK(deadlocks("applications:\n"
                  "  a: {requires: [b]}\n"
                  "  b: {requires: [a, x]}\n"
                  "  x: {requires: [any_of: [a, way-in]]}\n"
                  "  way-in: {}") == "BCP2101 b (a)");
}

TEST_CASE("a workaround is waited for by nobody") {
  CHECK(deadlocks("services: {a: {requires: [b], workarounds: {w: {level: 100%, requires: [b]}}},\n"
                  "           b: {}}") == "");
}

TEST_CASE("a deadlock is found just where something never comes back, in 10,000 random graphs") {
  Dice dice{1971};
  FeatureCount seen;
  int deadlocked = 0;
  for (int i = 0; i < 10'000; ++i) {
    const RandomSites random{dice};
    const DependencyGraph graph{random.plan};
    const Restart cold(random.plan.nodes.size());
    const UpTimes up = up_times(graph, recover(graph, cold));
    const bool is_deadlocked = std::ranges::any_of(up, [](const auto& time) { return !time; });
    Diagnostics found;
    find_deadlocks(random.plan, graph, found);
    CAPTURE(i);
    REQUIRE(found.all().empty() != is_deadlocked);
    seen.add(random.features);
    deadlocked += is_deadlocked ? 1 : 0;
  }
  MESSAGE(seen.text() << "; " << deadlocked << " with a deadlock");
  CHECK(seen.least() >= 200);
  CHECK(std::min(deadlocked, 10'000 - deadlocked) >= 200);
}

}  // namespace
}  // namespace bcp
