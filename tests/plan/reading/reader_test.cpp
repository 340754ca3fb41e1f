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
    if (const auto* digits = std::get_if<Number>(&argument.value)) value = digits->digits;
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
  CHECK(way_out("staff: {clerks: {}}") == "add it between the braces, as in `headcount: 12`");
  CHECK(way_out("bcp: 1\nplan: {name: x, start: 2020-03-14T08:00}") ==
        "add it between the braces, as in `timezone: Europe/Paris`");
  CHECK(way_out("bcp: 1\nsites: {}") ==
        "add it, as in `plan: {name: Town council, timezone: Europe/Paris, start: "
        "2020-03-14T08:00}`");
  CHECK(way_out("services: {pay: {workarounds: {paper: {}}}}") ==
        "add it between the braces, as in `level: 60%`");
  CHECK(way_out("equipment: {pcs: {count: 3}}") == "add `type: …`, a resource type");
}

TEST_CASE("a value of another kind is answered with how the right one is written") {
  CHECK(way_out("sites: {hall: {requires: power}}\nsuppliers: {power: {}}") ==
        "write it in brackets: `[power]`");
  CHECK(way_out("sites: {hall: {requires: {power: 1}}}\nsuppliers: {power: {}}") ==
        "write it in brackets: `[power]`");
  CHECK(way_out("sites: {hall: {requires: {any_of: [power]}}}\nsuppliers: {power: {}}") ==
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
      "write clerks");
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
  CHECK(way_out("sites: {Town hall: {}}") ==
        "write `town-hall`, also where others refer to it; a title goes under `name`");
  CHECK(way_out("sites: {Hôtel: {}}").starts_with("use at most 100 of"));
  CHECK(way_out("sites: {-x: {}}").starts_with("use at most 100 of"));
}

TEST_CASE("an id that is one but for its form is not proposed where it stands already") {
  CHECK(way_out("sites: {App: {}, app: {}}") ==
        "choose another id: `app` stands in the plan already");
}

TEST_CASE("words that may stand beside ids are proposed as they are") {
  const std::string freeze = "freezes: {f: {from: +1h, until: +2h, applies_to: ";
  CHECK(way_out(freeze + "[aplications]}}") == "did you mean `applications`?");
  CHECK(way_out(freeze + "[application]}}") == "did you mean `applications`?");
  CHECK(way_out(freeze + "[\"tags:foo\"]}}") == "did you mean `tag:foo`?");
  CHECK(way_out("scenarios: {s: {absent: {evryone: 40%}}}") == "did you mean `everyone`?");
  CHECK(way_out("sites: {x-foo: {}, a: {requires: [x-foo]}}") ==
        "choose another id: keys that begin with `x-` are never read");
}

TEST_CASE("a length of time in place of an instant counts from the start") {
  CHECK(findings_of("services: {s: {from: 30h}}") == "BCP1212 30h");
  CHECK(findings_of("services: {s: {from: 30 h}}") == "BCP1212 30 h");
  CHECK(loaded("services: {s: {from: 30h}}").found.all()[0].message.msgid.find("{form}") !=
        std::string_view::npos);
  CHECK(findings_of("bcp: 1\nplan: {name: x, timezone: UTC, start: 2020-03-14T08:00, milestones: "
                    "{30h: +1h}}\nservices: {s: {from: 30h}}") == "");
}

TEST_CASE("tiers are one or a few, and the list is at fault") {
  CHECK(findings_of("tiers: []") == "BCP1225 []");
  CHECK(way_out("tiers: [a, b, c, d, e, f, g, h, i]") ==
        "join tiers that are recovered alike, down to 8");
}

TEST_CASE("values that disagree are both shown") {
  struct Row {
    std::string_view yaml, at, also;
  };
  for (const auto& [yaml, at, also] :
       {Row{"sites: {a: {recovery: {min: 2h, likely: 1h, max: 3h}}}", "1h", "2h"},
        Row{"sites: {a: {recovery: {min: 1h, likely: 4h, max: 3h}}}", "3h", "4h"},
        Row{"teams: {t: {members: 3}}\ntasks: {k: {duration: 1h, team: {t: {min: 3, max: 2}}}}",
            "3", "2"},
        Row{"staff: {c: {headcount: 2, first_time: 5}}", "5", "2"},
        Row{"staff: {c: {headcount: 2}}\nabsences: {f: {of: c, people: 1, from: +3h, until: +2h}}",
            "+2h", "+3h"}}) {
    CAPTURE(yaml);
    const LoadedPlan plan = loaded(yaml);
    REQUIRE(plan.found.all().size() == 1);
    CHECK(underlined(plan, plan.found.all()[0].at) == at);
    CHECK(underlined(plan, plan.found.all()[0].also.at(0).at) == also);
  }
}

TEST_CASE("one of several keys that are missing is shown by an example") {
  CHECK(way_out("tasks: {count: {}}") == "add one of them, as in `duration: 6h`");
  CHECK(way_out("tasks: {count: {duration: 6h, started: +1h}}") ==
        "add it, as in `done: 2020-03-14T16:00`");
}

