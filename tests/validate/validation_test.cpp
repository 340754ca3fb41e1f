#include "validate/validation.hpp"

#include "plan/plan_of.hpp"

using namespace bcp;
using namespace bcp::test;

TEST_CASE("validation keeps what loading found and marks what is allowed") {
  const LoadedPlan plan = loaded(
      {{"bcp.yaml", std::string{head} + "include: [\"no/*.yaml\"] # bcp: allow BCP1403 because x\n"
                                        "staff: {clerks: {headcount: 3, first_time: 5}}\n"}});
  const Diagnostics found = validation(plan, {});
  REQUIRE(found.all().size() >= 2);
  CHECK(found.all()[0].code == Code::empty_glob);
  CHECK(found.all()[0].is_suppressed());
  CHECK(found.all()[1].code == Code::first_time_above_headcount);
  CHECK_FALSE(found.all()[1].is_suppressed());
}

TEST_CASE("an error of form hides no contradiction between two values that could be read") {
  const LoadedPlan plan = loaded(std::string{head} +
                                 "services:\n"
                                 "  aid: {rto: 2d, mtpd: 1d, requires: [nothing]}\n"
                                 "  pay: {rto: 2 days, mtpd: 1d}\n");
  CHECK_FALSE(plan.plan);
  std::vector<Code> codes;
  const Diagnostics found = validation(plan, {});
  for (const Diagnostic& one : found.all()) codes.push_back(one.code);
  CHECK(codes == std::vector{Code::rto_above_mtpd, Code::unknown_reference, Code::bad_duration});
}

TEST_CASE("what form alone finds leaves comments about meaning in peace") {
  const LoadedPlan plan = loaded(
      std::string{head} +
      "services: {aid: {rto: 2d, mtpd: 1d}} # bcp: allow BCP2001 because it is being discussed\n");
  CHECK(findings_of_form(plan).all().empty());
  const Diagnostics found = validation(plan, {});
  REQUIRE(found.all().size() == 1);
  CHECK(found.all()[0].code == Code::rto_above_mtpd);
  CHECK(found.all()[0].is_suppressed());
}

TEST_CASE("what is overdue is looked for on a day only, and its comments are in peace without") {
  const LoadedPlan plan = loaded(
      std::string{head} +
      "actions: {a: {text: Call, due: 2020-05-01}} # bcp: allow BCP2605 because nobody answers\n");
  CHECK(validation(plan, {}).all().empty());
  const auto day = Date{std::chrono::year{2020} / 6 / 1};
  REQUIRE(validation(plan, {.as_of = day}).all().size() == 1);
  CHECK(validation(plan, {.as_of = day}).all()[0].is_suppressed());
}
