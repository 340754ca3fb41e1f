#include "supply/services.hpp"

#include <ostream>
#include <string>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::instant_of;
using test::plan_of;

TEST_CASE("a deadline is the beginning and the RTO, without an RTO the MTPD, without either none") {
  const Plan plan = plan_of(
      "services: {a: {rto: 1h, mtpd: 2h}, b: {mtpd: 2h, from: +3h}, c: {}, d: {rto: 1h, from: "
      "2020-03-01T08:00}}");
  const auto due = [&](std::size_t service) { return deadline(plan, plan.services[service]); };
  CHECK(due(0) == instant_of(plan, "+1h"));
  CHECK(due(1) == instant_of(plan, "+5h"));
  CHECK_FALSE(due(2).has_value());
  CHECK(due(3) == instant_of(plan, "+1h"));
  CHECK(beginning(plan, plan.services[1]) == instant_of(plan, "+3h"));
  CHECK(beginning(plan, plan.services[3]) == plan.start);
}

TEST_CASE("the minimum of a group is rounded up exactly, and everyone where none is stated") {
  const Plan plan = plan_of(
      "staff: {g: {headcount: 200}}\nservices: {a: {mbco: 7%, staff: {g: 100}}, b: {staff: {g: "
      "100}}, "
      "c: {mbco: 0.1%, staff: {g: 1}}, d: {mbco: 0, staff: {g: 5}}}");
  const auto minimum = [&](std::size_t service) {
    return minimum_people(plan.services[service], plan.services[service].staff[0]);
  };
  CHECK(minimum(0) == 7);
  CHECK(minimum(1) == 100);
  CHECK(minimum(2) == 1);
  CHECK(minimum(3) == 0);
}

TEST_CASE("a service needs a type if any alternative of its groups does") {
  const Plan plan = plan_of(R"(
resource_types: {laptop: {}, modem: {}, phone: {}, tablet: {}}
profiles: {field: {needs: {any_of: [{tablet: 1}, {laptop: 1, modem: 0}]}}}
staff: {g: {headcount: 1, profile: field}, h: {headcount: 1}}
services: {a: {staff: {g: 1}}, b: {staff: {h: 1}}}
)");
  const auto types = [&](std::size_t service) {
    std::string text;
    for (std::uint32_t type = 0; type < plan.resource_types.size(); ++type) {
      if (needs(plan, plan.services[service], ResourceTypeId{type}))
        text += plan.resource_types[type].id + ' ';
    }
    return text;
  };
  CHECK(types(0) == "laptop tablet ");
  CHECK(types(1) == "");
}

}  // namespace
}  // namespace bcp
