#include "plan/load.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using namespace test;

std::string ids_of(const Plan& plan) {
  std::string ids;
  for (const NodeRef& node : plan.nodes) {
    const auto number = NodeId{static_cast<std::uint32_t>(&node - plan.nodes.data())};
    ids +=
        (ids.empty() ? "" : " ") + std::string{name_of(node.kind)} + ':' + node_of(plan, number).id;
  }
  return ids;
}

TEST_CASE("a plan is a file, or a folder with a `bcp.yaml`") {
  const FileAccess files = memory_files({{"town/bcp.yaml", whole("sites: {a: {}}")}});
  for (const std::string path : {"town", "town/", "town/bcp.yaml"}) {
    CAPTURE(path);
    const auto plan = load_plan(path, files);
    REQUIRE(plan.has_value());
    CHECK(findings(*plan) == "");
    CHECK(ids_of(*plan->plan) == "site:a");
  }
}

TEST_CASE("what is no regular file is not read at all") {
  const FileAccess files = memory_files({{"pipe.yaml", "", "", FileAccess::Kind::other},
                                         {"empty", "", "", FileAccess::Kind::folder}});
  CHECK(load_plan("pipe.yaml", files).error().msgid == "`{path}` is no regular file");
  CHECK(load_plan("empty", files).error().msgid == "the file `{path}` does not exist");
  CHECK(load_plan("nowhere.yaml", files).error().msgid == "the file `{path}` does not exist");
}

TEST_CASE("a text stands for a file of the working folder, and may include others there") {
  const FileAccess files = memory_files({{"sites.yaml", "sites: {a: {}}"}});
  const auto plan = load_plan_text(whole("include: [sites.yaml]"), "<stdin>", files);
  REQUIRE(plan.has_value());
  CHECK(findings(*plan) == "");
  CHECK(ids_of(*plan->plan) == "site:a");
}

TEST_CASE("the version is 1, and may stand in every file") {
  CHECK(findings_of("bcp: 1\nplan: {name: x, timezone: UTC, start: 2020-03-14T08:00}") == "");
  CHECK(findings_of("bcp: '1'\nplan: {name: x, timezone: UTC, start: 2020-03-14T08:00}") == "");
  CHECK(findings_of("bcp: 2\nplan: {name: x, timezone: UTC, start: 2020-03-14T08:00}") ==
        "BCP1102 2");
  CHECK(findings_of("# bcp: 1\nplan: {name: x, timezone: UTC, start: 2020-03-14T08:00}")
            .starts_with("BCP1202"));
  CHECK(findings_of({{"bcp.yaml", whole("include: [more.yaml]")},
                     {"more.yaml", "bcp: 1\nsites: {a: {}}"}}) == "");
  CHECK(findings_of({{"bcp.yaml", whole("include: [more.yaml]")}, {"more.yaml", "bcp: 2"}}) ==
        "BCP1101 bcp");
}

TEST_CASE("an empty plan is one finding, an empty file among others none") {
  for (const std::string_view text : {"", "\n", "# bcp: nothing\n", "\xEF\xBB\xBF"}) {
    CAPTURE(text);
    CHECK(findings_of({{"bcp.yaml", std::string{text}}}) == "BCP1202 ");
  }
  CHECK(findings_of({{"bcp.yaml", whole("include: [a.yaml, b.yaml]")},
                     {"a.yaml", ""},
                     {"b.yaml", "# none\n"}}) == "");
}

TEST_CASE("a plan that is no map is one finding") {
  CHECK(findings_of({{"bcp.yaml", "[1]"}}).starts_with("BCP1201 [1]"));
  CHECK(findings_of({{"bcp.yaml", whole("include: [a.yaml]")}, {"a.yaml", "text"}}) ==
        "BCP1201 text");
}

TEST_CASE("line ends and a byte order mark change nothing") {
  std::string windows = whole("sites:\n  a:\n    name: Head office\n  b: {}\n");
  for (std::size_t at = 0; (at = windows.find('\n', at)) != std::string::npos; at += 2)
    windows.insert(at, 1, '\r');
  const LoadedPlan plan = loaded({{"bcp.yaml", "\xEF\xBB\xBF" + windows}});
  CHECK(findings(plan) == "");
  CHECK(ids_of(*plan.plan) == "site:a site:b");
  CHECK(plan.plan->sites[0].name.at("") == "Head office");
}

