#include "supply/allotment.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::instant_of;
using test::plan_of;

Allotment allotted(const Plan& plan, std::optional<std::string_view> at = std::nullopt) {
  const Presence presence{plan, {}};
  const std::vector<std::optional<Seconds>> up(plan.nodes.size(), Seconds{0});
  std::optional<Instant> instant;
  if (at) instant = instant_of(plan, *at);
  return allotment(plan, presence, stock(plan, presence, up).sources, instant);
}

/// Service by service in the order in which they are served: people by hour, then when the minimum is whole, and what it
/// is short of: `s a:3@1h whole@1h`.
std::string shown(const Plan& plan, const Allotment& allotment) {
  const auto hours = [&](Instant at) {
    return std::to_string((at - plan.start) / std::chrono::hours{1}) + 'h';
  };
  std::string text;
  for (const ServiceShare& share : allotment.services) {
    text += (text.empty() ? "" : "; ") + plan.services[share.service.value].id;
    for (const ServiceShare::Cell& cell : share.cells) {
      for (const auto& [from, people] : cell.people) {
        text += ' ' + plan.staff[cell.staff.value].id + ':' + std::to_string(people) + '@' +
                hours(from);
      }
    }
    text += share.whole_at ? " whole@" + hours(*share.whole_at) : " never";
    for (const auto& [staff, people] : share.short_of_people) {
      text += " short " + std::to_string(people) + ' ' + plan.staff[staff.value].id;
    }
    for (const auto& [type, units] : share.short_of_units)
      text += " short " + units.str() + ' ' + plan.resource_types[type.value].id;
  }
  return text;
}

std::string allotted(std::string_view services, std::string_view pools,
                     std::string_view staff = "a: {headcount: 10, profile: home}",
                     std::optional<std::string_view> at = std::nullopt) {
  const Plan plan = plan_of(
      "resource_types: {laptop: {}, modem: {}, tablet: {}}\nprofiles: {home: {needs: {laptop: 1}}, "
      "field: {needs: "
      "{any_of: [{tablet: 1}, {laptop: 1, modem: 1}]}}}\nsites: {north: {}, south: {}}\nstaff: {" +
      std::string{staff} + "}\nservices: {" + std::string{services} + "}\nequipment: {" +
      std::string{pools} + "}");
  return shown(plan, allotted(plan, at));
}

TEST_CASE("services are served by tier, those with a deadline first, by deadline, MTPD and id") {
  CHECK(allotted("s1: {rto: 1h}, s2: {}, s3: {tier: vital}, s4: {rto: 1h, mtpd: 2h}, s5: {tier: "
                 "vital, rto: 9h}, s6: {mtpd: 1h}, "
                 "s7: {rto: 30m}, s8: {rto: 1h}",
                 "") ==
        "s5 whole@9h; s3 whole@0h; s7 whole@0h; s6 whole@1h; s4 whole@1h; s1 whole@1h; s8 "
        "whole@1h; s2 whole@0h");
}

TEST_CASE("first all minima, then full levels, then what is left") {
  CHECK(allotted("s: {tier: vital, rto: 1h, mbco: 50%, staff: {a: 4}}, t: {rto: 1h, mbco: 50%, "
                 "staff: {a: 4}}",
                 "p: {type: laptop, count: 5}") == "s a:3@1h whole@1h; t a:2@1h whole@1h");
  CHECK(allotted("s: {tier: vital, rto: 1h, mbco: 50%, staff: {a: 4}}, t: {rto: 1h, mbco: 50%, "
                 "staff: {a: 4}}",
                 "p: {type: laptop, count: 3}") ==
        "s a:2@1h whole@1h; t a:1@1h never short 1 laptop");
}

TEST_CASE("what comes late makes the minimum whole then") {
  CHECK(allotted("s: {rto: 1h, staff: {a: 4}}",
                 "p: {type: laptop, count: 3}, q: {type: laptop, count: 3, lead_time: 5h}") ==
        "s a:3@1h a:1@5h whole@5h short 1 laptop");
}

TEST_CASE("at an instant asked for, nothing later counts") {
  CHECK(allotted("s: {rto: 1h, staff: {a: 4}}, t: {from: +9h, rto: 1h, staff: {a: 4}}",
                 "p: {type: laptop, count: 3}, q: {type: laptop, count: 3, lead_time: 5h}",
                 "a: {headcount: 10, profile: home}",
                 "+2h") == "s a:3@2h never short 1 laptop; t whole@2h");
}

