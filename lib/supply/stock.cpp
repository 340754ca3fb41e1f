#include "supply/stock.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "supply/preparation.hpp"
#include "supply/services.hpp"

namespace bcp {

namespace {

/// Of all teams together, so that memory and time stay within bounds.
constexpr std::int64_t most_waves = 1'000'000;

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

/// The usable units among those that are prepared, without the reserve.
std::vector<Lot> lots_of(const Pool& pool, const std::vector<Prepared>& prepared) {
  const Count most = std::max<Count>(0, usable(pool, pool.count) - reserve(pool));
  std::vector<Lot> lots;
  Count so_far = 0;
  Count counted = 0;
  for (const Prepared& units : prepared) {
    so_far += units.units;
    const Count there = std::min(most, usable(pool, so_far));
    if (there > counted) lots.push_back({units.at, Exact{there - counted}});
    counted = std::max(counted, there);
  }
  return lots;
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
    for (std::uint32_t pool = 0; pool < plan_.pools.size(); ++pool) {
      auto lots = lots_of(plan_.pools[pool], std::exchange(prepared_[pool], {}));
      if (!lots.empty())
        stock_.sources.push_back({PoolId{pool}, plan_.pools[pool].type, std::move(lots)});
    }
    add_provided();
    std::ranges::sort(stock_.cut_off);
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
    auto prepared = prepare(plan_, presence_, team, std::move(orders), waves_left_);
    for (std::size_t i = 0; i < pools.size(); ++i) {
      Count units = 0;
      for (const Prepared& one : prepared[i]) units += one.units;
      if (waves_left_ == 0 && units < plan_.pools[pools[i]].count)
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
