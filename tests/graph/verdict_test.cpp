#include "graph/verdict.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace std::chrono_literals;

TEST_CASE("limits count from when a service begins to be needed, at the earliest from the start") {
  const Plan plan = test::plan_of(
      "services: {a: {from: monday, rto: 4h, mtpd: 1d}, b: {from: 2020-03-13T08:00, rto: 4h}, c: "
      "{}}");
  CHECK(limits_of(plan, plan.services[0]).rto == 52h);
  CHECK(limits_of(plan, plan.services[0]).mtpd == 72h);
  CHECK(limits_of(plan, plan.services[1]).rto == 4h);
  CHECK_FALSE(limits_of(plan, plan.services[1]).mtpd.has_value());
  CHECK_FALSE(limits_of(plan, plan.services[2]).rto.has_value());
}

TEST_CASE("on the limit is within it") {
  const Limits limits{.rto = 4h, .mtpd = 8h};
  CHECK(verdict_of(limits, 4h) == Verdict::ok);
  CHECK(verdict_of(limits, 4h + 1s) == Verdict::late);
  CHECK(verdict_of(limits, 8h) == Verdict::late);
  CHECK(verdict_of(limits, 8h + 1s) == Verdict::breach);
  CHECK(verdict_of(limits, std::nullopt) == Verdict::breach);
}

TEST_CASE("with one limit alone it is that one which counts, without any all is well") {
  CHECK(verdict_of({.rto = 4h}, 9h) == Verdict::late);
  CHECK(verdict_of({.rto = 4h}, std::nullopt) == Verdict::breach);
  CHECK(verdict_of({.mtpd = 4h}, 9h) == Verdict::breach);
  CHECK(verdict_of({}, std::nullopt) == Verdict::ok);
}

}  // namespace
}  // namespace bcp
