#include "render/bia_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "render/escape.hpp"
#include "render/names.hpp"

namespace bcp::cli {

namespace {

TierId tier_at(const ServiceTolerances& service, const Plan& plan) {
  return tier_of(plan, plan.services[service.service.value]);
}

/// Sorts those without a value behind those with one.
std::pair<bool, Seconds> stated_first(std::optional<Seconds> value) {
  return {!value, value.value_or(Seconds{0})};
}

}  // namespace

std::optional<Seconds> lateness(const EntityRequirement& entity) {
  if (!entity.up || !entity.required_rto) return std::nullopt;
  return *entity.up - *entity.required_rto;
}

bool is_late(const EntityRequirement& entity) {
  const auto late = lateness(entity);
  return late && *late > Seconds{0};
}

bool is_backup_too_seldom(const EntityRequirement& entity) {
  return entity.rpo && entity.required_rpo && *entity.rpo > *entity.required_rpo;
}

std::vector<const ServiceTolerances*> ranked(const std::vector<ServiceTolerances>& services,
                                             const Plan& plan) {
  std::vector<const ServiceTolerances*> rows;
  for (const ServiceTolerances& service : services) rows.push_back(&service);
  std::ranges::stable_sort(rows, {}, [&](const ServiceTolerances* service) {
    return std::tuple{tier_at(*service, plan), stated_first(service->rto),
                      stated_first(service->mtpd)};
  });
  return rows;
}

Standing standing_of(const EntityRequirement& entity) {
  if (is_late(entity)) return Standing::late;
  if (is_backup_too_seldom(entity)) return Standing::backup_too_seldom;
  return lateness(entity) ? Standing::in_time : Standing::free;
}

std::vector<const EntityRequirement*> ranked(const std::vector<EntityRequirement>& entities) {
  std::vector<const EntityRequirement*> rows;
  for (const EntityRequirement& entity : entities) rows.push_back(&entity);
  std::ranges::stable_sort(rows, {}, [](const EntityRequirement* entity) {
    return std::tuple{standing_of(*entity), -lateness(*entity).value_or(Seconds{0}),
                      entity->required_rto.value_or(Seconds{0})};
  });
  return rows;
}

std::vector<EntityGroup> grouped(const std::vector<EntityRequirement>& entities) {
  static const Because nobody;
  std::vector<EntityGroup> groups;
  std::map<std::tuple<Standing, std::vector<ServiceId>, std::size_t>, std::size_t> places;
  for (const EntityRequirement* entity : ranked(entities)) {
    const Standing standing = standing_of(*entity);
    const Because& because = standing == Standing::free                ? nobody
                             : standing == Standing::backup_too_seldom ? entity->rpo_because
                                                                       : entity->because;
    const auto [place, is_new] =
        places.try_emplace({standing, because.services, because.more}, groups.size());
    if (is_new) groups.push_back({standing, &because, {}});
    groups[place->second].rows.push_back(entity);
  }
  return groups;
}

std::vector<const ImpactRow*> impacts_of(ServiceId service, const BusinessImpact& analysis) {
  std::vector<const ImpactRow*> rows;
  for (const ImpactRow& row :
       std::ranges::equal_range(analysis.impacts, service, {}, &ImpactRow::service)) {
    rows.push_back(&row);
  }
  return rows;
}

const Impact& impact_at(const ImpactRow& row, const Plan& plan) {
  return plan.services[row.service.value].impact[row.category];
}

std::vector<std::string> impact_levels(const BusinessImpact& analysis, const Plan& plan) {
  std::vector<std::string> levels;
  if (plan.impact_scale) levels = plan.impact_scale->levels;
  for (const ImpactRow& row : analysis.impacts) {
    for (const ImpactStep& step : impact_at(row, plan).steps) {
      if (std::ranges::find(levels, step.level) == levels.end()) levels.push_back(step.level);
    }
  }
  return levels;
}

std::vector<std::string> equipment_of(const ServiceTolerances& service, const Plan& plan,
                                      const Language& language) {
  std::vector<std::string> items;
  for (const UnitsNeeded& need : service.minimum_equipment)
    items.push_back(amount_of(plan, need.type, need.units, language));
  return items;
}

std::string services_of(const Because& because, std::size_t most, const Plan& plan,
                        const Language& language) {
  std::vector<std::string> items;
  for (std::size_t i = 0; i < std::min(most, because.services.size()); ++i)
    items.push_back(plain(plan.services[because.services[i].value].id));
  const std::uint64_t others = because.services.size() - items.size() + because.more;
  if (others > 0) {
    items.push_back(language.say(tr_n("{count} other", "{count} others", others,
                                      {{"count", number(static_cast<std::int64_t>(others))}})));
  }
  return language.list(items);
}

}  // namespace bcp::cli
