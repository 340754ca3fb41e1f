#include "supply/stock.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "supply/preparation.hpp"
#include "supply/services.hpp"

namespace bcp {

namespace {

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

std::optional<Instant> earliest_deadline(const Plan& plan, ResourceTypeId type) {
  std::optional<Instant> earliest;
  for (const Service& service : plan.services) {
    const auto due = deadline(plan, service);
    if (due && (!earliest || *due < *earliest) && needs(plan, service, type)) earliest = due;
  }
  return earliest;
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
        prepared_(plan.pools.size()) {}

  std::vector<Source> all() {
    for (std::uint32_t pool = 0; pool < plan_.pools.size(); ++pool) {
      const auto at_hand = at_hand_from(plan_.pools[pool]);
      if (at_hand && !is_prepared(plan_.pools[pool]))
        prepared_[pool] = {{*at_hand, plan_.pools[pool].count}};
    }
    for (std::uint32_t team = 0; team < plan_.teams.size(); ++team) prepare_pools_of(TeamId{team});
    std::vector<Source> sources;
    for (std::uint32_t pool = 0; pool < plan_.pools.size(); ++pool) {
      auto lots = lots_of(plan_.pools[pool], prepared_[pool]);
      if (!lots.empty()) sources.push_back({PoolId{pool}, plan_.pools[pool].type, std::move(lots)});
    }
    add_provided(sources);
    return sources;
  }

private:
  [[nodiscard]] std::optional<Instant> at_hand_from(const Pool& pool) const {
    const auto up = up_[pool.node.value];
    if (!up) return std::nullopt;
    return plan_.start + std::max(*up, pool.lead_time.value_or(Estimate{}).likely);
  }

  void prepare_pools_of(TeamId team) {
    std::vector<std::uint32_t> pools;
    for (std::uint32_t pool = 0; pool < plan_.pools.size(); ++pool) {
      const Pool& of = plan_.pools[pool];
      if (of.team == team && is_prepared(of) && of.count > 0 && at_hand_from(of))
        pools.push_back(pool);
    }
    if (pools.empty()) return;
    std::ranges::sort(pools, {}, [&](std::uint32_t pool) {
      const auto due = earliest_deadline(plan_, plan_.pools[pool].type);
      return std::tuple{due.value_or(Instant::max()), plan_.pools[pool].preparation->likely, pool};
    });
    std::vector<PreparationOrder> orders;
    for (const std::uint32_t pool : pools) {
      const Pool& of = plan_.pools[pool];
      orders.push_back({of.preparation->likely, of.count, *at_hand_from(of)});
    }
    auto prepared = prepare(plan_, presence_, team, std::move(orders));
    for (std::size_t i = 0; i < pools.size(); ++i) prepared_[pools[i]] = std::move(prepared[i]);
  }

  void add_provided(std::vector<Source>& sources) const {
    for (const Infrastructure& node : plan_.infrastructure) {
      const auto up = up_[node.node.value];
      if (!up) continue;
      for (const Amount& amount : node.provides) {
        if (amount.quantity.value.digits == 0) continue;
        sources.push_back({node.node, amount.type, {{plan_.start + *up, exact(amount.quantity)}}});
      }
    }
  }

  const Plan& plan_;
  const Presence& presence_;
  const std::vector<std::optional<Seconds>>& up_;
  std::vector<std::vector<Prepared>> prepared_;
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

std::vector<Source> stock(const Plan& plan, const Presence& presence,
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
