#include "supply/findings/unused_supply.hpp"

#include <algorithm>
#include <string>

#include "plan/places.hpp"

namespace bcp {

namespace {

/// Calls `visit` with each type of which a profile needs some, in any of its alternatives.
template <class Visit>
void for_each_need(const Profile& profile, Visit visit) {
  const auto visit_all = [&](const std::vector<Amount>& amounts) {
    for (const Amount& amount : amounts) {
      if (amount.quantity.value.digits > 0) visit(amount.type);
    }
  };
  visit_all(profile.needs.fixed);
  for (const std::vector<Amount>& alternative : profile.needs.alternatives) visit_all(alternative);
}

std::vector<bool> types_needed(const Plan& plan) {
  std::vector<bool> is_needed(plan.resource_types.size(), false);
  for (const Profile& profile : plan.profiles)
    for_each_need(profile, [&](ResourceTypeId type) { is_needed[type.value] = true; });
  return is_needed;
}

bool group_needs(const Plan& plan, StaffId group, ResourceTypeId type) {
  const auto& profile = plan.staff[group.value].profile;
  bool is_needed = false;
  if (profile) {
    for_each_need(plan.profiles[profile->value],
                  [&](ResourceTypeId one) { is_needed = is_needed || one == type; });
  }
  return is_needed;
}

void find_unused_types(const Plan& plan, const std::vector<bool>& is_needed, Diagnostics& found) {
  for (std::size_t i = 0; i < plan.resource_types.size(); ++i) {
    if (is_needed[i]) continue;
    const ResourceType& type = plan.resource_types[i];
    found
        .add(Code::unused_entity, type.named,
             tr("no profile needs the resource type `{id}`", {{"id", type.id}}))
        .help = tr("name it under `needs` of a profile, or delete it");
  }
}

void find_unused_profiles(const Plan& plan, Diagnostics& found) {
  std::vector<bool> is_used(plan.profiles.size(), false);
  for (const StaffGroup& group : plan.staff) {
    if (group.profile) is_used[group.profile->value] = true;
  }
  for (std::size_t i = 0; i < plan.profiles.size(); ++i) {
    if (is_used[i]) continue;
    const Profile& profile = plan.profiles[i];
    found
        .add(Code::unused_entity, profile.named,
             tr("no staff group has the profile `{id}`", {{"id", profile.id}}))
        .help = tr("name it under `profile` of a staff group, or delete it");
  }
}

void find_pools_for_nobody(const Plan& plan, const std::vector<bool>& is_needed,
                           Diagnostics& found) {
  for (const Pool& pool : plan.pools) {
    const auto needs_it = [&](StaffId group) { return group_needs(plan, group, pool.type); };
    if (pool.only_for.empty() || !is_needed[pool.type.value] ||
        std::ranges::any_of(pool.only_for, needs_it))
      continue;
    const std::string& type = plan.resource_types[pool.type.value].id;
    Diagnostic& finding =
        found.add(Code::unused_entity, place_of(pool, {"only_for"}),
                  tr("the pool `{id}` is for groups of which none needs its type `{type}`",
                     {{"id", pool.id}, {"type", type}}));
    finding.also.push_back({place_of(pool, {"type"}), tr("the type of the pool")});
    finding.help =
        tr("name groups under `only_for` whose profile needs `{type}`", {{"type", type}});
  }
}

}  // namespace

void find_unused_supply(const Plan& plan, Diagnostics& found) {
  const std::vector<bool> is_needed = types_needed(plan);
  find_unused_types(plan, is_needed, found);
  find_unused_profiles(plan, found);
  find_pools_for_nobody(plan, is_needed, found);
}

}  // namespace bcp
