#include "supply/explanation.hpp"

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"
#include "supply/allotted.hpp"

namespace bcp {
namespace {

using test::Allotted;
using test::plan_of;

std::string hours(const Plan& plan, Instant at) {
  return '@' + std::to_string((at - plan.start) / std::chrono::hours{1}) + 'h';
}

std::string held(const Plan& plan, const std::vector<Holder>& holders) {
  std::string text;
  for (const Holder& one : holders)
    text += ' ' + plan.services[one.service.value].id + ':' + one.amount.str();
  return text;
}

/// `2 laptop@1h: there p:3; held s:2; asked 3`, then `; else q:4@5h` or `r:4 never`.
std::string shown(const Plan& plan, const std::optional<Limit>& limit) {
  if (!limit) return "-";
  std::string text;
  for (const PeopleLimit& one : limit->people) {
    text += '[' + std::to_string(one.missing) + ' ' + plan.staff[one.staff.value].id +
            hours(plan, one.at) + ": present " + std::to_string(one.present) + "; held" +
            held(plan, one.held) + "; asked " + std::to_string(one.asked) + ']';
  }
  for (const UnitsLimit& one : limit->units) {
    text += '[' + one.missing.str() + ' ' + plan.resource_types[one.type.value].id +
            hours(plan, limit->by) + ": there";
    for (const SupplySource& source : one.there)
      text += ' ' + id_of(plan, source.origin) + ':' + source.units.str();
    text += "; held" + held(plan, one.held) + "; asked " + one.asked.str();
    if (!one.elsewhere.empty()) text += "; else";
    for (const UnitsElsewhere& other : one.elsewhere) {
      text += ' ' + id_of(plan, other.origin) + ':' + other.units.str() +
              (other.reach ? hours(plan, *other.reach) : " never");
    }
    text += ']';
  }
  return text;
}

/// `p:3@0h` for what came from where, `hand:2` for what was there already.
std::string taken(const Plan& plan, const Explanation& explained) {
  std::string text;
  for (const UsedUnits& one : explained.units.used) {
    if (one.needed == one.drawn) continue;
    text += " hand:" + Exact{one.needed - one.drawn}.str() + ' ' +
            plan.resource_types[one.type.value].id;
  }
  for (const TakenUnits& one : explained.units.taken)
    text += ' ' + id_of(plan, one.origin) + ':' + one.units.str() + hours(plan, one.ready);
  return text;
}

Allotted allotted(std::string_view services, std::string_view pools,
                  std::string_view staff = "a: {headcount: 10, profile: home}",
                  std::string_view more = "") {
  return Allotted{plan_of(
      "resource_types: {laptop: {}, modem: {}, tablet: {}}\nprofiles: {home: {needs: {laptop: 1}}, "
      "field: {needs: "
      "{any_of: [{tablet: 1}, {laptop: 1, modem: 1}]}}}\nsites: {north: {}, south: {}}\nstaff: {" +
      std::string{staff} + "}\nservices: {" + std::string{services} + "}\nequipment: {" +
      std::string{pools} + "}\n" + std::string{more})};
}

constexpr ServiceId first{0};
constexpr ServiceId second{1};

TEST_CASE("a service is told who holds what it lacks, and what one step more takes") {
  const Allotted given =
      allotted("s: {tier: vital, rto: 1h, mbco: 50%, staff: {a: 6}}, t: {rto: 1h, staff: {a: 4}}",
               "p: {type: laptop, count: 5}, q: {type: laptop, count: 9, lead_time: 5h}");
  const Explanation explained = given.explained(second);
  CHECK(explained.served_before == 1);
  CHECK(explained.services == 2);
  CHECK(shown(given.plan, explained.minimum) ==
        "[2 laptop@1h: there p:5; held s:3; asked 4; else q:9@5h]");
  CHECK(shown(given.plan, explained.next) ==
        "[1 laptop@1h: there p:5; held s:3 t:2; asked 1; else q:9@5h]");
  CHECK(shown(given.plan, explained.full) == "-");
  CHECK(taken(given.plan, explained) == " p:2@0h q:2@5h");
}

TEST_CASE("a service that is whole is told what limits its full level, the minima of all before") {
  const Allotted given = allotted(
      "s: {tier: vital, rto: 1h, mbco: 50%, staff: {a: 4}}, t: {rto: 1h, mbco: 50%, staff: {a: 4}}",
      "p: {type: laptop, count: 5}");
  const Explanation explained = given.explained(first);
  CHECK(shown(given.plan, explained.minimum) == "-");
  CHECK(shown(given.plan, explained.full) == "[1 laptop@1h: there p:5; held s:2 t:2; asked 2]");
  CHECK(shown(given.plan, explained.next) == "[1 laptop@1h: there p:5; held s:3 t:2; asked 1]");
}

TEST_CASE("people who are missing are told by the instant at which fewest are left") {
  const Allotted given =
      allotted("s: {tier: vital, rto: 9h, staff: {a: 4}}, t: {rto: 1h, staff: {a: 4}}",
               "p: {type: laptop, count: 20}", "a: {headcount: 10, profile: home}",
               "absences: {x: {of: a, people: 4, from: +5h, until: +20h}}");
  CHECK(shown(given.plan, given.explained(second).minimum) ==
        "[2 a@9h: present 6; held s:4; asked 4]");
}

TEST_CASE("units for others only, or that must be brought, do not count, and are named") {
  const Allotted given = allotted(
      "s: {rto: 1h, staff: {a: 4}}",
      "p: {type: laptop, count: 5, only_for: [b]}, q: {type: laptop, count: 3, site: south, "
      "transfer: 2h}, r: {type: laptop, count: 1}",
      "a: {headcount: 10, profile: home, site: north}, b: {headcount: 3, profile: home}");
  CHECK(shown(given.plan, given.explained(first).minimum) ==
        "[3 laptop@1h: there r:1; held; asked 4; else p:5 never q:3@2h]");
}

TEST_CASE("what a group holds already is used by those who come first") {
  const Allotted given = allotted(
      "s: {tier: vital, rto: 1h, staff: {a: 3}}, t: {rto: 1h, staff: {a: 3}}",
      "p: {type: laptop, count: 1}", "a: {headcount: 10, profile: home, equipped: {laptop: 4}}");
  CHECK(taken(given.plan, given.explained(first)) == " hand:3 laptop");
  CHECK(taken(given.plan, given.explained(second)) == " hand:1 laptop p:1@0h");
  CHECK(shown(given.plan, given.explained(second).minimum) ==
        "[1 laptop@1h: there p:1; held; asked 2]");
}

TEST_CASE("people with alternatives are counted as they are spread, those asked for on the first") {
  const Allotted given = allotted(
      "s: {tier: vital, rto: 1h, staff: {b: 2}}, t: {rto: 1h, staff: {c: 2}}",
      "p: {type: laptop, count: 4}, q: {type: modem, count: 2}, r: {type: tablet, count: 1}",
      "b: {headcount: 2, profile: field}, c: {headcount: 2, profile: field}");
  CHECK(shown(given.plan, given.explained(second).minimum) ==
        "[2 tablet@1h: there r:1; held s:1; asked 2]");
  CHECK(shown(given.plan, given.explained(second).next) ==
        "[1 tablet@1h: there r:1; held s:1; asked 1]");
  CHECK(taken(given.plan, given.explained(first)) == " p:1@0h q:1@0h r:1@0h");
}

TEST_CASE("a service that has all it asks for, or asks for nobody, is limited by nothing") {
  const Allotted given =
      allotted("s: {rto: 1h, staff: {a: 2}}, t: {rto: 1h}", "p: {type: laptop, count: 4}");
  for (const ServiceId service : {first, second}) {
    const Explanation explained = given.explained(service);
    CHECK_FALSE(explained.minimum);
    CHECK_FALSE(explained.full);
    CHECK_FALSE(explained.next);
  }
  CHECK(taken(given.plan, given.explained(first)) == " p:2@0h");
  CHECK(given.explained(second).units.used.empty());
}

}  // namespace
}  // namespace bcp
