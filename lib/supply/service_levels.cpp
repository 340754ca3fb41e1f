#include "supply/service_levels.hpp"

#include <algorithm>

#include "supply/services.hpp"

namespace bcp {

namespace {

Count equipped_by(const ServiceShare::Cell& cell, Instant at) {
  Count people = 0;
  for (const auto& [from, count] : cell.people) {
    if (from <= at) people += count;
  }
  return people;
}

/// Before the start nothing else is down than at it.
Seconds since_start(const Plan& plan, Instant at) { return std::max(at - plan.start, Seconds{0}); }

/// The share that its scarcest group allows; of a service that is down that of its best workaround.
Exact level_of(const Plan& plan, const ServiceShare& share, const UpTimes& up) {
  const Service& service = plan.services[share.service.value];
  const auto& own = up[service.node.value];
  const Seconds at = since_start(plan, share.at);
  if (!own || *own > at) return exact(best_workaround(plan, service, up, at));
  Exact level{1};
  for (const ServiceShare::Cell& cell : share.cells) {
    if (cell.wanted > 0)
      level = std::min(level, Exact{Whole{equipped_by(cell, share.at)}, Whole{cell.wanted}});
  }
  return level;
}

/// When the minimum is whole and the service up or covered for good; none: never, or not by the instant asked for.
std::optional<Instant> minimum_at(const Plan& plan, const ServiceShare& share, const UpTimes& up,
                                  std::optional<Instant> at) {
  const auto covered = covered_from(plan, plan.services[share.service.value], up);
  if (!share.whole_at || !covered) return std::nullopt;
  const bool is_covered_throughout = *covered == Seconds{0};
  const Instant reached =
      is_covered_throughout ? *share.whole_at : std::max(*share.whole_at, plan.start + *covered);
  if (at && reached > *at) return std::nullopt;
  return reached;
}

Verdict verdict_of(const Plan& plan, const Service& service, std::optional<Instant> reached,
                   std::optional<Instant> at) {
  if (at) return reached ? Verdict::ok : Verdict::late;
  const auto due = deadline(plan, service);
  if (!due || (reached && *reached <= *due)) return Verdict::ok;
  if (!reached) return Verdict::breach;
  const bool is_in_time = !service.mtpd || *reached <= beginning(plan, service) + *service.mtpd;
  return is_in_time ? Verdict::late : Verdict::breach;
}

}  // namespace

std::vector<ServiceLevel> service_levels(const Plan& plan, const Allotment& allotment,
                                         const UpTimes& up, std::optional<Instant> at) {
  std::vector<ServiceLevel> levels;
  for (const ServiceShare& share : allotment.services) {
    const Service& service = plan.services[share.service.value];
    ServiceLevel level;
    level.service = share.service;
    level.at = share.at;
    level.level = level_of(plan, share, up);
    if (share.at_most) level.at_most = std::max(level.level, *share.at_most);
    level.minimum_at = minimum_at(plan, share, up, at);
    if (const auto own = up[service.node.value]) level.up_at = plan.start + *own;
    if (const auto covered = covered_from(plan, service, up))
      level.covered_at = plan.start + *covered;
    level.verdict = verdict_of(plan, service, level.minimum_at, at);
    level.is_down = !is_covered(plan, service, up, since_start(plan, share.at));
    for (const auto& [staff, people] : share.short_of_people)
      level.short_of.push_back({staff, people});
    for (const auto& [type, units] : share.short_of_units) level.short_of.push_back({type, units});
    for (const ServiceShare::Cell& cell : share.cells) {
      level.staff.push_back({cell.staff, cell.wanted, cell.minimum, equipped_by(cell, share.at)});
    }
    levels.push_back(std::move(level));
  }
  std::ranges::sort(levels, {}, &ServiceLevel::service);
  return levels;
}

}  // namespace bcp
