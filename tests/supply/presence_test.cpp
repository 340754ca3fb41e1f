#include "supply/presence.hpp"

#include <ostream>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::instant_of;
using test::plan_of;

constexpr StaffId group{0};
constexpr TeamId team{0};

Plan plan_with(std::string_view absences) {
  return plan_of("staff: {g: {headcount: 10}}\nteams: {t: {members: 6, of: g}}\nabsences: {" +
                 std::string{absences} + "}");
}

TEST_CASE("an absence holds from its beginning to its end, and a share is rounded up") {
  const Plan plan = plan_with("a: {of: g, share: 21%, from: +1h, until: +2h}");
  const Presence presence{plan, {}};
  CHECK(presence.present(group, instant_of(plan, "+59m")) == 10);
  CHECK(presence.present(group, instant_of(plan, "+1h")) == 7);
  CHECK(presence.present(group, instant_of(plan, "+119m")) == 7);
  CHECK(presence.present(group, instant_of(plan, "+2h")) == 10);
  CHECK(presence.changes(group) ==
        std::vector<Instant>{instant_of(plan, "+1h"), instant_of(plan, "+2h")});
}

TEST_CASE("without a beginning or an end it holds ever since or for ever") {
  const Plan plan = plan_with("a: {of: g, people: 3}");
  const Presence presence{plan, {}};
  CHECK(presence.present(group, plan.start) == 7);
  CHECK(presence.present(group, plan.start + std::chrono::years{100}) == 7);
  CHECK(presence.changes(group).empty());
  CHECK(presence.may_be_away(group));
}

TEST_CASE("absences that overlap add up, down to nobody") {
  const Plan plan = plan_with(
      "a: {of: g, people: 4, until: +2h}, b: {of: g, share: 50%, from: +1h}, c: {of: g, people: "
      "999, from: +3h}");
  const Presence presence{plan, {}};
  CHECK(presence.present(group, plan.start) == 6);
  CHECK(presence.present(group, instant_of(plan, "+1h")) == 1);
  CHECK(presence.present(group, instant_of(plan, "+2h")) == 5);
  CHECK(presence.present(group, instant_of(plan, "+3h")) == 0);
}

TEST_CASE("a team loses the share of its group that is away, rounded up, and its own on top") {
  const Plan plan = plan_with(
      "a: {of: g, people: 2, from: +1h}, b: {of: t, people: 1, from: +2h}, c: {of: t, share: 100%, "
      "from: +3h}");
  const Presence presence{plan, {}};
  CHECK(presence.present(team, plan.start) == 6);
  CHECK(presence.present(team, instant_of(plan, "+1h")) == 4);
  CHECK(presence.present(group, instant_of(plan, "+2h")) == 8);
  CHECK(presence.present(team, instant_of(plan, "+2h")) == 3);
  CHECK(presence.present(team, instant_of(plan, "+3h")) == 0);
  CHECK(presence.changes(team).size() == 3);
}

TEST_CASE("what the command line adds holds from the plan's start on, for one group or for each") {
  const Plan plan =
      plan_of("staff: {g: {headcount: 10}, h: {headcount: 5}}\nabsences: {a: {of: g, people: 1}}");
  const Presence one{plan, {{StaffId{0}, ShareOrCount{Count{3}}}}};
  CHECK(one.present(StaffId{0}, plan.start) == 6);
  CHECK(one.present(StaffId{1}, plan.start) == 5);
  CHECK(one.present(StaffId{0}, plan.start - Seconds{1}) == 9);
  const Presence all{plan, {{std::nullopt, ShareOrCount{Ratio{{4, 1}}}}}};
  CHECK(all.present(StaffId{0}, plan.start) == 5);
  CHECK(all.present(StaffId{1}, plan.start) == 3);
}

TEST_CASE("a group of nobody has nobody") {
  const Plan plan = plan_of(
      "staff: {g: {headcount: 0}}\nteams: {t: {members: 2, of: g}}\nabsences: {a: {of: g, share: "
      "50%}}");
  const Presence presence{plan, {}};
  CHECK(presence.present(group, plan.start) == 0);
  CHECK(presence.present(team, plan.start) == 2);
}

}  // namespace
}  // namespace bcp
