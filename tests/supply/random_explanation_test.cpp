// What holds of every explanation: its cut proves what is missing, and the units of all services together exist.
#include <algorithm>
#include <map>
#include <ostream>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "plan/plan_of.hpp"
#include "random_cases.hpp"
#include "supply/allotted.hpp"
#include "supply/commitments.hpp"
#include "supply/random_supply.hpp"

namespace bcp {
namespace {

using test::Allotted;
using test::Dice;
using test::plan_of;
using test::random_cases;
using test::random_supply;

/// The commitments made before a service's turn for its minimum, on other supply.
Commitments made_again(const Allotted& given, const std::vector<Source>& sources,
                       std::span<const Commitment> made) {
  Commitments commitments{given.plan, given.presence, sources};
  for (const Commitment& one : made) commitments.commit({{one.staff, one.people}}, one.from);
  return commitments;
}

Exact missing_of(Commitments commitments, ResourceTypeId type, const MorePeople& more, Instant by) {
  for (const Shortfall& one : commitments.shortfalls(more, by)) {
    if (one.type == type) return one.missing;
  }
  return 0;
}

/// The commitments before a service's turn, and its own that begin then.
std::span<const Commitment> with_own(const Allotted& given, const ServiceShare& share,
                                     std::size_t before, Instant from) {
  const std::span made{given.allotment.commitments};
  std::size_t end = before;
  while (end < made.size() && made[end].service == share.service && made[end].from == from) ++end;
  return made.first(end);
}

/// Those asked for who are there.
MorePeople there(const Limit& limit) {
  MorePeople people;
  for (const StaffNeed& need : limit.more) people[need.staff] = need.people;
  for (const PeopleLimit& one : limit.people) people[one.staff] -= one.missing;
  return people;
}

Exact sum(const std::vector<Holder>& holders) {
  Exact all;
  for (const Holder& one : holders) all += one.amount;
  return all;
}

struct Seen {
  int minima = 0, full = 0, people = 0, types_together = 0, elsewhere = 0, holders = 0;
};

Source& source_named(std::vector<Source>& sources, const UnitsLimit& limit, const auto& origin) {
  return *std::ranges::find_if(sources, [&](const Source& source) {
    return source.type == limit.type && source.origin == origin;
  });
}

/// The cut is the proof: see `UnitsLimit`.
void check_units(const Allotted& given, const UnitsLimit& limit, const Limit& of,
                 std::span<const Commitment> made, Seen& seen) {
  Exact available;
  for (const SupplySource& source : limit.there) available += source.units;
  REQUIRE(limit.missing > 0);
  REQUIRE(available + limit.missing == sum(limit.held) + limit.asked);
  const MorePeople more = there(of);
  for (const SupplySource& source : limit.there) {
    std::vector<Source> sources = given.sources;
    source_named(sources, limit, source.origin).lots.front().units += 1;
    REQUIRE(missing_of(made_again(given, sources, made), limit.type, more, of.by) ==
            limit.missing - 1);
  }
  for (const UnitsElsewhere& other : limit.elsewhere) {
    std::vector<Source> sources = given.sources;
    source_named(sources, limit, other.origin).lots.back().units += 100;
    REQUIRE(missing_of(made_again(given, sources, made), limit.type, more, of.by) == limit.missing);
    ++seen.elsewhere;
  }
  for (const Holder& holder : limit.held) {
    std::vector<Commitment> others{made.begin(), made.end()};
    std::erase_if(others, [&](const Commitment& one) { return one.service == holder.service; });
    REQUIRE(missing_of(made_again(given, given.sources, others), limit.type, more, of.by) <
            limit.missing);
    ++seen.holders;
  }
}

void check_limit(const Allotted& given, const Limit& limit, std::span<const Commitment> made,
                 Seen& seen) {
  seen.people += limit.people.empty() ? 0 : 1;
  seen.types_together += limit.units.size() > 1 ? 1 : 0;
  REQUIRE_FALSE((limit.people.empty() && limit.units.empty()));
  std::vector<Source> enough = given.sources;
  for (const UnitsLimit& one : limit.units) {
    check_units(given, one, limit, made, seen);
    std::vector<Source> nearly = given.sources;
    const Exact less = one.missing - 1;
    if (less > 0) nearly.push_back({StaffId{0}, one.type, {{given.plan.start, less}}});
    REQUIRE_FALSE(made_again(given, nearly, made).feasible(there(limit), limit.by));
    enough.push_back({StaffId{0}, one.type, {{given.plan.start, one.missing}}});
  }
  REQUIRE(made_again(given, enough, made).feasible(there(limit), limit.by));
  for (const PeopleLimit& one : limit.people) {
    MorePeople one_more = there(limit);
    ++one_more[one.staff];
    REQUIRE_FALSE(made_again(given, enough, made).feasible(one_more, limit.by));
    REQUIRE(Exact{one.present} - sum(one.held) <= one.asked - one.missing);
  }
}

using LotName = std::pair<std::string, std::pair<ResourceTypeId, Instant>>;

void check_taken(const Allotted& given, const Explanation& explained,
                 std::map<LotName, Exact>& of_lots) {
  std::map<std::pair<StaffId, ResourceTypeId>, Exact> sums;
  for (const TakenUnits& one : explained.units.taken) {
    sums[{one.staff, one.type}] += one.units;
    of_lots[{id_of(given.plan, one.origin), {one.type, one.ready}}] += one.units;
    const auto source = std::ranges::find_if(given.sources, [&](const Source& of) {
      return of.origin == one.origin && of.type == one.type;
    });
    const auto delay = transfers(given.plan, *source)[one.staff.value];
    REQUIRE(delay);
    REQUIRE(one.ready + *delay <= one.due);
  }
  for (const UsedUnits& one : explained.units.used) {
    REQUIRE(sums[{one.staff, one.type}] == one.drawn);
    REQUIRE(one.drawn <= one.needed);
  }
}

TEST_CASE(
    "in random plans the cut proves what is missing, and all services' units together exist") {
  Dice dice{412};
  Seen seen;
  for (int i = 0; i < random_cases(2'000); ++i) {
    const std::string text = random_supply(dice);
    CAPTURE(i);
    CAPTURE(text);
    const Allotted given{plan_of(text)};
    std::map<LotName, Exact> of_lots;
    for (const ServiceShare& share : given.allotment.services) {
      const Explanation explained = given.explained(share.service);
      const std::span made{given.allotment.commitments};
      REQUIRE(explained.minimum.has_value() == (share.whole_at != share.at));
      if (explained.minimum) {
        ++seen.minima;
        std::vector<std::pair<StaffId, Count>> people;
        for (const PeopleLimit& one : explained.minimum->people)
          people.emplace_back(one.staff, one.missing);
        std::vector<std::pair<ResourceTypeId, Whole>> units;
        for (const UnitsLimit& one : explained.minimum->units)
          units.emplace_back(one.type, ceiling(one.missing));
        REQUIRE(people == share.short_of_people);
        REQUIRE(units == share.short_of_units);
        check_limit(given, *explained.minimum, made.first(share.before_minimum), seen);
        check_limit(given, *explained.next, with_own(given, share, share.before_minimum, share.at),
                    seen);
      }
      if (explained.full) {
        ++seen.full;
        check_limit(given, *explained.full, made.first(share.before_full), seen);
        if (!explained.minimum)
          check_limit(given, *explained.next,
                      with_own(given, share, share.before_full, *share.whole_at), seen);
      }
      check_taken(given, explained, of_lots);
    }
    for (const Source& source : given.sources) {
      for (const Lot& lot : source.lots)
        REQUIRE(of_lots[{id_of(given.plan, source.origin), {source.type, lot.ready}}] <= lot.units);
    }
  }
  MESSAGE(seen.minima << " minima not reached, " << seen.full << " full levels not reached, "
                      << seen.people << " for lack of people, " << seen.types_together
                      << " for several types, " << seen.elsewhere << " sources of no use, "
                      << seen.holders << " holders");
  CHECK(std::min({seen.minima, seen.full, seen.people, seen.types_together, seen.elsewhere,
                  seen.holders}) >= random_cases(200));
}

}  // namespace
}  // namespace bcp
