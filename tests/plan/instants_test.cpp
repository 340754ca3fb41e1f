#include "plan/instants.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::findings_of;
using test::plan_of;

constexpr std::string_view paris = R"(
bcp: 1
plan: {name: x, timezone: Europe/Paris, start: 2020-03-28T08:00, milestones: {home: 2020-03-29T10:00, later: +1d, same: later}}
)";

std::string shown(const Plan& plan, std::string_view text) {
  return iso_8601(test::instant_of(plan, text), plan.zone);
}

TEST_CASE(
    "an instant is a time in the plan's zone, one with offset, one from the start, or a "
    "milestone") {
  const Plan plan = plan_of(paris);
  CHECK(iso_8601(plan.start, plan.zone) == "2020-03-28T08:00:00+01:00");
  CHECK(shown(plan, "2020-03-29T10:00") == "2020-03-29T10:00:00+02:00");
  CHECK(shown(plan, "2020-03-29T10:00+01:00") == "2020-03-29T11:00:00+02:00");
  CHECK(shown(plan, "2020-03-29T10:00Z") == "2020-03-29T12:00:00+02:00");
  CHECK(shown(plan, "+24h") == "2020-03-29T09:00:00+02:00");
  CHECK(shown(plan, "home") == "2020-03-29T10:00:00+02:00");
  CHECK(shown(plan, "same") == shown(plan, "+24h"));
  CHECK(instant_in(plan, "nowhere").error().msgid == "`{text}` is no milestone of the plan");
}

TEST_CASE("the keys of a plan may stand in any order") {
  const Plan plan = plan_of(
      "tasks: {t: {duration: 1h, due: home}}\nplan: {milestones: {home: +1h}, start: "
      "2020-03-14T08:00, "
      "timezone: Europe/Paris, name: x}\nbcp: 1");
  CHECK(iso_8601(*plan.tasks[0].due, plan.zone) == "2020-03-14T09:00:00+01:00");
}

std::string found(std::string_view milestones) {
  return findings_of(
      "bcp: 1\nplan: {name: x, timezone: UTC, start: 2020-03-14T08:00, milestones: {" +
      std::string{milestones} + "}}\ntasks: {t: {duration: 1h, due: m}}");
}

TEST_CASE("a milestone may stand on another one, but not on itself") {
  CHECK(found("m: +1h") == "");
  CHECK(found("m: b, b: c, c: +1h") == "");
  CHECK(found("m: m") == "BCP1212 m");
  CHECK(found("m: b, b: m, c: +1h") == "BCP1212 b");
  CHECK(found("m: nowhere") == "BCP1301 nowhere");
  CHECK(found("m: 10:00") == "BCP1212 10:00");
  CHECK(found("m: 2020-03-16") == "BCP1212 2020-03-16");
  CHECK(found("b: +1h") == "BCP1301 m");
}

TEST_CASE("a milestone may look like a date") {
  CHECK(found("2020-03-16.m: +1h, m: 2020-03-16.m") == "");
}

TEST_CASE("a plan's start is no instant that counts from it, its zone one of the database") {
  const auto head = [](std::string_view zone, std::string_view start) {
    return findings_of("bcp: 1\nplan: {name: x, timezone: " + std::string{zone} +
                       ", start: " + std::string{start} + "}");
  };
  CHECK(head("Europe/Paris", "2020-03-14T08:00") == "");
  CHECK(head("Europe/Paris", "2020-03-14T08:00+05:00") == "");
  CHECK(head("Europe/Paris", "+1h") == "BCP1212 +1h");
  CHECK(head("Europe/Paris", "monday") == "BCP1212 monday");
  for (const std::string_view zone :
       {"Paris", "europe/paris", "CET+1", "../UTC", "/etc/localtime", "\"\""}) {
    CAPTURE(zone);
    CHECK(head(zone, "2020-03-14T08:00") == "BCP1223 " + std::string{zone});
  }
}

TEST_CASE("an end that is not after its beginning is a warning") {
  CHECK(findings_of("freezes: {f: {from: +2h, until: +2h, applies_to: [tasks]}}") == "BCP2406 +2h");
  CHECK(findings_of("freezes: {f: {from: +2h, until: +3h, applies_to: [tasks]}}") == "");
  CHECK(
      findings_of(
          "staff: {g: {headcount: 1}}\nabsences: {a: {of: g, people: 1, from: +2h, until: +1h}}") ==
      "BCP2406 +1h");
  CHECK(findings_of("freezes: {f: {from: soon, until: +2h, applies_to: [tasks]}}") ==
        "BCP1301 soon");
  CHECK(findings_of("freezes: {f: {from: +2h, until: soon, applies_to: [tasks]}}") ==
        "BCP1301 soon");
}

}  // namespace
}  // namespace bcp
