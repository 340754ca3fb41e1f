#include "graph/findings/deadlocks.hpp"

#include <doctest/doctest.h>

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

}  // namespace
}  // namespace bcp