TEST_CASE(
    "a late service does not take what an earlier deadline of a less urgent one needs in time") {
  // The vital service is due late and can take what comes late; taking what is there first would starve the other.
  CHECK(allotted("s: {tier: vital, rto: 9h, staff: {a: 3}}, t: {rto: 1h, staff: {a: 3}}",
                 "p: {type: laptop, count: 3}, q: {type: laptop, count: 3, lead_time: 5h}") ==
        "s a:3@9h whole@9h; t a:3@1h whole@1h");
}

TEST_CASE("what makes a service whole late is drawn late, so that a less urgent one is in time") {
  // Taking the earliest laptops for the people who can only work from the fifth hour on would leave `t` with none.
  CHECK(
      allotted("s: {tier: vital, rto: 1h, staff: {b: 3}}, t: {rto: 1h, staff: {a: 3}}",
               "p: {type: laptop, count: 3}, q: {type: laptop, count: 3, lead_time: 5h}, r: {type: "
               "modem, count: 3, lead_time: 5h}",
               "a: {headcount: 9, profile: home}, b: {headcount: 9, profile: field}") ==
      "s b:3@5h whole@5h short 3 tablet; t a:3@1h whole@1h");
}

TEST_CASE("a pool for some is used by them, so that the open one is left to the others") {
  // Taken by id, `p` would go to those who may use `q` as well.
  CHECK(allotted("s: {tier: vital, rto: 1h, staff: {a: 2}}, t: {rto: 1h, staff: {b: 2}}",
                 "p: {type: laptop, count: 2}, q: {type: laptop, count: 2, only_for: [a]}",
                 "a: {headcount: 2, profile: home}, b: {headcount: 2, profile: home}") ==
        "s a:2@1h whole@1h; t b:2@1h whole@1h");
}

TEST_CASE("people with an alternative give the first one up where others need it") {
  CHECK(allotted(
            "s: {tier: vital, rto: 1h, staff: {b: 2}}, t: {rto: 1h, staff: {c: 2}}",
            "p: {type: laptop, count: 2}, q: {type: modem, count: 2}, r: {type: tablet, count: 2}",
            "b: {headcount: 2, profile: field}, c: {headcount: 2, profile: home}") ==
        "s b:2@1h whole@1h; t c:2@1h whole@1h");
  CHECK(allotted(
            "s: {tier: vital, rto: 1h, staff: {b: 2}}, t: {rto: 1h, staff: {c: 2}}",
            "p: {type: laptop, count: 4}, q: {type: modem, count: 2}, r: {type: tablet, count: 1}",
            "b: {headcount: 2, profile: field}, c: {headcount: 2, profile: field}") ==
        "s b:2@1h whole@1h; t c:1@1h never short 2 tablet");
}

TEST_CASE("beyond the minima a service rises as a whole, then group by group") {
  CHECK(
      allotted(
          "s: {tier: vital, rto: 1h, mbco: 50%, staff: {a: 4, b: 4}}, t: {rto: 1h, staff: {a: 4}}",
          "p: {type: laptop, count: 9}",
          "a: {headcount: 10, profile: home}, b: {headcount: 3, profile: home}") ==
      "s a:3@1h b:2@1h whole@1h; t a:4@1h whole@1h");
}

TEST_CASE("a lack of people is told apart from a lack of units") {
  CHECK(allotted("s: {rto: 1h, staff: {a: 12}}", "p: {type: laptop, count: 4}") ==
        "s a:4@1h never short 2 a short 6 laptop");
}

TEST_CASE("people who come back make the minimum whole then") {
  const Plan plan = plan_of(
      "staff: {a: {headcount: 4}}\nabsences: {x: {of: a, people: 3, until: +5h}}\nservices: {s: "
      "{rto: 1h, staff: {a: 3}}}");
  CHECK(shown(plan, allotted(plan)) == "s a:1@1h a:2@5h whole@5h short 2 a");
}

TEST_CASE("staff of no service is equipped last, with what is left") {
  const Plan plan = plan_of(R"(
resource_types: {laptop: {}}
profiles: {home: {needs: {laptop: 1}}}
staff: {a: {headcount: 5, profile: home}, b: {headcount: 5, profile: home}}
services: {s: {rto: 1h, staff: {b: 3}}}
equipment: {p: {type: laptop, count: 9}}
)");
  const Allotment result = allotted(plan);
  CHECK(shown(plan, result) == "s b:3@1h whole@1h");
  const auto people = [&](std::size_t group) {
    Count sum = 0;
    for (const auto& [from, count] : result.people[group]) sum += count;
    return sum;
  };
  CHECK(people(0) == 5);
  CHECK(people(1) == 4);
}

}  // namespace
}  // namespace bcp
