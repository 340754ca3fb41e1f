#include "people/findings/assumptions.hpp"

#include <doctest/doctest.h>

#include "plan/judged.hpp"

namespace bcp {
namespace {

using namespace test;

TEST_CASE("each assumption is a note at its text, and no warning") {
  const Plan plan = plan_of("sites: {hq: {assumption: seen once}}\nteams: {a: {members: 1}}");
  Diagnostics found;
  find_open_assumptions(plan, found);
  REQUIRE(found.all().size() == 1);
  CHECK(found.all().front().severity == Severity::note);
  CHECK(judged_by(find_open_assumptions,
                  "sites: {hq: {assumption: seen once}}\nteams: {a: {members: 1}}") ==
        "BCP2606 seen once");
}

}  // namespace
}  // namespace bcp
