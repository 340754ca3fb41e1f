#include "supply/stock.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "supply/services.hpp"

namespace bcp {

namespace {

/// Of all teams together, so that memory and time stay within bounds.
constexpr std::int64_t most_steps = 1'000'000;
constexpr std::int64_t most_waves = 200'000;

const Amount* amount_of(const std::vector<Amount>& amounts, ResourceTypeId type) {
  const auto amount = std::ranges::lower_bound(amounts, type, {}, &Amount::type);
  return amount != amounts.end() && amount->type == type ? &*amount : nullptr;
}

/// ⌊prepared × yield⌋
Count usable(const Pool& pool, Count prepared) {
  return pool.yield ? static_cast<Count>(floor(exact(*pool.yield) * prepared)) : prepared;
}

Count reserve(const Pool& pool) {
  if (!pool.reserve) return 0;
  if (const auto* units = std::get_if<Count>(&*pool.reserve)) return *units;
  return ceiling_share(std::get<Ratio>(*pool.reserve), usable(pool, pool.count));
}

/// The usable units that count once so many are prepared: those kept back do not.
Count counted(const Pool& pool, Count prepared) {
  return std::max<Count>(
      0, std::min(usable(pool, pool.count) - reserve(pool), usable(pool, prepared)));
}

/// Lots of what a pool gives, as far as there may be some.
class Lots {
public:
  Lots(const Pool& pool, std::int64_t& waves_left) : pool_(pool), waves_left_(waves_left) {}

  void add(const Prepared& waves) {
    const Count here = tail_.waves.empty() ? std::min<Count>(waves.times, waves_left_) : 0;
    for (Count i = 0; i < here; ++i) {
      prepared_ += waves.units;
      add_lot(waves.at + waves.every * i, prepared_);
    }
    waves_left_ -= here;
    if (here == waves.times) return;
    add_to_tail({waves.at + waves.every * here, waves.units, waves.every, waves.times - here});
  }

  /// What the tail gives by these instants, which are sorted, and in all.
  void end(const std::vector<Instant>& instants) {
    if (tail_.waves.empty()) return;
    const Count all = tail_.waves.back().before + units_of(tail_.waves.back().prepared);
    if (counted(pool_, all) == counted_) return;
    const Instant last = when_counted(counted(pool_, all));
    for (const Instant at : instants) {
      if (at >= tail_.waves.front().prepared.at && at < last) add_lot(at, prepared_by(tail_, at));
    }
    add_lot(last, all);
  }

  [[nodiscard]] std::shared_ptr<const Tail> tail() const {
    return tail_.waves.empty() ? nullptr : std::make_shared<const Tail>(tail_);
  }

  static Count units_of(const Prepared& waves) { return waves.units * waves.times; }

  static Count prepared_by(const Tail& tail, Instant at) {
    const auto later = std::ranges::upper_bound(
        tail.waves, at, {}, [](const Tail::Waves& waves) { return waves.prepared.at; });
    const Tail::Waves& last = *std::prev(later);
    const Prepared& of = last.prepared;
    const Count times =
        of.every > Seconds{0} ? std::min<Count>(of.times, (at - of.at) / of.every + 1) : 1;
    return last.before + of.units * times;
  }

  std::vector<Lot> lots;

private:
  void add_to_tail(const Prepared& waves) {
    const Count before = tail_.waves.empty()
                             ? prepared_
                             : tail_.waves.back().before + units_of(tail_.waves.back().prepared);
    tail_.waves.push_back({waves, before});
  }

  void add_lot(Instant at, Count prepared) {
    const Count there = counted(pool_, prepared);
    if (there > counted_) lots.push_back({at, Exact{there - counted_}});
    counted_ = std::max(counted_, there);
  }

  /// The first instant in the tail by which so many are given.
  [[nodiscard]] Instant when_counted(Count units) const {
    const auto waves = std::ranges::partition_point(tail_.waves, [&](const Tail::Waves& one) {
      return counted(pool_, one.before + units_of(one.prepared)) < units;
    });
    Count too_few = 0;
    Count enough = waves->prepared.times;
    while (enough - too_few > 1) {
      const Count middle = too_few + (enough - too_few) / 2;
      const bool is_enough =
          counted(pool_, waves->before + waves->prepared.units * middle) >= units;
      (is_enough ? enough : too_few) = middle;
    }
    return waves->prepared.at + waves->prepared.every * (enough - 1);
  }

