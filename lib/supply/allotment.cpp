#include "supply/allotment.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "supply/commitments.hpp"
#include "supply/services.hpp"

namespace bcp {

namespace {

/// A share of the full level, as a fraction.
struct Level {
  std::int64_t part = 0;
  std::int64_t whole = 1;
};

__extension__ using Wide = __int128;

bool operator<(const Level& one, const Level& other) {
  return Wide{one.part} * other.whole < Wide{other.part} * one.whole;
}

Count ceiling_of(const Level& level, Count people) {
  return static_cast<Count>((Wide{level.part} * people + level.whole - 1) / level.whole);
}

Level minimum_level(const Service& service) {
  if (!service.mbco) return {1, 1};
  std::int64_t whole = 1;
  for (std::uint8_t place = 0; place < service.mbco->value.places; ++place) whole *= 10;
  return {service.mbco->value.digits, whole};
}

Count got(const ServiceShare::Cell& cell) {
  Count people = 0;
  for (const auto& [from, count] : cell.people) people += count;
  return people;
}

/// Who is still missing for a level.
MorePeople rest_for(const ServiceShare& share, const Level& level) {
  MorePeople rest;
  for (const ServiceShare::Cell& cell : share.cells) {
    rest[cell.staff] = std::max<Count>(0, ceiling_of(level, cell.wanted) - got(cell));
  }
  return rest;
}

class Allotting {
public:
  Allotting(const Plan& plan, const Presence& presence, const std::vector<Source>& sources,
            std::optional<Instant> at)
      : plan_(plan),
        presence_(presence),
        at_(at),
        commitments_(plan, presence, sources) {
    find_instants(sources);
    for (std::uint32_t number = 0; number < plan.services.size(); ++number)
      shares_.push_back(share_of(ServiceId{number}));
    std::ranges::sort(shares_, {}, [&](const ServiceShare& share) { return urgency(share); });
  }

  Allotment run() {
    for (ServiceShare& share : shares_) {
      share.before_minimum = made_.size();
      with_bound(share, [&] { give_minimum(share); });
    }
    for (ServiceShare& share : shares_) {
      if (!share.whole_at) continue;
      share.before_full = made_.size();
      with_bound(share, [&] {
        give_largest_level(share, {1, 1}, *share.whole_at);
        give_what_fits(share, *share.whole_at);
      });
    }
    for (ServiceShare& share : shares_) {
      if (share.whole_at) continue;
      share.before_full = made_.size();
      with_bound(share, [&] { give_what_fits(share, share.at); });
    }
    for (std::uint32_t group = 0; group < plan_.staff.size(); ++group)
      equip_the_others(StaffId{group});
    Allotment result;
    result.people.resize(plan_.staff.size());
    for (const ServiceShare& share : shares_) {
      for (const ServiceShare::Cell& cell : share.cells) {
        for (const auto& [from, people] : cell.people)
          result.people[cell.staff.value][from] += people;
      }
    }
    for (const Commitment& made : made_) {
      if (!made.service) result.people[made.staff.value][made.from] += made.people;
    }
    result.services = std::move(shares_);
    result.commitments = std::move(made_);
    result.is_exact = commitments_.is_exact();
    return result;
  }

private:
  /// The instants at which more may become feasible, and the last one.
  void find_instants(const std::vector<Source>& sources) {
    for (const Source& source : sources) {
      const auto of_groups = transfers(plan_, source);
      const std::set<std::optional<Seconds>> delays(of_groups.begin(), of_groups.end());
      for (const auto& delay : delays) {
        if (!delay) continue;
        for (const Lot& lot : source.lots) instants_.push_back(lot.ready + *delay);
      }
    }
    std::set<Instant> ends = {plan_.start};
    for (const Absence& absence : plan_.absences) {
      if (std::holds_alternative<StaffId>(absence.of) && absence.until) ends.insert(*absence.until);
    }
    last_ = *ends.rbegin();
    for (const Instant arrival : instants_) last_ = std::max(last_, arrival);
    if (at_) last_ = *at_;
    for (std::uint32_t group = 0; group < plan_.staff.size(); ++group) {
      changes_.push_back(presence_.changes(StaffId{group}));
      instants_.insert(instants_.end(), changes_.back().begin(), changes_.back().end());
    }
    std::ranges::sort(instants_);
    const auto repeated = std::ranges::unique(instants_);
    instants_.erase(repeated.begin(), repeated.end());
  }

