#include "supply/grains.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace {

using namespace bcp;
using test::plan_of;

constexpr ResourceTypeId link{0};

Whole grains(const Plan& plan, const std::vector<Source>& sources = {}) {
  return grains_of(plan, Presence{plan, {}}, sources, link);
}

TEST_CASE("a unit has as many grains as make every need whole") {
  const Plan plan = plan_of(R"(
resource_types: {link: {concurrency: 70%}}
profiles: {home: {needs: {any_of: [{link: 1}, {link: 0.25}]}}}
staff: {a: {headcount: 3, profile: home}}
)");
  CHECK(grains(plan) == 40);  // of 7/10 and 7/40
  CHECK(in_grains(Exact{7, 40}, 40) == 7);
}

TEST_CASE("what a group holds is divided by its people only if some may be away") {
  const std::string staff = R"(
resource_types: {link: {}}
staff: {a: {headcount: 7, equipped: {link: 0.5}}}
)";
  CHECK(grains(plan_of(staff)) == 2);
  CHECK(grains(plan_of(staff + "absences: {flu: {of: a, people: 1}}")) == 14);
}

TEST_CASE("only lots of the type itself divide a unit") {
  const Plan plan = plan_of("resource_types: {link: {}, other: {}}");
  const Source own{NodeId{0}, link, {{plan.start, Exact{1, 3}}}};
  const Source other{NodeId{0}, ResourceTypeId{1}, {{plan.start, Exact{1, 5}}}};
  CHECK(grains(plan, {own, other}) == 3);
}

}  // namespace