  const Pool& pool_;
  std::int64_t& waves_left_;
  Count prepared_ = 0;
  Count counted_ = 0;
  Tail tail_;
};

/// When people begin to draw, or may be fewer.
std::vector<Instant> instants_of(const Plan& plan) {
  std::vector<Instant> instants;
  for (const Service& service : plan.services) {
    if (const auto due = deadline(plan, service)) instants.push_back(*due);
  }
  for (const Absence& absence : plan.absences) {
    if (absence.from) instants.push_back(*absence.from);
    if (absence.until) instants.push_back(*absence.until);
  }
  std::ranges::sort(instants);
  return instants;
}

/// By type the earliest deadline of a service that needs it; `Instant::max()`: none.
std::vector<Instant> earliest_deadlines(const Plan& plan) {
  std::vector<Instant> of_groups(plan.staff.size(), Instant::max());
  for (const Service& service : plan.services) {
    const auto due = deadline(plan, service);
    if (!due) continue;
    for (const StaffNeed& need : service.staff)
      of_groups[need.staff.value] = std::min(of_groups[need.staff.value], *due);
  }
  std::vector<Instant> of_types(plan.resource_types.size(), Instant::max());
  for (std::size_t group = 0; group < of_groups.size(); ++group) {
    const auto& profile = plan.staff[group].profile;
    if (!profile) continue;
    const auto add = [&](const Amount& amount) {
      Instant& earliest = of_types[amount.type.value];
      if (amount.quantity.value.digits > 0) earliest = std::min(earliest, of_groups[group]);
    };
    const Needs& needs = plan.profiles[profile->value].needs;
    std::ranges::for_each(needs.fixed, add);
    for (const auto& alternative : needs.alternatives) std::ranges::for_each(alternative, add);
  }
  return of_types;
}

bool is_prepared(const Pool& pool) {
  return pool.preparation && pool.preparation->likely > Seconds{0};
}

class Stocking {
public:
  Stocking(const Plan& plan, const Presence& presence,
           const std::vector<std::optional<Seconds>>& up)
      : plan_(plan),
        presence_(presence),
        up_(up),
        deadlines_(earliest_deadlines(plan)),
        prepared_(plan.pools.size()) {}

  Stock all() {
    std::vector<std::vector<std::uint32_t>> of_teams(plan_.teams.size());
    for (std::uint32_t number = 0; number < plan_.pools.size(); ++number) {
      const Pool& pool = plan_.pools[number];
      const auto at_hand = at_hand_from(pool);
      if (!at_hand || pool.count == 0) continue;
      if (!is_prepared(pool)) {
        prepared_[number] = {{*at_hand, pool.count}};
      } else if (pool.team) {
        of_teams[pool.team->value].push_back(number);
      }
    }
    for (std::uint32_t team = 0; team < of_teams.size(); ++team) {
      if (!of_teams[team].empty()) prepare_pools(TeamId{team}, std::move(of_teams[team]));
    }
    const std::vector<Instant> instants = instants_of(plan_);
    for (std::uint32_t pool = 0; pool < plan_.pools.size(); ++pool) {
      std::int64_t one_wave = 1;
      const bool is_one = prepared_[pool].size() == 1 && prepared_[pool].front().times == 1;
      Lots lots{plan_.pools[pool], is_one ? one_wave : waves_left_};
      for (const Prepared& waves : std::exchange(prepared_[pool], {})) lots.add(waves);
      lots.end(instants);
      if (lots.lots.empty()) continue;
      if (lots.tail()) stock_.cut_off.push_back(PoolId{pool});
      stock_.sources.push_back(
          {PoolId{pool}, plan_.pools[pool].type, std::move(lots.lots), lots.tail()});
    }
    add_provided();
    std::ranges::sort(stock_.cut_off);
    const auto repeated = std::ranges::unique(stock_.cut_off);
    stock_.cut_off.erase(repeated.begin(), repeated.end());
    return std::move(stock_);
  }

private:
  [[nodiscard]] std::optional<Instant> at_hand_from(const Pool& pool) const {
    const auto up = up_[pool.node.value];
    if (!up) return std::nullopt;
    return plan_.start + std::max(*up, pool.lead_time.value_or(Estimate{}).likely);
  }

  void prepare_pools(TeamId team, std::vector<std::uint32_t> pools) {
    std::ranges::sort(pools, {}, [&](std::uint32_t pool) {
      const Pool& of = plan_.pools[pool];
      return std::tuple{deadlines_[of.type.value], of.preparation->likely, pool};
    });
    std::vector<PreparationOrder> orders;
    for (const std::uint32_t pool : pools) {
      const Pool& of = plan_.pools[pool];
      orders.push_back({of.preparation->likely, of.count, *at_hand_from(of)});
    }
    auto prepared = prepare(plan_, presence_, team, std::move(orders), steps_left_);
    for (std::size_t i = 0; i < pools.size(); ++i) {
      Count units = 0;
      for (const Prepared& one : prepared[i]) units += Lots::units_of(one);
      if (steps_left_ == 0 && units < plan_.pools[pools[i]].count)
        stock_.cut_off.push_back(PoolId{pools[i]});
      prepared_[pools[i]] = std::move(prepared[i]);
    }
  }