  [[nodiscard]] ServiceShare share_of(ServiceId number) const {
    const Service& service = plan_.services[number.value];
    ServiceShare share;
    share.service = number;
    share.at = at_ ? *at_ : deadline(plan_, service).value_or(last_);
    const bool has_begun = beginning(plan_, service) <= share.at;
    for (const StaffNeed& need : service.staff) {
      share.cells.push_back({need.staff,
                             has_begun ? need.people : 0,
                             has_begun ? minimum_people(service, need) : 0,
                             {}});
    }
    return share;
  }

  [[nodiscard]] std::tuple<TierId, bool, Instant, Instant, ServiceId> urgency(
      const ServiceShare& share) const {
    const Service& service = plan_.services[share.service.value];
    const Instant breach =
        service.mtpd ? beginning(plan_, service) + *service.mtpd : Instant::max();
    return {tier_of(plan_, service), !deadline(plan_, service).has_value(), share.at, breach,
            share.service};
  }

  void commit(ServiceShare& share, const MorePeople& more, Instant from) {
    commitments_.commit(more, from);
    for (ServiceShare::Cell& cell : share.cells) {
      const auto people = more.find(cell.staff);
      if (people == more.end() || people->second == 0) continue;
      cell.people[from] += people->second;
      made_.push_back({share.service, cell.staff, people->second, from});
    }
  }

  /// Takes a step of a service; where a search is cut off in it, says which level it cannot have passed.
  void with_bound(ServiceShare& share, auto take_step) {
    const std::int64_t cut_off = commitments_.cut_off();
    Level bound{1, 1};
    if (commitments_.has_choices()) {
      bound = largest_level(share, bound, [&](const Level& level) {
        return commitments_.may_be_feasible(rest_for(share, level), share.at);
      });
    }
    take_step();
    if (commitments_.cut_off() > cut_off) share.at_most = Exact{bound.part, bound.whole};
  }

  /// Steps 5 and 6.
  void give_minimum(ServiceShare& share) {
    const Level minimum = minimum_level(plan_.services[share.service.value]);
    if (reach(share, minimum, share.at)) return;
    note_shortage(share);
    give_largest_level(share, minimum, share.at);
    if (at_) return;
    if (const auto later = first_feasible(share, minimum)) {
      reach(share, minimum, *later);
    } else {
      give_largest_level(share, minimum, std::max(share.at, last_));
    }
  }

  bool reach(ServiceShare& share, const Level& level, Instant from) {
    const MorePeople rest = rest_for(share, level);
    if (!commitments_.feasible(rest, from)) return false;
    commit(share, rest, from);
    share.whole_at = from;
    return true;
  }

  /// Between changes of who of its groups is present more only ever becomes feasible, so that each such stretch is
  /// bisected.
  [[nodiscard]] std::optional<Instant> first_feasible(const ServiceShare& share,
                                                      const Level& level) {
    const MorePeople rest = rest_for(share, level);
    auto begin = std::ranges::upper_bound(instants_, share.at);
    for (const Instant change : changes_after(share.at, rest)) {
      const auto end = std::lower_bound(begin, instants_.end(), change);
      if (const auto found = first_feasible(rest, begin, end)) return found;
      begin = end;
    }
    return first_feasible(rest, begin, instants_.end());
  }