TEST_CASE("anchors, aliases and merge keys are followed") {
  const Plan plan = plan_of(R"(
x-base: &base {recovery: 4h, owner: town}
sites: &sites {a: *base, b: {<<: *base, recovery: 2h}}
suppliers: {c: {<<: [{recovery: 1h}, *base]}}
)");
  CHECK(plan.sites[0].recovery == Estimate{std::chrono::hours{4}});
  CHECK(plan.sites[1].recovery == Estimate{std::chrono::hours{2}});
  CHECK(plan.sites[1].owner == "town");
  CHECK(plan.suppliers[0].recovery == Estimate{std::chrono::hours{1}});
}

TEST_CASE("keys that begin with `x-` are the author's own, at any place") {
  CHECK(findings_of(R"(
x-a: {anything: [1, {2: 3}]}
sites: {x-b: [], a: {x-c: 1, tested: {recovery: 4h, x-d: {}}}}
services: {s: {impact: {x-e: 1}, requires: [{any_of: [a], x-f: 1}]}}
calendars: {c: {week: {mon: open, x-g: 1}, except: {x-h: 1}}}
)") == "");
  CHECK(findings_of("x-a: [1") != "");
}

TEST_CASE("an unknown key is one finding, with the key that may be meant") {
  const LoadedPlan plan = loaded("sites: {a: {recovry: 4h}, b: {colour: red}}\nsevices: {}\n");
  CHECK(findings(plan) == "BCP1203 recovry; BCP1203 colour; BCP1203 sevices");
  CHECK(plan.found.all()[0].fix->by == "recovery");
  CHECK_FALSE(plan.found.all()[1].fix.has_value());
  CHECK(plan.found.all()[2].fix->by == "services");
  CHECK_FALSE(plan.plan.has_value());
}

TEST_CASE("`include` is a key like any other: misspelt, of a wrong kind, or without its value") {
  const LoadedPlan plan = loaded("inclde: [more.yaml]");
  CHECK(findings(plan) == "BCP1203 inclde");
  CHECK(plan.found.all()[0].fix->by == "include");
  CHECK(findings_of("inclde: [more.yaml]\nservices: {s: {requires: [elsewhere]}}") ==
        "BCP1203 inclde");
  CHECK(findings_of("include: more.yaml") == "BCP1201 more.yaml");
  CHECK(findings_of("include: {more.yaml: }") == "BCP1201 {more.yaml: }");
  CHECK(findings_of("include:") == "BCP1201 include");
  CHECK(findings_of("include: !mine [more.yaml]") == "BCP1013 !mine");
  CHECK(findings_of("include: [[more.yaml], '', ]") == "BCP1201 [more.yaml]; BCP1201 ''");
  CHECK(findings_of({{"bcp.yaml", whole("include: [a.yaml, b.yaml]")},
                     {"a.yaml", "include: [a.yaml]"},
                     {"b.yaml", "include: {}"}}) == "BCP1201 {}");
}

TEST_CASE("a missing key is a finding at what lacks it") {
  CHECK(findings_of("staff: {clerks: {}}") == "BCP1202 clerks");
  CHECK(findings_of("absences: {flu: {}}") == "BCP1104 flu; BCP1202 flu");
  CHECK(findings_of("tasks: {t: {}}") == "BCP1104 t");
}

std::string with_milestones(const std::string& milestones) {
  return "bcp: 1\nplan: {name: x, timezone: UTC, start: 2020-03-14T08:00, milestones: {" +
         milestones + "}}\n";
}

TEST_CASE("milestones may stand on others, in any order, but not in a circle") {
  const Plan plan = plan_of(with_milestones("a: b, b: c, c: +1h, d: a"));
  REQUIRE(plan.milestones.size() == 4);
  for (const Milestone& milestone : plan.milestones) CHECK(milestone.at == plan.milestones[2].at);
  CHECK(findings_of(with_milestones("a: b, b: a, c: +1h, d: a")) == "BCP1212 b");
  CHECK(findings_of(with_milestones("c: +1h, e: e")) == "BCP1212 e");
  CHECK(findings_of(with_milestones("a: b, b: +1")) == "BCP1212 +1");
}

TEST_CASE("a long chain of milestones is read to its end") {
  std::string chain;
  for (int i = 0; i < 3000; ++i) chain += fmt::format("m{}: m{}, ", i, i + 1);
  CHECK(plan_of(with_milestones(chain + "m3000: +1h")).milestones.size() == 3001);
}

TEST_CASE("hints at ids end where comparing with all of them would take too long") {
  std::string sites = "sites:\n";
  std::string list;
  for (int i = 0; i < 3000; ++i) {
    sites += fmt::format("  site-{}: {{}}\n", i);
    list += fmt::format("site-{}x, ", i);
  }
  const LoadedPlan plan = loaded(sites + "services: {s: {requires: [" + list + "]}}\n");
  REQUIRE(plan.found.all().size() == 3000);
  CHECK(plan.found.all().front().help->msgid == "did you mean `{name}`?");
  CHECK(plan.found.all().back().help->msgid != "did you mean `{name}`?");
}

TEST_CASE("a reference to nothing is a finding with the id that may be meant") {
  const LoadedPlan plan =
      loaded("sites: {head-office: {}}\nservices: {s: {requires: [hed-office, nowhere-at-all]}}");
  CHECK(findings(plan) == "BCP1301 hed-office; BCP1301 nowhere-at-all");
  CHECK(plan.found.all()[0].fix->by == "head-office");
  CHECK_FALSE(plan.found.all()[1].fix.has_value());
}

TEST_CASE("a reference to something of another section shows both places") {
  const LoadedPlan plan =
      loaded("teams: {t: {members: 1}}\nservices: {s: {requires: [t], staff: {t: 2}}}");
  CHECK(findings(plan) == "BCP1302 t; BCP1302 t");
  for (const Diagnostic& finding : plan.found.all())
    CHECK(underlined(plan, finding.also.at(0).at) == "t");
}

TEST_CASE("an id stands once in the whole plan, and both places are shown") {
  for (const std::string_view yaml :
       {"sites: {a: {}}\nteams: {a: {members: 1}}",
        "services: {s: {workarounds: {a: {level: 1}}}}\nsites: {a: {}}",
        "bcp: 1\nplan: {name: x, timezone: UTC, start: 2020-03-14T08:00, milestones: {a: "
        "+1h}}\nsites: {a: {}}",
        "communications: {channels: {a: {}}}\nsites: {a: {}}",
        "equipment: {a: {type: t, count: 1}}\nlicences: {a: {type: "
        "t, count: 1}}\nresource_types: {t: {}}"}) {
    CAPTURE(yaml);
    const LoadedPlan plan = loaded(yaml);
    REQUIRE(findings(plan) == "BCP1303 a");
    CHECK(underlined(plan, plan.found.all()[0].also.at(0).at) == "a");
    CHECK(plan.found.all()[0].also[0].at < plan.found.all()[0].at);
  }
  CHECK(findings_of("sites: {a: {}, a: {}}") == "BCP1101 a");
}

TEST_CASE("an end before its beginning is found whenever the plan starts") {
  const auto found = [](std::string_view section) {
    return findings_of(
        "bcp: 1\nplan: {name: x, timezone: UTC, start: 1970-01-01T00:00}\nteams: {t: "
        "{members: 1}}\n" +
        std::string{section});
  };
  CHECK(found("absences: {a: {of: t, people: 1, from: +2h, until: +1h}}") == "BCP2406 +1h");
  CHECK(found("freezes: {f: {from: +2h, until: +0s, applies_to: [teams]}}") == "BCP2406 +0s");
  CHECK(found("freezes: {f: {from: x, until: +0s, applies_to: [teams]}}").find("BCP2406") ==
        std::string::npos);
  CHECK(found("changes: {c: {entity: t, at: +0s, until: +0s}}") == "BCP2406 +0s");
}

TEST_CASE("an id is of its form and no word of the format") {
  CHECK(findings_of("sites: {A: {}, -a: {}, staff: {}, everyone: {}, 4a.b_c-d: {}}") ==
        "BCP1304 A; BCP1304 -a; BCP1304 staff; BCP1304 everyone");
  CHECK(findings_of("sites: {" + std::string(100, 'a') + ": {}}") == "");
  CHECK(findings_of("sites: {" + std::string(101, 'a') + ": {}}").starts_with("BCP1304"));
}

TEST_CASE("sections of several files are merged, those inside others too") {
  const LoadedPlan plan = loaded({
      {"bcp.yaml",
       whole("include: [more.yaml]\nsites: {b: {}}\ncommunications: {channels: {mail: {}}}\n"
             "roles: {chief: {}}\nactivation: {start: {on: {by: [chief]}}}")},
      {"more.yaml",
       "sites: {a: {}, c: {}}\nplan: {milestones: {tuesday: 2020-03-17T08:00}}\n"
       "communications: {channels: {phone: {}}}\nactivation: {start: {up: {}}, stop: {off: {}}}"},
  });
  REQUIRE(findings(plan) == "");
  CHECK(ids_of(*plan.plan) == "site:a site:b site:c channel:mail channel:phone");
  CHECK(plan.plan->milestones.size() == 2);
  CHECK(plan.plan->activation_start.size() == 2);
  CHECK(plan.plan->activation_stop.size() == 1);
}

TEST_CASE("what stands in two files and cannot be merged shows both places") {
  for (const std::string_view more :
       {"sites: {a: {}}", "plan: {name: Other}", "tiers: [one]",
        "plan: {milestones: {monday: +1h}}", "sites: {x: {}}\nteams: {a: {members: 1}}"}) {
    CAPTURE(more);
    const LoadedPlan plan =
        loaded({{"bcp.yaml", whole("include: [more.yaml]\ntiers: [vital]\nsites: {a: {}}")},
                {"more.yaml", std::string{more}}});
    REQUIRE(plan.found.all().size() == 1);
    const Diagnostic& finding = plan.found.all()[0];
    CHECK((finding.code == Code::duplicate_id || finding.code == Code::duplicate_key));
    CHECK(finding.at.file.value == 1);
    CHECK(finding.also.at(0).at.file.value == 0);
    CHECK(underlined(plan, finding.at) == underlined(plan, finding.also[0].at));
  }
}

TEST_CASE("an entity whose id another file gave before is read for its own mistakes") {
  CHECK(findings_of({{"bcp.yaml", whole("include: [more.yaml]\nsites: {a: {}}")},
                     {"more.yaml", "sites: {a: {recovery: 4q}}"}}) == "BCP1303 a; BCP1211 4q");
  const std::string calendar = "calendars: {c: {week: {mon: ";
  CHECK(findings_of({{"bcp.yaml", whole("include: [more.yaml]\n" + calendar + "open}}}")},
                     {"more.yaml", calendar + "shut}}}"}}) == "BCP1303 c; BCP2401 shut");
}

TEST_CASE("a drill in place of a plan is one finding, with the plan's name") {
  const LoadedPlan plan =
      loaded({{"bcp.yaml", "bcp-drill: 1\ndrill: {plan: ../town}\ninjects: {}"}});
  CHECK(findings(plan) == "BCP1203 bcp-drill");
  CHECK(plan.found.all()[0].help->arguments.size() == 1);
}

TEST_CASE("an entity may carry a name by language, a text for people") {
  const Plan plan = plan_of("sites: {a: {name: {fr: Siège, en: Head office}}}");
  CHECK(plan.sites[0].name == LocalText{{"en", "Head office"}, {"fr", "Siège"}});
  CHECK(findings_of("sites: {a: {name: {french: Siège}}}") == "BCP1203 french");
}

TEST_CASE("a file that could not be read makes no findings about ids that it may hold") {
  const std::string root = whole("include: [more.yaml]\nservices: {s: {requires: [somewhere]}}");
  CHECK(findings_of({{"bcp.yaml", root}, {"more.yaml", "sites: {somewhere: {}}"}}) == "");
  CHECK(findings_of({{"bcp.yaml", root}, {"more.yaml", "sites: {somewhere: [}"}})
            .starts_with("BCP1005"));
  for (const std::string_view broken :
       {"sites: {somewhere: [}", "sites:\n\tsomewhere: {}", "a: \xFF"}) {
    CAPTURE(broken);
    const LoadedPlan plan = loaded({{"bcp.yaml", root}, {"more.yaml", std::string{broken}}});
    CHECK(plan.found.all().size() == 1);
    CHECK(plan.found.all()[0].at.file.value == 1);
  }
  CHECK(findings_of({{"bcp.yaml", root}}) == "BCP1401 more.yaml");
  CHECK(findings_of({{"bcp.yaml", root}, {"more.yaml", "sites: [somewhere]"}}) ==
        "BCP1201 [somewhere]");
}

TEST_CASE("brackets in the name of the plan's own folder are no glob") {
  const FileAccess files =
      memory_files({{"plans[1]/bcp.yaml", whole("include: [\"parts/*.yaml\", \"../b*/c.yaml\"]")},
                    {"plans[1]/parts/sites.yaml", "sites: {a: {requires: [nothing]}}"},
                    {"plans[1]/.git/x", ""},
                    {"plans1/parts/sites.yaml", "sites: {b: {}}"}});
  const auto plan = load_plan("plans[1]", files);
  REQUIRE(plan.has_value());
  CHECK(findings(*plan) == "BCP1402 \"../b*/c.yaml\"");
}

TEST_CASE("a tag is a finding wherever it stands") {
  for (const std::string_view yaml :
       {"calendars: {c: {week: {mon: !mine [08:00-12:00]}}}",
        "calendars: {c: {week: {!mine mon: open}}}",
        "calendars: {c: {week: {mon: [!mine 08:00-12:00]}}}", "!mine sites: {a: {}}",
        "sites: {!mine a: {}}", "policies: {p: {applies_to: [!mine \"tag:foo\"]}}",
        "scenarios: {s: {absent: {!mine everyone: 10%}}}", "sites: &x !mine {a: {}}",
        "sites: !mine &x\n  a: {}\n"}) {
    CAPTURE(yaml);
    CHECK(findings_of(yaml) == "BCP1013 !mine");
  }
  CHECK(findings_of({{"bcp.yaml", whole("include: [b.yaml]\nsites: {a: {}}")},
                     {"b.yaml", "!mine\nsites: !mine {b: {}}"}}) == "BCP1013 !mine; BCP1013 !mine");
}

TEST_CASE("a wrong `include` makes no findings about ids either") {
  CHECK(findings_of("include: more.yaml\nservices: {s: {requires: [somewhere]}}") ==
        "BCP1201 more.yaml");
  CHECK(findings_of("include: [[more.yaml]]\nservices: {s: {requires: [somewhere]}}") ==
        "BCP1201 [more.yaml]");
}

TEST_CASE("files that a plan names may be missing, which is a warning; one outside is an error") {
  const LoadedPlan plan =
      loaded("sites: {a: {procedure: \"runbooks/a.md#restart\"}, c: {procedure: /c.md}}");
  CHECK(findings(plan) == "BCP1404 \"runbooks/a.md#restart\"; BCP1402 /c.md");
  CHECK(plan.found.all()[0].severity == Severity::warning);
  CHECK(findings_of({{"bcp.yaml", whole("sites: {a: {procedure: a.md#restart}}")},
                     {"a.md", "# restart"}}) == "");
}

TEST_CASE("the order of a text, and the files that it is spread over, change no plan") {
  const std::string a = "sites: {b: {}, a: {}}\n";
  const std::string b = "services: {s: {requires: [a], staff: {g: 2}}, r: {}}\n";
  const std::string c = "staff: {h: {headcount: 3}, g: {headcount: 2}}\n";
  const std::vector<std::vector<MemoryFile>> spellings = {
      {{"bcp.yaml", whole(a + b + c)}},
      {{"bcp.yaml", whole(c + b + a)}},
      {{"bcp.yaml", c + b + whole(a)}},
      {{"bcp.yaml", whole("include: [c.yaml, a.yaml]\n" + b)}, {"a.yaml", a}, {"c.yaml", c}},
      {{"bcp.yaml", whole("include: [\"*.yaml\"]")},
       {"a.yaml", a},
       {"b.yaml", b},
       {"c.yaml", "include: [b.yaml]\n" + c}},
      {{"bcp.yaml",
        whole("services: {r: {}, s: {staff: {g: 2}, requires: [a]}}\nsites:\n  a:\n  b:\n" + c)}},
  };
  for (const std::vector<MemoryFile>& files : spellings) {
    CAPTURE(files[0].text);
    for (const unsigned threads : {1U, 8U}) {
      const LoadedPlan plan = loaded(files, {.overrides = {}, .threads = threads});
      REQUIRE(findings(plan) == "");
      CHECK(ids_of(*plan.plan) == "site:a site:b staff:g staff:h service:r service:s");
      CHECK(plan.plan->services[1].requirements.at(0).node == NodeId{0});
      CHECK(plan.plan->services[1].staff.at(0).staff == StaffId{0});
      CHECK(plan.plan->staff[1].headcount == 3);
    }
  }
}

TEST_CASE("findings are the same on one thread and on eight, and in one order") {
  std::vector<MemoryFile> files = {{"bcp.yaml", whole("include: [\"parts/*.yaml\"]")}};
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    files.push_back({"parts/" + number + ".yaml",
                     "sites: {s" + number + ": {recovery: soon, colour: red}}\nteams: [}\n"});
  }
  const std::string one = findings(loaded(files, {.overrides = {}, .threads = 1}));
  CHECK(one.size() > 40 * 8);
  CHECK(findings(loaded(files, {.overrides = {}, .threads = 8})) == one);
}

}  // namespace
}  // namespace bcp
