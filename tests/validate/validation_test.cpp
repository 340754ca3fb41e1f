#include "validate/validation.hpp"

#include "plan/plan_of.hpp"

using namespace bcp;
using namespace bcp::test;

TEST_CASE("validation keeps what loading found and marks what is allowed") {
  const LoadedPlan plan = loaded(
      {{"bcp.yaml", std::string{head} + "include: [\"no/*.yaml\"] # bcp: allow BCP1403 because x\n"
                                        "staff: {clerks: {headcount: 3, first_time: 5}}\n"}});
  const Diagnostics found = validation(plan);
  REQUIRE(found.all().size() >= 2);
  CHECK(found.all()[0].code == Code::empty_glob);
  CHECK(found.all()[0].is_suppressed());
  CHECK(found.all()[1].code == Code::first_time_above_headcount);
  CHECK_FALSE(found.all()[1].is_suppressed());
}
