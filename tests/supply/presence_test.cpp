#include "supply/presence.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"

namespace bcp {
namespace {

using test::instant_of;
using test::plan_of;

constexpr StaffId group{0};
constexpr TeamId team{0};
using People = std::vector<Count>;
using Times = std::vector<std::string_view>;

/// Ten people, a team of six of them, and their absences.
struct Example {
  explicit Example(std::string_view absences)
      : plan(plan_of("staff: {g: {headcount: 10}}\nteams: {t: {members: 6, of: g}}\nabsences: {" +
                     std::string{absences} + "}")),
        presence(plan, {}) {}

  /// How many are there at each of these times.
  template <class Id>
  [[nodiscard]] People present(Id id, const Times& times) const {
    People people;
    for (const std::string_view at : times)
      people.push_back(presence.present(id, instant_of(plan, at)));
    return people;
  }

  Plan plan;
  Presence presence;
};

TEST_CASE("an absence holds from its beginning to its end, and a share is rounded up") {
  const Example example{"a: {of: g, share: 21%, from: +1h, until: +2h}"};
  CHECK(example.present(group, {"+59m", "+1h", "+119m", "+2h"}) == People{10, 7, 7, 10});
  CHECK(example.presence.changes(group) ==
        std::vector<Instant>{instant_of(example.plan, "+1h"), instant_of(example.plan, "+2h")});
}

TEST_CASE("without a beginning or an end it holds ever since or for ever") {
  const Example example{"a: {of: g, people: 3}"};
  CHECK(example.present(group, {"+0h", "+36500d"}) == People{7, 7});
  CHECK(example.presence.changes(group).empty());
  CHECK(example.presence.may_be_away(group));
}

TEST_CASE("absences that overlap add up, down to nobody") {
  const Example example{
      "a: {of: g, people: 4, until: +2h}, b: {of: g, share: 50%, from: +1h}, c: {of: g, people: "
      "999, from: +3h}"};
  CHECK(example.present(group, {"+0h", "+1h", "+2h", "+3h"}) == People{6, 1, 5, 0});
}

TEST_CASE("a team loses the share of its group that is away, rounded up, and its own on top") {
  const Example example{
      "a: {of: g, people: 2, from: +1h}, b: {of: t, people: 1, from: +2h}, c: {of: t, share: 100%, "
      "from: +3h}"};
  CHECK(example.present(team, {"+0h", "+1h", "+2h", "+3h"}) == People{6, 4, 3, 0});
  CHECK(example.present(group, {"+2h"}) == People{8});
  CHECK(example.presence.changes(team).size() == 3);
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
