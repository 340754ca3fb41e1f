#include "plan/reading/reader.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace test;

/// An English sentence with what stands for its placeholders.
std::string said(const Text& text) {
  std::string sentence{text.msgid};
  for (const NamedArgument& argument : text.arguments) {
    const std::string placeholder = "{" + std::string{argument.name} + "}";
    std::string value;
    if (const auto* word = std::get_if<std::string>(&argument.value)) value = *word;
    if (const auto* inner = std::get_if<std::shared_ptr<const Text>>(&argument.value))
      value = said(**inner);
    if (const auto* names = std::get_if<Names>(&argument.value)) {
      for (const std::string& name : *names) value += (value.empty() ? "" : " ") + name;
    }
    sentence.replace(sentence.find(placeholder), placeholder.size(), value);
  }
  return sentence;
}

/// What the only finding says can be done.
std::string way_out(std::string_view yaml) {
  const LoadedPlan plan = loaded(yaml);
  CAPTURE(yaml);
  REQUIRE(plan.found.all().size() == 1);
  REQUIRE(plan.found.all().front().help.has_value());
  return said(*plan.found.all().front().help);
}

}  // namespace

TEST_CASE("a missing key is shown with a value as its kind is written") {
  CHECK(way_out("staff: {clerks: {}}") == "add it, as in `headcount: 12`");
  CHECK(way_out("bcp: 1\nplan: {name: x, start: 2020-03-14T08:00}") ==
        "add it, as in `timezone: Europe/Paris`");
  CHECK(way_out("bcp: 1\nsites: {}") ==
        "add it, as in `plan: {name: Town council, timezone: Europe/Paris, start: "
        "2020-03-14T08:00}`");
  CHECK(way_out("services: {pay: {workarounds: {paper: {}}}}") == "add it, as in `level: 60%`");
  CHECK(way_out("equipment: {pcs: {count: 3}}") == "add `type: …`, a resource type");
}

TEST_CASE("a value of another kind is answered with how the right one is written") {
  CHECK(way_out("sites: {hall: {requires: power}}\nsuppliers: {power: {}}") ==
        "write it in brackets: `[power]`");
  CHECK(way_out("sites: {hall: {requires: {power: 1}}}\nsuppliers: {power: {}}") ==
        "put `- ` in front of each item, or brackets around all");
  CHECK(way_out("services: {pay: {staff: 12}}") ==
        "write lines such as `key: value` under the key, further to the right");
  CHECK(way_out("services: {pay: {rto: [4h]}}") ==
        "write one value, without brackets and without keys");
  CHECK(way_out("services: {pay: {rto: }}") == "write a value behind the key, or delete the key");
}

TEST_CASE("an id of another section is answered with those that may stand there") {
  const std::string teams = "teams: {porters: {members: 2}}\n";
  CHECK(way_out(teams + "services: {pay: {staff: {porters: 1}}}") ==
        "there is none yet: add one to `staff`");
  CHECK(
      way_out(teams + "services: {pay: {staff: {porters: 1}}}\nstaff: {clerks: {headcount: 3}}") ==
      "write one of clerks");
  CHECK(way_out(teams +
                "services: {pay: {staff: {porters: 1}}}\n"
                "staff: {a: {headcount: 3}, b: {headcount: 3}, c: {headcount: 3}, d: {headcount: "
                "3}, e: {headcount: 3}, f: {headcount: 3}}") == "write an id such as a b c d e");
}

TEST_CASE(
    "names that one letter tells apart are no slips of each other, nor is an entity its own") {
  const auto fix = [](std::string_view yaml) {
    const LoadedPlan plan = loaded(yaml);
    REQUIRE(plan.found.all().size() == 1);
    return plan.found.all().front().fix ? plan.found.all().front().fix->by : std::string{};
  };
  CHECK(fix("services: {pay: {requires: [site-b]}}\nsites: {site-a: {}}") == "");
  CHECK(way_out("services: {pay: {requires: [site-b]}}\nsites: {site-a: {}}") ==
        "correct the id, or add it to `applications`");
  CHECK(fix("services: {pay: {requires: [sitee-a]}}\nsites: {site-a: {}}") == "site-a");
  CHECK(fix("services: {pay-app: {requires: [pay-ap]}}") == "");
}

TEST_CASE("what is no id is answered with the id that it makes") {
  CHECK(way_out("sites: {Town hall: {}}") == "write `town-hall`, also where it is named");
  CHECK(way_out("sites: {Hôtel: {}}").starts_with("use at most 100 of"));
  CHECK(way_out("sites: {-x: {}}").starts_with("use at most 100 of"));
}

TEST_CASE("one of several keys that are missing is shown by an example") {
  CHECK(way_out("tasks: {count: {}}") == "add one of them, as in `duration: 6h`");
  CHECK(way_out("tasks: {count: {duration: 6h, started: +1h}}") ==
        "add it, as in `done: 2020-03-14T16:00`");
}

TEST_CASE("a key that stands twice is one finding") {
  CHECK(findings_of("sites:\n  hall: {}\nservices:\n  pay:\n    rto: 4h\n    rto: 5h") ==
        "BCP1101 rto");
  CHECK(findings_of("tasks: {count: {duration: 6h, duration: 7h}}") == "BCP1101 duration");
}

}  // namespace bcp
