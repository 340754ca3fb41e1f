#include "validate/suppression.hpp"

#include "plan/plan_of.hpp"
#include "validate/validation.hpp"

using namespace bcp;
using namespace bcp::test;

namespace {

LoadedPlan loaded_with_head(std::string_view yaml) {
  return loaded({{"bcp.yaml", std::string{head} + std::string{yaml}}});
}

/// The codes found, in order; what is allowed in brackets with its reason.
std::string judged(const LoadedPlan& plan, const std::vector<Code>& not_looked_for = {}) {
  Diagnostics found = plan.found;
  suppress(plan, not_looked_for, found);
  std::string text;
  for (const Diagnostic& one : found.all()) {
    text += (text.empty() ? "" : " ") + code_text(one.code);
    if (one.is_suppressed()) text += '(' + *one.allowed_because + ')';
  }
  return text;
}

std::string judged(std::string_view yaml) { return judged(loaded_with_head(yaml)); }

}  // namespace

TEST_CASE("a comment on the line of a finding allows it, and so does one on the line above") {
  CHECK(judged("include: [\"no/*.yaml\"] # bcp: allow BCP1403 because they come later\n") ==
        "BCP1403(they come later)");
  CHECK(judged("# bcp: allow BCP1403 because they come later\ninclude: [\"no/*.yaml\"]\n") ==
        "BCP1403(they come later)");
  CHECK(judged("#bcp:allow   BCP1403\tbecause  x\r\ninclude: [\"no/*.yaml\"]\n") == "BCP1403(x)");
}

TEST_CASE("a comment further away, below or about another code allows nothing") {
  CHECK(judged("# bcp: allow BCP1403 because x\n\ninclude: [\"no/*.yaml\"]\n") ==
        "BCP9004 BCP1403");
  CHECK(judged("include: [\"no/*.yaml\"]\n# bcp: allow BCP1403 because x\n") == "BCP1403 BCP9004");
  CHECK(judged("# bcp: allow BCP1404 because x\ninclude: [\"no/*.yaml\"]\n") == "BCP9004 BCP1403");
}

TEST_CASE("one comment allows all findings of its code on its line") {
  CHECK(judged("# bcp: allow BCP1403 because x\ninclude: [\"a/*.yaml\", \"b/*.yaml\"]\n") ==
        "BCP1403(x) BCP1403(x)");
}

TEST_CASE("one comment may allow several codes") {
  CHECK(judged("# bcp: allow BCP1403, BCP2102 because x\ninclude: [\"no/*.yaml\"]\n") ==
        "BCP9004 BCP1403(x)");
}

TEST_CASE("a comment without a reason allows nothing") {
  CHECK(judged("include: [\"no/*.yaml\"] # bcp: allow BCP1403\n") == "BCP1403 BCP9002");
  CHECK(judged("include: [\"no/*.yaml\"] # bcp: allow BCP1403 because \n") == "BCP1403 BCP9002");
}

TEST_CASE("a comment that cannot be read is a finding, and one about something else is none") {
  CHECK(judged("# bcp: alow BCP1403 because x\n") == "BCP9001");
  CHECK(judged("# bcp: allow 1403 because x\n") == "BCP9001");
  CHECK(judged("# bcp: allow BCP14x3 because x\n") == "BCP9001");
  CHECK(judged("# bcp: allow\n") == "BCP9001");
  CHECK(judged("# bcp: allow BCP1403, or so because x\n") == "BCP9001");
  CHECK(judged("# bcp: ignore BCP1403 because x\n") == "BCP9001");
  CHECK(judged("# bcp: allow BCP1403 as x\n") == "BCP9001");
  CHECK(judged("# bcp: 1\n# bcp: see the manual\n") == "");
}

TEST_CASE("a code that does not exist is a finding of its own") {
  CHECK(judged("# bcp: allow BCP0001 because x\n") == "BCP9003");
}

TEST_CASE("a text that looks like a comment is none") {
  CHECK(judged("x-note: |\n  # bcp: allow BCP1403 because x\nx-other: \"# bcp: allow\"\n") == "");
}

TEST_CASE("an error of form stays one, whatever a comment says") {
  const LoadedPlan plan =
      loaded_with_head("stafff: {} # bcp: allow BCP1203 because we like it so\n");
  REQUIRE_FALSE(plan.plan.has_value());
  CHECK(judged(plan) == "BCP1203");
  Diagnostics found = plan.found;
  suppress(plan, {}, found);
  REQUIRE(found.all()[0].also.size() == 1);
  CHECK(underlined(plan, found.all()[0].also[0].at) ==
        "# bcp: allow BCP1203 because we like it so");
}

TEST_CASE("beside an error of form a warning may be allowed, and no comment is called useless") {
  CHECK(judged("include: [\"no/*.yaml\"] # bcp: allow BCP1403 because x\n"
               "stafff: {}\n"
               "# bcp: allow BCP2406 because meaning is not looked at now\n") ==
        "BCP1403(x) BCP1203");
}

TEST_CASE("nobody knows whether a comment is useful whose code was not looked for") {
  const LoadedPlan plan = loaded_with_head("# bcp: allow BCP1403 because x\n");
  CHECK(judged(plan, {Code::empty_glob}) == "");
  CHECK(judged(plan, {Code::missing_text}) == "BCP9004");
}

TEST_CASE("comments of every file count, each in its own file") {
  const LoadedPlan plan =
      loaded({{"bcp.yaml", std::string{head} + "include: [more.yaml]\n"},
              {"more.yaml", "# bcp: allow BCP1403 because x\ninclude: [\"no/*.yaml\"]\n"}});
  CHECK(judged(plan) == "BCP1403(x)");
  const LoadedPlan apart =
      loaded({{"bcp.yaml", std::string{head} + "include: [more.yaml]\n"
                                               "# bcp: allow BCP1403 because x\n"},
              {"more.yaml", "\n\n\ninclude: [\"no/*.yaml\"]\n"}});
  CHECK(judged(apart) == "BCP9004 BCP1403");
}

TEST_CASE("a finding about a `--set` is allowed by no comment") {
  const LoadedPlan plan =
      loaded({{"bcp.yaml", std::string{head} + "# bcp: allow BCP2301 because x\n"
                                               "staff: {clerks: {headcount: 3}}\n"}},
             {.overrides = {"staff.clerks.first_time=5"}});
  CHECK(judged(plan) == "BCP9004 BCP2301");
}
