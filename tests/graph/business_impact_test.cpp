#include "graph/business_impact.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace std::chrono_literals;
using test::plan_of;

const EntityRequirement& entity(const BusinessImpact& impact, const Plan& plan,
                                std::string_view id) {
  return impact.entities[find_node(plan, id)->value];
}

TEST_CASE("what is required of a node is the RTO above it less the recoveries on the way") {
  const Plan plan = plan_of(R"(
applications: {app: {recovery: 4h, requires: [server]}}
infrastructure: {server: {recovery: 4h}, spare: {recovery: 9h}}
services: {a: {rto: 10h, requires: [app, {any_of: [server, spare]}]}, b: {rto: 6h, recovery: 1h, requires: [app]}}
)");
  const BusinessImpact impact = business_impact(plan, {});
  CHECK(entity(impact, plan, "app").up == 8h);
  CHECK(entity(impact, plan, "app").required_rto == 5h);
  CHECK(entity(impact, plan, "app").because.services == std::vector{ServiceId{1}});
  CHECK(entity(impact, plan, "server").required_rto == 1h);
  CHECK(entity(impact, plan, "a").required_rto == 10h);
  CHECK_FALSE(entity(impact, plan, "spare").required_rto.has_value());
  CHECK(entity(impact, plan, "spare").because.services.empty());
}

TEST_CASE("peers take the longest of their times, not their sum") {
  const Plan plan = plan_of(
      "applications: {web: {recovery: 4h}, mail: {recovery: 4h}}\nservices: {s: {rto: 4h, "
      "requires: "
      "[web, mail]}}");
  CHECK(entity(business_impact(plan, {}), plan, "s").up == 4h);
}

TEST_CASE(
    "data must be as fresh as the strictest service that hangs on it asks, over alternatives too") {
  const Plan plan = plan_of(R"(
tiers: [vital, normal]
applications: {app: {backup: {every: 8h}, requires: [{any_of: [main, spare]}]}}
infrastructure: {main: {}, spare: {backup: {every: 1d}}}
services: {a: {rpo: 4h, tier: normal, requires: [app]}, b: {rpo: 4h, tier: vital, requires: [app]}, c: {rpo: 1h}}
)");
  const BusinessImpact impact = business_impact(plan, {});
  CHECK(entity(impact, plan, "spare").required_rpo == 4h);
  CHECK(entity(impact, plan, "spare").rpo == 24h);
  CHECK(entity(impact, plan, "app").rpo == 8h);
  CHECK_FALSE(entity(impact, plan, "main").rpo.has_value());
  CHECK(entity(impact, plan, "app").rpo_because.services ==
        std::vector{ServiceId{1}, ServiceId{0}});
  CHECK(entity(impact, plan, "c").required_rpo == 1h);
}

TEST_CASE("a service's minimum takes so many people, and so much at once of what they need") {
  const Plan plan = plan_of(R"(
resource_types: {laptop: {}, vpn-session: {concurrency: 70%}, paper: {}}
profiles: {home: {remote: true, needs: {laptop: 1, vpn-session: 1}}, desk: {needs: {any_of: [{paper: 2}, {laptop: 1}]}}}
staff: {g: {headcount: 9, profile: home}, h: {headcount: 9, profile: desk}}
services: {s: {mbco: 50%, staff: {g: 5, h: 1}}}
)");
  const ServiceTolerances row = business_impact(plan, {}).services[0];
  CHECK(row.people == 6);
  CHECK(row.minimum_people == 4);
  REQUIRE(row.minimum_equipment.size() == 3);  // laptop, paper, vpn-session
  CHECK(row.minimum_equipment[0].units == 3);
  CHECK(row.minimum_equipment[1].units == 2);
  CHECK(row.minimum_equipment[2].units == 3);
}

TEST_CASE("people of many services are summed up whatever their number") {
  const std::string people = "1000000000000000000";
  std::string staff;
  std::string wanted;
  for (char group = 'a'; group < 'm'; ++group) {
    staff += std::string{group} + ": {headcount: " + people + "}, ";
    wanted += std::string{group} + ": " + people + ", ";
  }
  const BusinessImpact impact = business_impact(
      plan_of("staff: {" + staff + "}\nservices: {s: {mbco: 50%, staff: {" + wanted + "}}}"), {});
  CHECK(impact.services.front().people.str() == "12000000000000000000");
  CHECK(impact.services.front().minimum_people.str() == "6000000000000000000");
}

TEST_CASE("an impact is intolerable from its first step at that level or past it") {
  const Plan plan = plan_of(R"(
bcp: 1
plan: {name: x, timezone: UTC, start: 2020-03-14T08:00, impact_scale: {levels: [minor, severe, worst], intolerable: severe}}
services: {s: {impact: {legal: {4h: minor, 3d: worst}, money: {1d: minor}}}}
)");
  const BusinessImpact impact = business_impact(plan, {});
  REQUIRE(impact.impacts.size() == 2);
  CHECK(impact.impacts[0].intolerable == 72h);
  CHECK_FALSE(impact.impacts[1].intolerable.has_value());
}

TEST_CASE("what nobody classified is named where a service of the most urgent tier hangs on it") {
  const Plan plan = plan_of(R"(
tiers: [vital, normal]
applications: {app: {requires: [server]}, other: {}}
infrastructure: {server: {recovery: 0s}}
services: {aid: {tier: vital, requires: [app, post]}, post: {}, rest: {requires: [other]}}
)");
  const BusinessImpact impact = business_impact(plan, {});
  std::string text;
  for (const NodeId node : impact.unclassified) text += node_of(plan, node).id + ' ';
  CHECK(text == "app post ");
}

TEST_CASE(
    "an analysis of one service lists it and what it hangs on, with the figures of the whole "
    "plan") {
  const Plan plan = plan_of(R"(
applications: {app: {recovery: 4h, requires: [{any_of: [server, spare]}]}, other: {}}
infrastructure: {server: {recovery: 4h}, spare: {recovery: 9h}}
services: {a: {rto: 10h, impact: {legal: {1d: high}}, requires: [app]}, b: {rto: 6h, requires: [app, other]}}
)");
  const BusinessImpact whole = business_impact(plan, {});
  const BusinessImpact part = business_impact(plan, {.basis = {}, .services = {ServiceId{0}}});
  REQUIRE(part.services.size() == 1);
  CHECK(part.services.front().service == ServiceId{0});
  CHECK(part.impacts.size() == 1);
  std::vector<std::string> listed;
  for (const EntityRequirement& row : part.entities) listed.push_back(node_of(plan, row.node).id);
  CHECK(listed == std::vector<std::string>{"a", "app", "server", "spare"});
  CHECK(part.entities[1].required_rto == entity(whole, plan, "app").required_rto);
  CHECK(part.entities[1].required_rto == 6h);
}

}  // namespace
}  // namespace bcp