  void add_provided() {
    for (const Infrastructure& node : plan_.infrastructure) {
      const auto up = up_[node.node.value];
      if (!up) continue;
      for (const Amount& amount : node.provides) {
        if (amount.quantity.value.digits == 0) continue;
        stock_.sources.push_back(
            {node.node, amount.type, {{plan_.start + *up, exact(amount.quantity)}}});
      }
    }
  }

  const Plan& plan_;
  const Presence& presence_;
  const std::vector<std::optional<Seconds>>& up_;
  std::vector<Instant> deadlines_;  // by type
  std::vector<std::vector<Prepared>> prepared_;
  std::int64_t steps_left_ = most_steps;
  std::int64_t waves_left_ = most_waves;
  Stock stock_;
};

}  // namespace

const std::string& id_of(const Plan& plan, const std::variant<PoolId, NodeId, StaffId>& origin) {
  if (const auto* pool = std::get_if<PoolId>(&origin)) return plan.pools[pool->value].id;
  if (const auto* staff = std::get_if<StaffId>(&origin)) return plan.staff[staff->value].id;
  return node_of(plan, std::get<NodeId>(origin)).id;
}

std::vector<std::optional<Seconds>> transfers(const Plan& plan, const Source& source) {
  const auto* const number = std::get_if<PoolId>(&source.origin);
  std::vector<std::optional<Seconds>> delays(plan.staff.size());
  if (number == nullptr) {
    std::ranges::fill(delays, Seconds{0});
    return delays;
  }
  const Pool& pool = plan.pools[number->value];
  const auto open_to = [&](StaffId staff) {
    const auto& site = plan.staff[staff.value].site;
    const bool is_elsewhere = pool.site && site && *pool.site != *site;
    delays[staff.value] = is_elsewhere ? pool.transfer.value_or(Estimate{}).likely : Seconds{0};
  };
  for (const StaffId staff : pool.only_for) open_to(staff);
  if (!pool.only_for.empty()) return delays;
  for (std::uint32_t group = 0; group < plan.staff.size(); ++group) open_to(StaffId{group});
  return delays;
}

std::optional<Exact> ready_within_tail(const Plan& plan, const Source& source, Instant by) {
  if (source.tail == nullptr || by < source.tail->waves.front().prepared.at) return std::nullopt;
  const Pool& pool = plan.pools[std::get<PoolId>(source.origin).value];
  return Exact{counted(pool, Lots::prepared_by(*source.tail, by))};
}

Stock stock(const Plan& plan, const Presence& presence,
            const std::vector<std::optional<Seconds>>& up) {
  return Stocking{plan, presence, up}.all();
}

std::size_t alternatives_of(const Plan& plan, StaffId staff) {
  const auto& profile = plan.staff[staff.value].profile;
  if (!profile) return 1;
  return std::max<std::size_t>(1, plan.profiles[profile->value].needs.alternatives.size());
}

Exact need_of_one(const Plan& plan, StaffId staff, ResourceTypeId type, std::size_t alternative) {
  const auto& profile = plan.staff[staff.value].profile;
  if (!profile) return {};
  const Needs& needs = plan.profiles[profile->value].needs;
  Exact need;
  if (const Amount* fixed = amount_of(needs.fixed, type)) need += exact(fixed->quantity);
  if (alternative < needs.alternatives.size()) {
    if (const Amount* chosen = amount_of(needs.alternatives[alternative], type))
      need += exact(chosen->quantity);
  }
  if (need == 0) return need;
  const auto& concurrency = plan.resource_types[type.value].concurrency;
  return concurrency ? need * exact(*concurrency) : need;
}

Exact equipped(const Plan& plan, StaffId staff, ResourceTypeId type) {
  const Amount* amount = amount_of(plan.staff[staff.value].equipped, type);
  return amount == nullptr ? Exact{} : exact(amount->quantity);
}

Exact held(const Plan& plan, const Presence& presence, StaffId staff, ResourceTypeId type,
           Instant at) {
  const Count headcount = plan.staff[staff.value].headcount;
  if (headcount == 0) return {};
  return equipped(plan, staff, type) * presence.present(staff, at) / headcount;
}

std::vector<Source> given(const Plan& plan, const Presence& presence, Instant at) {
  std::vector<Source> sources;
  for (std::uint32_t number = 0; number < plan.staff.size(); ++number) {
    const StaffId staff{number};
    if (!plan.staff[number].reassign) continue;
    for (const Amount& amount : plan.staff[number].equipped) {
      const Exact need = need_of_one(plan, staff, amount.type) * presence.present(staff, at);
      const Whole surplus = floor(held(plan, presence, staff, amount.type, at) - need);
      if (surplus > 0) sources.push_back({staff, amount.type, {{at, Exact{surplus}}}});
    }
  }
  return sources;
}

}  // namespace bcp
