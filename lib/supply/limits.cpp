#include "supply/limits.hpp"

#include <algorithm>
#include <utility>

#include "supply/draws.hpp"

namespace bcp {

namespace {

Exact sum_of(std::span<const Lot> lots) {
  Exact units;
  for (const Lot& lot : lots) units += lot.units;
  return units;
}

class Limiting {
public:
  Limiting(const Plan& plan, const Presence& presence, const std::vector<Source>& sources,
           std::span<const Commitment> made, Commitments& commitments)
      : plan_(plan),
        presence_(presence),
        sources_(sources),
        made_(made),
        commitments_(commitments) {}

  [[nodiscard]] Limit limit(const MorePeople& more, Instant by) {
    Limit limit{by, {}, {}, {}};
    MorePeople there = more;
    for (auto& [staff, people] : there) {
      limit.more.push_back({staff, people});
      const Count left = std::min(people, commitments_.left_present(staff, by));
      if (left < people) limit.people.push_back(people_limit(staff, people, people - left, by));
      people = left;
    }
    for (const Shortfall& shortfall : commitments_.shortfalls(there, by))
      limit.units.push_back(units_limit(shortfall, there, by));
    return limit;
  }

private:
  [[nodiscard]] PeopleLimit people_limit(StaffId staff, Count asked, Count missing,
                                         Instant by) const {
    const auto left_at = [&](Instant at) {
      return presence_.present(staff, at) - commitments_.committed(staff, at);
    };
    PeopleLimit limit{staff, by, 0, {}, asked, missing};
    for (const Commitment& one : made_) {
      if (one.staff == staff && one.from > by && left_at(one.from) < left_at(limit.at))
        limit.at = one.from;
    }
    limit.present = presence_.present(staff, limit.at);
    for (const Commitment& one : made_) {
      if (one.staff == staff && one.from <= limit.at) add(limit.held, *one.service, one.people);
    }
    return limit;
  }

  [[nodiscard]] UnitsLimit units_limit(const Shortfall& shortfall, const MorePeople& more,
                                       Instant by) {
    const DrawingCut cut = commitments_.cut(shortfall);
    UnitsLimit limit;
    limit.type = shortfall.type;
    limit.missing = shortfall.missing;
    std::vector<SpreadPeople> people = spread_out(plan_, made_, shortfall.split);
    for (const auto& [staff, count] : more) {
      std::vector<Count> on_first(alternatives_of(plan_, staff), 0);
      on_first.front() = count;
      if (count > 0) people.push_back({staff, by, std::move(on_first)});
    }
    const auto draws = draws_of(plan_, presence_, people, limit.type);
    for (std::size_t i = 0; i < draws.size(); ++i) {
      for (const Draw& draw : draws[i]) {
        if (!std::ranges::binary_search(cut.drawers, std::pair{draw.staff, draw.by})) continue;
        if (i < made_.size()) {
          add(limit.held, *made_[i].service, draw.units);
        } else {
          limit.asked += draw.units;
        }
      }
    }
    for (const auto& [staff, at] : cut.drawers) {
      if (limit.drawers.empty() || limit.drawers.back() != staff) limit.drawers.push_back(staff);
    }
    add_sources(limit, cut, more);
    return limit;
  }

  void add_sources(UnitsLimit& limit, const DrawingCut& cut, const MorePeople& more) const {
    std::size_t i = 0;  // among the sources of the type
    for (const Source& source : sources_) {
      if (source.type != limit.type) continue;
      const std::span<const Lot> lots = source.lots;
      const auto counted = lots.first(cut.lots[i]);
      const auto others = lots.subspan(cut.lots[i++]);
      if (!counted.empty()) {
        limit.there.push_back({source.origin, limit.type, sum_of(counted), counted.front().ready,
                               counted.back().ready});
      }
      if (others.empty()) continue;
      UnitsElsewhere elsewhere{source.origin, sum_of(others), {}};
      const auto delays = transfers(plan_, source);
      for (const auto& [staff, people] : more) {
        const auto& delay = delays[staff.value];
        if (people == 0 || !delay || need_of_one(plan_, staff, limit.type) == 0) continue;
        const Instant reach = others.front().ready + *delay;
        elsewhere.reach = std::min(elsewhere.reach.value_or(reach), reach);
      }
      limit.elsewhere.push_back(std::move(elsewhere));
    }
    std::ranges::sort(limit.there, {},
                      [&](const SupplySource& source) { return id_of(plan_, source.origin); });
    std::ranges::sort(limit.elsewhere, {},
                      [&](const UnitsElsewhere& one) { return id_of(plan_, one.origin); });
  }

  /// O(holders): those who hold something of one type at once are few, and are named in a list for people.
  static void add(std::vector<Holder>& holders, ServiceId service, const Exact& amount) {
    const auto known = std::ranges::find(holders, service, &Holder::service);
    if (known == holders.end()) {
      holders.push_back({service, amount});
    } else {
      known->amount += amount;
    }
  }

  const Plan& plan_;
  const Presence& presence_;
  const std::vector<Source>& sources_;
  std::span<const Commitment> made_;
  Commitments& commitments_;
};

}  // namespace

Limit limit_of(const Plan& plan, const Presence& presence, const std::vector<Source>& sources,
               std::span<const Commitment> made, Commitments& commitments, const MorePeople& more,
               Instant by) {
  return Limiting{plan, presence, sources, made, commitments}.limit(more, by);
}

}  // namespace bcp
