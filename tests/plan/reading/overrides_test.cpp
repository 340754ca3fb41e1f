#include "plan/reading/overrides.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::findings;

constexpr std::string_view yaml = R"(
x-base: &base {headcount: 5, owner: town}
staff: {clerks: *base, agents: *base, crm: {headcount: 1}, crm-4.2: {headcount: 2}, crm-4.2.headcount: {headcount: 3}}
resource_types: {laptop: {}}
equipment: {room: {type: laptop, count: 220}}
)";

LoadedPlan changed(const std::vector<std::string>& overrides) {
  return test::loaded(yaml, {.overrides = overrides, .threads = 1});
}

Count headcount(const LoadedPlan& plan, std::string_view id) {
  REQUIRE(findings(plan) == "");
  return std::ranges::find(plan.plan->staff, id, &StaffGroup::id)->headcount;
}

TEST_CASE("`--set` changes one value, and later ones win") {
  CHECK(changed({"equipment.room.count=0"}).plan->pools[0].count == 0);
  CHECK(changed({"equipment.room.count=0", "equipment.room.count=7"}).plan->pools[0].count == 7);
  CHECK(changed({}).plan->pools[0].count == 220);
}

TEST_CASE("the longest key of the map counts, brackets quote one") {
  const std::vector<std::string> into_crm = {"staff.crm.headcount=9"};
  CHECK(headcount(changed(into_crm), "crm") == 9);
  const std::vector<std::string> into_version = {"staff.[crm-4.2].headcount=9"};
  CHECK(headcount(changed(into_version), "crm-4.2") == 9);
  CHECK(headcount(changed(into_version), "crm-4.2.headcount") == 3);
  const std::vector<std::string> into_longest = {"staff.crm-4.2.headcount.headcount=9"};
  CHECK(headcount(changed(into_longest), "crm-4.2") == 2);
  CHECK(headcount(changed(into_longest), "crm-4.2.headcount") == 9);
}

TEST_CASE("other places that share a value by an alias keep theirs") {
  const LoadedPlan plan = changed({"staff.clerks.headcount=9"});
  CHECK(headcount(plan, "clerks") == 9);
  CHECK(headcount(plan, "agents") == 5);
  CHECK(plan.plan->staff[0].owner == "town");
  CHECK(plan.plan->staff[1].owner == "town");
}

TEST_CASE("what does not exist is added") {
  const LoadedPlan plan =
      changed({"sites.annex.recovery=4h", "plan.milestones.tuesday=+72h", "staff.crm.site=annex"});
  REQUIRE(findings(plan) == "");
  CHECK(plan.plan->sites.at(0).recovery == Estimate{std::chrono::hours{4}});
  CHECK(plan.plan->milestones.size() == 2);
}

TEST_CASE("a value that begins like YAML is YAML, any other a text as written") {
  CHECK(changed({"staff.clerks={headcount: 7, tags: [a, b]}"}).plan->staff[1].tags.size() == 2);
  CHECK(changed({"staff.clerks.tags=[a, \"b, c\"]"}).plan->staff[1].tags.at(1) == "b, c");
  CHECK(changed({"staff.clerks.owner='#1'"}).plan->staff[1].owner == "#1");
  CHECK(changed({"staff.clerks.owner=town: hall # one"}).plan->staff[1].owner ==
        "town: hall # one");
  CHECK(changed({"staff.clerks.owner=a=b"}).plan->staff[1].owner == "a=b");
}

TEST_CASE("a finding about a changed value shows the command line") {
  struct Row {
    std::string_view text, finding;
  };
  for (const auto& [text, finding] : {
           Row{"equipment.room.count=many", "BCP1220 many"},
           Row{"equipment.room.count=", "BCP1220 "},
           Row{"equipment.room.colour=red", "BCP1203 colour"},
           Row{"equipment.room.count={a: 1}", "BCP1201 {a: 1}"},
           Row{"staff.clerks.site=nowhere", "BCP1301 nowhere"},
           Row{"equipment.room.tags=[a, [b]]", "BCP1201 [b]"},
           Row{"equipment.room.count.x=1", "BCP1201 equipment.room.count"},
       }) {
    CAPTURE(text);
    const LoadedPlan plan = changed({std::string{text}});
    CHECK(plan.text->files[plan.found.all().at(0).at.file].name == "--set");
    if (!text.ends_with("x=1")) CHECK(findings(plan) == finding);
  }
  CHECK(findings(changed({"staff.clerks.tags=[a"})).starts_with("BCP1005"));
}

TEST_CASE("an override that adds what is nearly there already is a warning and counts as written") {
  const LoadedPlan plan = changed({"staff.clerkss.headcount=7"});
  CHECK(findings(plan) == "BCP1308 clerkss");
  REQUIRE(plan.plan.has_value());
  CHECK(plan.plan->staff.size() == changed({}).plan->staff.size() + 1);
  CHECK(findings(changed({"staff.somebody-else.headcount=7"})) == "");
}

TEST_CASE("a byte order mark in front of an override is skipped") {
  CHECK(changed({"\xEF\xBB\xBFstaff.clerks.headcount=7"}).plan->staff[1].headcount == 7);
  CHECK(findings(changed({"\xEF\xBB\xBFstaff.clerks.headcount=x"})) == "BCP1220 x");
  const FileAccess files = memory_files({{"bcp.yaml", test::whole(yaml)}});
  CHECK_FALSE(load_plan("bcp.yaml", files, {.overrides = {"\xEF\xBB\xBF=x"}}).has_value());
}

TEST_CASE("an override may put a key of its own anywhere") {
  CHECK(findings(changed({"x-note=anything", "staff.clerks.x-note={a: [1]}"})) == "");
}

TEST_CASE("files are read before `--set` counts, so that it names none") {
  const FileAccess files = memory_files({{"bcp.yaml", test::whole("sites: {a: {}}")}});
  for (const std::string path : {"include", "[include]"}) {
    const auto plan = load_plan("bcp.yaml", files, {.overrides = {path + "=[more.yaml]"}});
    REQUIRE_FALSE(plan.has_value());
    CHECK(plan.error().msgid.find("cannot set `include`") != std::string_view::npos);
  }
}

TEST_CASE("a path has as many steps as values are deep") {
  const FileAccess files = memory_files({{"bcp.yaml", test::whole("sites: {a: {}}")}});
  std::string path = "x-a";
  for (int steps = 1; steps < 64; ++steps) path += ".b";
  CHECK(load_plan("bcp.yaml", files, {.overrides = {path + "=1"}}).has_value());
  CHECK_FALSE(load_plan("bcp.yaml", files, {.overrides = {path + ".b=1"}}).has_value());
  for (int steps = 0; steps < 100'000; ++steps) path += ".b";
  CHECK_FALSE(load_plan("bcp.yaml", files, {.overrides = {path + "=1"}}).has_value());
}

TEST_CASE("what is no PATH=VALUE is refused as a whole") {
  const FileAccess files = memory_files({{"bcp.yaml", test::whole(yaml)}});
  for (const std::string text : {"", "=", "=1", "count", ".a=1", "a.=1", "a..b=1"}) {
    CAPTURE(text);
    const auto plan = load_plan("bcp.yaml", files, {.overrides = {text}, .threads = 1});
    REQUIRE_FALSE(plan.has_value());
    CHECK(plan.error().msgid.starts_with("`--set {text}` is not of the form PATH=VALUE"));
  }
}

}  // namespace
}  // namespace bcp
