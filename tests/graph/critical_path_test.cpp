#include "graph/critical_path.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace std::chrono_literals;
using test::plan_of;

std::string ids(const Plan& plan, const std::vector<NodeId>& nodes) {
  std::string text;
  for (const NodeId node : nodes) text += (text.empty() ? "" : " < ") + node_of(plan, node).id;
  return text;
}

constexpr std::string_view town = R"(
bcp: 1
plan: {name: Town, timezone: UTC, start: 2020-03-14T08:00, clock: {detect: 30m, decide: 30m}}
tiers: [vital, normal]
sites: {power: {recovery: 1h}}
infrastructure: {san: {recovery: 4h, requires: [power]}, vpn: {recovery: 2h, requires: [power], tested: {recovery: 9h}}}
applications: {payroll: {recovery: 30m, requires: [san]}}
services:
  aid: {tier: vital, rto: 8h, mtpd: 1d, requires: [payroll, vpn]}
  post: {tier: normal, rto: 4h, requires: [vpn]}
)";

TEST_CASE("a path leads from the service to what waits for nothing, over what decides") {
  const Plan plan = plan_of(town);
  const CriticalPaths paths = critical_paths(plan, {});
  CHECK(paths.is_cold_start);
  CHECK(paths.clock == 1h);
  CHECK(ids(plan, paths.path_of(paths.services[0])) == "aid < payroll < san < power");
  CHECK(paths.services[0].up == 6h + 30min);
  CHECK(paths.services[0].margin == 1h + 30min);
  CHECK(ids(plan, paths.path_of(paths.services[1])) == "post < vpn < power");
  CHECK(paths.services[1].verdict == Verdict::ok);
}

TEST_CASE("among equals the path takes the smallest id") {
  const Plan plan =
      plan_of("sites: {a: {recovery: 1h}, b: {recovery: 1h}}\nservices: {s: {requires: [b, a]}}");
  const CriticalPaths paths = critical_paths(plan, {});
  CHECK(ids(plan, paths.path_of(paths.services[0])) == "s < a");
}

TEST_CASE("what fails recovers, what waited for it resumes, what runs is up all the time") {
  const Plan plan = plan_of(town);
  const NodeId san = *find_node(plan, "san");
  const CriticalPaths paths = critical_paths(plan, {.failed = {san, san}});
  CHECK_FALSE(paths.is_cold_start);
  CHECK(paths.failed == std::vector{san});
  CHECK(paths.services[0].up == 5h);
  CHECK(ids(plan, paths.path_of(paths.services[0])) == "aid < payroll < san");
  CHECK(paths.services[1].up == 0h);
  CHECK(ids(plan, paths.path_of(paths.services[1])) == "post");
  CHECK(paths.nodes[find_node(plan, "power")->value].is_running);
  CHECK(paths.without_recovery.empty());
}

TEST_CASE("a failed node that states no recovery is named") {
  const Plan plan = plan_of("sites: {a: {}, b: {recovery: 1h}}");
  const CriticalPaths paths = critical_paths(plan, {.failed = {NodeId{0}, NodeId{1}}});
  CHECK(paths.without_recovery == std::vector{NodeId{0}});
}

TEST_CASE("a deadlock has no path, no margin and, where a limit is stated, a breach") {
  const Plan plan = plan_of(
      "sites: {a: {requires: [b]}, b: {requires: [a]}}\nservices: {s: {rto: 1h, requires: [a]}, t: "
      "{requires: [a]}}");
  const CriticalPaths paths = critical_paths(plan, {});
  CHECK_FALSE(paths.services[0].up.has_value());
  CHECK_FALSE(paths.services[0].margin.has_value());
  CHECK(paths.path_of(paths.services[0]).empty());
  CHECK(paths.services[0].verdict == Verdict::breach);
  CHECK(paths.services[1].verdict == Verdict::ok);
}

TEST_CASE(
    "a service past a limit says by how much, counted to when a workaround covers it for good") {
  const Plan plan = plan_of(R"(
sites: {a: {recovery: 10h}}
services:
  breach: {rto: 1h, mtpd: 4h, requires: [a]}
  covered: {rto: 1h, mtpd: 4h, mbco: 50%, requires: [a], workarounds: {paper: {level: 50%, ready: 3h}}}
  late: {rto: 9h, requires: [a]}
  ok: {rto: 10h, requires: [a]}
)");
  const CriticalPaths paths = critical_paths(plan, {});
  CHECK(paths.services[0].overrun == 6h);
  CHECK(paths.services[1].verdict == Verdict::late);
  CHECK(paths.services[1].overrun == 2h);
  CHECK(paths.services[2].overrun == 1h);
  CHECK_FALSE(paths.services[3].overrun.has_value());
}

TEST_CASE("an hour saved moves the services that no other chain holds back") {
  const Plan plan = plan_of(town);
  const CriticalPaths paths = critical_paths(plan, {});
  REQUIRE(paths.bottlenecks.size() == 4);  // power, then payroll, san and vpn by tier and id
  const Bottleneck& power = paths.bottlenecks[0];
  CHECK(ids(plan, {power.node}) == "power");
  CHECK(power.holds_up.size() == 2);
  CHECK(power.saved == 1h);
  CHECK(power.gains.size() == 2);
  const Bottleneck& payroll = paths.bottlenecks[1];
  CHECK(ids(plan, {payroll.node}) == "payroll");
  CHECK(payroll.saved == 30min);
  REQUIRE(payroll.gains.size() == 1);
  CHECK(payroll.gains[0].by == 30min);
  CHECK(ids(plan, {paths.bottlenecks[3].node}) == "vpn");
}

TEST_CASE("an hour saved moves a service by less where another chain is almost as long") {
  const Plan plan = plan_of(
      "sites: {a: {recovery: 3h}, b: {recovery: 2h45m}}\nservices: {s: {requires: [a, b]}}");
  const CriticalPaths paths = critical_paths(plan, {});
  REQUIRE(paths.bottlenecks.size() == 1);
  CHECK(paths.bottlenecks[0].gains[0].by == 15min);
}

TEST_CASE("verdicts that change under measured times are named, whatever is believed") {
  const Plan plan = plan_of(town);
  for (const Belief belief : {Belief::promised, Belief::tested, Belief::worst}) {
    const CriticalPaths paths = critical_paths(plan, {.failed = {}, .basis = {.belief = belief}});
    REQUIRE(paths.flips.size() == 2);
    CHECK(paths.flips[0].promised == Verdict::ok);
    CHECK(paths.flips[0].tested == Verdict::late);
  }
}

}  // namespace
}  // namespace bcp