  using Moment = std::vector<Instant>::const_iterator;
  [[nodiscard]] std::optional<Instant> first_feasible(const MorePeople& rest, Moment begin,
                                                      Moment end) {
    if (begin == end || !commitments_.feasible(rest, *std::prev(end))) return std::nullopt;
    return *std::partition_point(begin, std::prev(end),
                                 [&](Instant at) { return !commitments_.feasible(rest, at); });
  }

  [[nodiscard]] std::set<Instant> changes_after(Instant at, const MorePeople& rest) const {
    std::set<Instant> changes;
    for (const auto& [staff, people] : rest) {
      if (people == 0) continue;
      const std::vector<Instant>& of_group = changes_[staff.value];
      changes.insert(std::ranges::upper_bound(of_group, at), of_group.end());
    }
    return changes;
  }

  void note_shortage(ServiceShare& share) {
    MorePeople rest;
    for (const ServiceShare::Cell& cell : share.cells) {
      const Count left = std::min(cell.minimum, commitments_.left_present(cell.staff, share.at));
      if (left < cell.minimum) share.short_of_people.emplace_back(cell.staff, cell.minimum - left);
      rest[cell.staff] = left;
    }
    share.short_of_units = commitments_.missing_units(rest, share.at);
  }

  /// The largest that fits up to `most`, where all below one that fits do. The number of people changes at the shares
  /// that one cell or another has; each cell's are bisected.
  static Level largest_level(const ServiceShare& share, const Level& most, auto fits) {
    if (fits(most)) return most;
    Level best{0, 1};
    for (const ServiceShare::Cell& cell : share.cells) {
      if (cell.wanted == 0) continue;
      Count good = static_cast<Count>(Wide{best.part} * cell.wanted / best.whole);
      Count bad = ceiling_of(most, cell.wanted);
      while (bad - good > 1) {
        const Count middle = good + (bad - good) / 2;
        (fits({middle, cell.wanted}) ? good : bad) = middle;
      }
      if (best < Level{good, cell.wanted}) best = {good, cell.wanted};
    }
    return best;
  }

  void give_largest_level(ServiceShare& share, const Level& most, Instant from) {
    const Level best = largest_level(share, most, [&](const Level& level) {
      return commitments_.feasible(rest_for(share, level), from);
    });
    commit(share, rest_for(share, best), from);
  }

  /// Step 8, and the end of step 7: group by group as many as fit.
  void give_what_fits(ServiceShare& share, Instant from) {
    for (ServiceShare::Cell& cell : share.cells) {
      commit(share, {{cell.staff, most_of(cell.staff, cell.wanted - got(cell), from)}}, from);
    }
  }

  [[nodiscard]] Count most_of(StaffId staff, Count limit, Instant from) {
    Count good = 0;
    Count bad = std::max<Count>(0, limit) + 1;
    if (limit > 0 && commitments_.feasible({{staff, limit}}, from)) return limit;
    while (bad - good > 1) {
      const Count middle = good + (bad - good) / 2;
      (commitments_.feasible({{staff, middle}}, from) ? good : bad) = middle;
    }
    return good;
  }

  /// Step 9: everyone present who serves no service.
  void equip_the_others(StaffId staff) {
    const Count limit =
        presence_.present(staff, last_) - commitments_.committed(staff, Instant::max());
    const Count people = most_of(staff, limit, last_);
    commitments_.commit({{staff, people}}, last_);
    if (people > 0) made_.push_back({std::nullopt, staff, people, last_});
  }

  const Plan& plan_;
  const Presence& presence_;
  std::optional<Instant> at_;
  Commitments commitments_;
  std::vector<Instant> instants_;              // sorted
  std::vector<std::vector<Instant>> changes_;  // of presence, by group; among the instants
  Instant last_;
  std::vector<ServiceShare> shares_;
  std::vector<Commitment> made_;
};

}  // namespace

Allotment allotment(const Plan& plan, const Presence& presence, const std::vector<Source>& sources,
                    std::optional<Instant> at) {
  return Allotting{plan, presence, sources, at}.run();
}

}  // namespace bcp
