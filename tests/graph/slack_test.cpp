#include "graph/slack.hpp"

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

/// `id:hours` of every node, `-` where it has no limit, after the failure of these or a cold start.
std::string slack(const Plan& plan, const std::vector<NodeId>& failed = {}) {
  const DependencyGraph graph{plan};
  const Restart restart = restart_after(plan, graph, {failed, failed.empty()}, {});
  const auto slack = slacks(plan, graph, restart, recover(graph, restart));
  std::string text;
  for (std::uint32_t node = 0; node < slack.size(); ++node) {
    text += (text.empty() ? "" : " ") + node_of(plan, NodeId{node}).id + ':';
    text += slack[node] ? std::to_string(*slack[node] / 1h) : "-";
  }
  return text;
}

TEST_CASE("a chain may slip by what is left to the tightest limit above it") {
  CHECK(slack(plan_of("sites: {a: {recovery: 2h}, b: {recovery: 1h, requires: [a]}, z: {}}\n"
                      "services: {s: {rto: 5h, requires: [b]}, t: {mtpd: 9h, requires: [a]}}")) ==
        "a:2 b:2 s:2 t:7 z:-");
}

TEST_CASE("an alternative that is not in use may slip without limit") {
  CHECK(slack(plan_of("sites: {a: {recovery: 2h}, b: {recovery: 1h}}\n"
                      "services: {s: {rto: 5h, requires: [{any_of: [a, b]}]}}")) == "a:- b:4 s:4");
}

TEST_CASE("a breach sets no limit, and neither does being late without an MTPD") {
  CHECK(slack(plan_of("sites: {a: {recovery: 9h}}\nservices: {r: {rto: 1h, requires: [a]}, s: "
                      "{rto: 1h, mtpd: 2h, requires: [a]}}")) == "a:- r:- s:-");
}

TEST_CASE("what is late may slip to its MTPD") {
  CHECK(slack(plan_of("sites: {a: {recovery: 3h}}\nservices: {s: {rto: 1h, mtpd: 7h, requires: "
                      "[a]}}")) == "a:4 s:4");
}

TEST_CASE("a covered service may slip to the end of its workaround, which must be there in time") {
  CHECK(slack(plan_of("sites: {a: {recovery: 6h}, hall: {recovery: 1h}}\n"
                      "services: {s: {rto: 4h, requires: [a], workarounds: {paper: {level: 100%, "
                      "ready: 2h, lasts: 8h, requires: [hall]}}}}")) == "a:4 hall:3 s:4");
}

TEST_CASE("one workaround takes over from the other, the one that ends last first") {
  const Plan plan = plan_of(R"(
sites: {a: {recovery: 10h}, b: {recovery: 1h}, c: {recovery: 2h}, d: {recovery: 1h}}
services:
  s:
    rto: 3h
    requires: [a]
    workarounds:
      u: {level: 100%, lasts: 4h, requires: [d]}
      v: {level: 100%, lasts: 6h, requires: [b]}
      w: {level: 100%, ready: 5h, lasts: 7h, requires: [c]}
)");
  CHECK(slack(plan) == "a:2 b:2 c:4 d:- s:2");
  const DependencyGraph graph{plan};
  const Restart restart = restart_after(plan, graph, {{}, true}, {});
  const Reliance rests = reliance(plan, plan.services[0], up_times(graph, recover(graph, restart)));
  REQUIRE(rests.standbys.size() == 2);
  CHECK(rests.standbys[0].workaround == 1);
  CHECK(rests.standbys[1].from == 6h);
  CHECK(rests.limit == 12h);
}

TEST_CASE("a workaround without end leaves its service without a limit, also one never up") {
  CHECK(slack(plan_of("sites: {a: {requires: [b]}, b: {requires: [a]}, hall: {}}\n"
                      "services: {s: {rto: 4h, requires: [a], workarounds: {paper: {level: 100%, "
                      "requires: [hall]}}}}")) == "a:- b:- hall:4 s:-");
}

TEST_CASE("after a failure what still runs has no slack to speak of") {
  const Plan plan = plan_of(
      "sites: {a: {recovery: 2h}, b: {recovery: 1h}}\nservices: {s: {rto: "
      "5h, recovery: 3h, requires: [a, b]}}");
  CHECK(slack(plan, {NodeId{0}}) == "a:3 b:- s:3");
}

}  // namespace
}  // namespace bcp
