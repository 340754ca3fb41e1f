#include "graph/basis.hpp"

#include <ostream>
#include <string_view>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace std::chrono_literals;

Seconds recovery(std::string_view keys, const RecoveryBasis& basis) {
  const Plan plan = test::plan_of("sites: {a: {" + std::string{keys} + "}}");
  return recovery_of(plan.sites[0], basis);
}

TEST_CASE("of three points the one asked for counts") {
  constexpr std::string_view keys = "recovery: {min: 1h, likely: 2h, max: 9h}";
  CHECK(recovery(keys, {}) == 2h);
  CHECK(recovery(keys, {.point = Point::min}) == 1h);
  CHECK(recovery(keys, {.point = Point::max}) == 9h);
}

TEST_CASE("a measured time counts where there is one, or where it is worse") {
  constexpr std::string_view slower = "recovery: 2h, tested: {recovery: 3h}";
  constexpr std::string_view faster = "recovery: 2h, tested: {recovery: 1h}";
  CHECK(recovery(slower, {}) == 2h);
  CHECK(recovery(slower, {.belief = Belief::tested}) == 3h);
  CHECK(recovery(faster, {.belief = Belief::tested}) == 1h);
  CHECK(recovery(faster, {.belief = Belief::worst}) == 2h);
  CHECK(recovery("recovery: 2h", {.belief = Belief::tested}) == 2h);
  CHECK(recovery("tested: {recovery: 3h}", {.belief = Belief::worst}) == 3h);
  CHECK(recovery("", {.belief = Belief::worst}) == 0h);
}

TEST_CASE("the worst of a measured time and three points is compared with the point asked for") {
  constexpr std::string_view keys =
      "recovery: {min: 1h, likely: 2h, max: 9h}, tested: {recovery: 4h}";
  CHECK(recovery(keys, {.point = Point::max, .belief = Belief::worst}) == 9h);
  CHECK(recovery(keys, {.point = Point::min, .belief = Belief::worst}) == 4h);
}

}  // namespace
}  // namespace bcp