TEST_CASE("a misspelt key is read as the one that is certainly meant, and is the only finding") {
  for (const std::string_view yaml :
       {"staff: {clerks: {headcont: 10}}", "sites: {a: {recovery: {min: 1h, likly: 2h, max: 3h}}}",
        "services: {s: {workarounds: {w: {levl: 60%}}}}",
        "tasks: {k: {duration: 1h}, j: {duration: 1h, after: [{tsk: k}]}}",
        "tasks: {k: {duraton: 1h}}",
        "calendars: {b: {week: {mon: open}}, c: {phases: [{calender: b}]}}",
        "bcp: 1\nplan: {nme: T, timezone: UTC, start: 2020-03-14T08:00}",
        "bcp: 1\npln: {name: T, timezone: UTC, start: 2020-03-14T08:00}",
        "infrastructre: {db: {}}\napplications: {a: {requires: [db]}}",
        "networks: {db: {}}\napplications: {a: {requires: [db]}}",
        "comunications: {chanels: {mail: {}}}\napplications: {a: {requires: [mail]}}",
        "sites: {a: {}, b: {requires: [{anyof: [a]}]}}",
        "sites: {a: {}, b: {requires: [{at_least: 1, items: [a]}]}}",
        "resource_types: {laptop: {}}\nprofiles: {p: {needs: {anyof: [{laptop: 1}]}}}"}) {
    CAPTURE(yaml);
    const LoadedPlan plan = loaded(yaml);
    CHECK(plan.found.all().size() <= (yaml.starts_with("com") ? 2 : 1));
    for (const Diagnostic& one : plan.found.all()) CHECK(one.code == Code::unknown_key);
  }
  CHECK(findings_of(
            {{"bcp.yaml", "bpc: 1\nplan: {name: T, timezone: UTC, start: 2020-03-14T08:00}"}}) ==
        "BCP1203 bpc");
  CHECK(findings_of("sitse: {a: {recovry: 1q}}") == "BCP1203 sitse; BCP1203 recovry; BCP1211 1q");
}

TEST_CASE("a key that stands there already is not what a misspelt one means") {
  const LoadedPlan plan = loaded("sites: {a: {recovery: 1h, recovry: 2q}}");
  CHECK(findings(plan) == "BCP1203 recovry");
  CHECK_FALSE(plan.found.all()[0].fix.has_value());
  CHECK(underlined(plan, plan.found.all()[0].also.at(0).at) == "recovery");
  CHECK(way_out("services: {s: {rto: 1h, rtoo: 2h}}") ==
        "delete one of the two: `rto` stands there already");
}

TEST_CASE("what holds nothing at all is one finding that lists the keys") {
  CHECK(findings_of("options: {o: {adds: }}") == "BCP1201 adds");
  CHECK(findings_of("bcp: 1\nplan:") == "BCP1201 plan");
  CHECK(findings_of("sites: {a: {recovery: {}}}") == "BCP1202 recovery");
  CHECK(way_out("options: {o: {adds: {}}}") == "write such a map: `{type: …, count: 12}`");
}

TEST_CASE("an id that stands twice is found where one of its entities may stand") {
  CHECK(findings_of("sites: {techs: {}}\nteams: {techs: {members: 3}}\n"
                    "tasks: {t: {duration: 1h, team: techs}}") == "BCP1303 techs");
}

TEST_CASE("what stands under an id of another section is read too") {
  const std::vector<std::string> sections = {"services",  "applications", "infrastructure",
                                             "sites",     "suppliers",    "staff",
                                             "equipment", "licences",     "communications"};
  const auto written = [](const std::string& section, const std::string& id) {
    const std::string entity = id + ": {requires: [zork]}";
    return section == "communications" ? "communications: {channels: {" + entity + "}}\n"
                                       : section + ": {" + entity + "}\n";
  };
  for (const std::string& first : sections) {
    for (const std::string& second : sections) {
      if (first == second) continue;
      CAPTURE(first);
      CAPTURE(second);
      const std::string found = findings_of(written(first, "twin") + written(second, "twin"));
      CHECK(found.find("BCP1303 twin") != std::string::npos);
      CHECK(found.find("BCP1301 zork") != found.rfind("BCP1301 zork"));
    }
  }
}

TEST_CASE("a missing space behind `:` or `-` is what to write") {
  CHECK(way_out("services: {s: {rto:4h}}") == "write a space behind the `:`: `rto: 4h`");
  CHECK(way_out("services:\n  s:\n    rto:4h") == "write a space behind the `:`: `rto: 4h`");
  CHECK(findings_of("staff: {clerks: {headcount:3}}") == "BCP1203 headcount:3");
  CHECK(way_out("sites:\n  a: {}\n  b:\n    requires:\n      -a\n      -c") ==
        "write a space behind the `-` of each item: `- a`");
}

TEST_CASE("a task has one of two sizes, and a named team its number behind it") {
  CHECK(findings_of("tasks: {a: {duration: 1h, work: 3pd}}") == "BCP1103 work");
  CHECK(way_out("teams: {techs: {members: 3}}\n"
                "tasks: {t: {duration: 1h, team: techs, people: {min: 2, max: 3}}}") ==
        "write `team: {techs: {min: 2, max: 3}}` in place of both");
}

TEST_CASE("a key that stands twice is one finding") {
  CHECK(findings_of("sites:\n  hall: {}\nservices:\n  pay:\n    rto: 4h\n    rto: 5h") ==
        "BCP1101 rto");
  CHECK(findings_of("tasks: {count: {duration: 6h, duration: 7h}}") == "BCP1101 duration");
}

}  // namespace bcp
