#include "supply/gap_figures.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "supply/grains.hpp"
#include "supply/serving.hpp"

namespace bcp {

namespace {

Whole units_up(const Whole& amount, const Whole& grains) { return ceiling(Exact{amount, grains}); }

/// Grains of a source up to an instant, `ready` being those up to and with each lot.
Whole ready_by(const Plan& plan, const Source& source, const std::vector<Whole>& ready,
               const Whole& grains, Instant at) {
  if (const auto units = ready_within_tail(plan, source, at)) return in_grains(*units, grains);
  const std::vector<Lot>& lots = source.lots;
  const auto later = std::ranges::upper_bound(lots, at, {}, &Lot::ready);
  return later == lots.begin() ? Whole{0}
                               : ready[static_cast<std::size_t>(later - lots.begin()) - 1];
}

std::vector<Count> capped(const std::vector<Whole>& people, const std::vector<Count>& present) {
  std::vector<Count> counted(people.size());
  std::ranges::transform(people, present, counted.begin(), [](const Whole& one, Count most) {
    return one < most ? static_cast<Count>(one) : most;
  });
  return counted;
}

/// Some units that serve the same groups.
struct ReachingUnits {
  Whole units;
  std::vector<bool> groups;
};

/// What of the needs is met at most; groups that the same units serve count as one.
template <class Amount>
Whole most_met(const std::vector<ReachingUnits>& arrived, const std::vector<Whole>& needs) {
  std::map<std::vector<bool>, Whole> by_access;
  for (std::size_t group = 0; group < needs.size(); ++group) {
    if (needs[group] == 0) continue;
    std::vector<bool> access;
    for (const ReachingUnits& one : arrived) access.push_back(one.groups[group]);
    by_access[access] += needs[group];
  }
  std::vector<Source> sources;
  for (const ReachingUnits& one : arrived)
    sources.push_back({StaffId{}, ResourceTypeId{}, {{Instant{}, Exact{one.units}}}});
  std::vector<std::vector<std::optional<Seconds>>> delays;
  for (const auto& [access, need] : by_access) {
    auto& of_units = delays.emplace_back(access.size());
    for (std::size_t i = 0; i < access.size(); ++i) {
      if (access[i]) of_units[i] = Seconds{0};
    }
  }
  Serving<Amount> serving{sources, std::move(delays), [](const Exact& units) {
                            return static_cast<Amount>(boost::multiprecision::numerator(units));
                          }};
  Amount met{0};
  std::uint32_t number = 0;
  for (const auto& [access, need] : by_access)
    met += serving.raise(serving.demand(number++, Instant{}), static_cast<Amount>(need));
  return Whole{met};
}

}  // namespace

GapCounting::GapCounting(const Plan& plan, const Presence& presence,
                         const std::vector<Source>& stock)
    : plan_(plan),
      presence_(presence) {
  for (std::uint32_t type = 0; type < plan.resource_types.size(); ++type)
    types_.push_back(type_of(ResourceTypeId{type}, stock));
  for (const Source& source : stock) {
    Type& type = types_[source.type.value];
    Supply supply{&source, {}};
    Whole ready{0};
    for (const Lot& lot : source.lots)
      supply.ready.push_back(ready += in_grains(lot.units, type.grains));
    const bool is_pool = std::holds_alternative<PoolId>(source.origin);
    if (is_pool) {
      const auto delays = transfers(plan, source);
      for (const Group& group : type.groups) supply.delays.push_back(delays[group.staff.value]);
    }
    (is_pool ? type.pools : type.provided).push_back(std::move(supply));
  }
}

GapCounting::Type GapCounting::type_of(ResourceTypeId number,
                                       const std::vector<Source>& stock) const {
  Type type;
  type.grains = grains_of(plan_, presence_, stock, number);
  for (std::uint32_t group = 0; group < plan_.staff.size(); ++group) {
    const StaffId staff{group};
    const Exact need = need_of_one(plan_, staff, number);
    const Exact holding = equipped(plan_, staff, number);
    if (need == 0 && holding == 0) continue;
    type.groups.push_back({.staff = staff,
                           .need = in_grains(need, type.grains),
                           .equipped = in_grains(holding, type.grains),
                           .gives = plan_.staff[group].reassign});
  }
  return type;
}

GapCounting::Available GapCounting::available(const Type& type, Instant at,
                                              const std::vector<Count>& present) const {
  Available there;
  for (const Supply& pool : type.pools)
    there.obtainable += ready_by(plan_, *pool.source, pool.ready, type.grains, at);
  for (const Supply& node : type.provided)
    there.provided += ready_by(plan_, *node.source, node.ready, type.grains, at);
  for (const Group& group : type.groups) {
    const Count headcount = plan_.staff[group.staff.value].headcount;
    if (!group.gives || headcount == 0) continue;
    const Count people = present[group.staff.value];
    const Whole beyond = group.equipped * people / headcount - group.need * people;
    if (beyond > 0) there.given += beyond / type.grains * type.grains;  // whole units only
  }
  there.obtainable += there.given;
  return there;
}

GapCounting::Lacking GapCounting::lacking(const Type& type, const std::vector<Count>& present,
                                          const std::vector<Count>& counted) const {
  Lacking lacking;
  for (const Group& group : type.groups) {
    const Count headcount = plan_.staff[group.staff.value].headcount;
    const Whole need = group.need * counted[group.staff.value];
    const Whole held =
        headcount == 0 ? Whole{0} : Whole{group.equipped * present[group.staff.value] / headcount};
    const Whole lacks = need > held ? Whole{need - held} : Whole{0};
    lacking.needed += need;
    lacking.total += lacks;
    lacking.of_groups.push_back(lacks);
  }
  return lacking;
}

Whole GapCounting::unmet(const Type& type, Instant at, const Available& there,
                         const Lacking& lacking) const {
  std::vector<ReachingUnits> arrived;
  bool is_restricted = false;
  for (const Supply& pool : type.pools) {
    const Whole by_then = ready_by(plan_, *pool.source, pool.ready, type.grains, at);
    if (by_then == 0) continue;
    ReachingUnits early{by_then, {}};  // what has reached even those to whom it must be brought
    ReachingUnits late{Whole{0}, {}};
    for (std::size_t i = 0; i < type.groups.size(); ++i) {
      const auto& delay = pool.delays[i];
      early.groups.push_back(delay.has_value());
      late.groups.push_back(delay == Seconds{0});
      if (delay.value_or(Seconds{0}) > Seconds{0})
        early.units = ready_by(plan_, *pool.source, pool.ready, type.grains, at - *delay);
      is_restricted = is_restricted || (lacking.of_groups[i] > 0 && delay != Seconds{0});
    }
    late.units = by_then - early.units;
    arrived.push_back(std::move(early));
    if (late.units > 0) arrived.push_back(std::move(late));
  }
  const Whole free = there.provided + there.given;
  if (!is_restricted) {
    const Whole all = there.provided + there.obtainable;
    return lacking.total > all ? Whole{lacking.total - all} : Whole{0};
  }
  arrived.push_back({free, std::vector<bool>(type.groups.size(), true)});
  Whole largest = lacking.total;
  for (const ReachingUnits& one : arrived) largest += one.units;
  const bool is_small = largest < std::numeric_limits<std::int64_t>::max();
  return lacking.total - (is_small ? most_met<std::int64_t>(arrived, lacking.of_groups)
                                   : most_met<Whole>(arrived, lacking.of_groups));
}

GapCounting::Measure GapCounting::measure(const Type& type, Instant at, const Available& there,
                                          const Lacking& lacking) const {
  Measure measure;
  measure.needed = units_up(lacking.needed, type.grains);
  const Whole rest = units_up(lacking.total - there.provided, type.grains);
  const Whole missing = rest > 0 ? rest : Whole{0};
  measure.in_hand = measure.needed - missing;
  measure.gap = units_up(unmet(type, at, there, lacking), type.grains);
  const Whole obtainable = there.obtainable / type.grains;
  const Whole by_formula = rest > obtainable ? Whole{rest - obtainable} : Whole{0};
  measure.out_of_reach = measure.gap - by_formula;
  return measure;
}

GapFigures GapCounting::figures(ResourceTypeId number, Instant at,
                                const PeopleWanted& people) const {
  const Type& type = types_[number.value];
  const Available there = available(type, at, people.present);
  const auto of = [&](const std::vector<Count>& counted) {
    return measure(type, at, there, lacking(type, people.present, counted));
  };
  const Measure all = of(people.present);
  const Measure services = of(capped(people.of_services, people.present));
  const Measure minimum = of(capped(people.of_minimum, people.present));
  return {.needed = all.needed,
          .needed_services = services.needed,
          .needed_minimum = minimum.needed,
          .in_hand = all.in_hand,
          .in_hand_minimum = minimum.in_hand,
          .obtainable = there.obtainable / type.grains,
          .gap = all.gap,
          .gap_services = services.gap,
          .gap_minimum = minimum.gap,
          .out_of_reach = all.out_of_reach,
          .out_of_reach_minimum = minimum.out_of_reach};
}

Whole GapCounting::gap_minimum(ResourceTypeId number, Instant at,
                               const PeopleWanted& people) const {
  const Type& type = types_[number.value];
  const Lacking minimum = lacking(type, people.present, capped(people.of_minimum, people.present));
  return units_up(unmet(type, at, available(type, at, people.present), minimum), type.grains);
}

}  // namespace bcp
