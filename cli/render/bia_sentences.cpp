#include <algorithm>

#include "render/bia_rows.hpp"
#include "render/escape.hpp"
#include "render/names.hpp"

namespace bcp::cli {

namespace {

/// Services that a sentence names before it counts the rest.
constexpr std::size_t most_named = 2;

Argument count(std::uint64_t value) { return number(static_cast<std::int64_t>(value)); }
TimeLength length(Seconds seconds) { return {seconds.count()}; }

template <class Condition>
std::uint64_t count_of(const BusinessImpact& analysis, Condition condition) {
  return static_cast<std::uint64_t>(std::ranges::count_if(analysis.entities, condition));
}

}  // namespace

std::string bia_headline(const BusinessImpact& analysis, const Plan& plan,
                         const Language& language) {
  const std::uint64_t required = count_of(
      analysis, [](const EntityRequirement& entity) { return lateness(entity).has_value(); });
  if (required == 0)
    return language.say(tr("No service states an RTO that something must come back for."));
  const std::uint64_t late = count_of(analysis, is_late);
  // Among equals the one that stands first in the table.
  const auto rows = ranked(analysis.entities);
  const auto first = std::ranges::max_element(rows, {}, [](const EntityRequirement* entity) {
    const auto by = lateness(*entity);
    return std::pair{by.has_value(), by.value_or(Seconds{0})};
  });
  const EntityRequirement& worst = **first;
  const std::string id = named(node_of(plan, worst.node), plan, language);
  if (late == 0) {
    return language.say(tr_n(
        "{count} entity that an RTO depends on is back in time: {id}, with {left} left.",
        "All {count} entities that an RTO depends on are back in time; the tightest, {id}, has "
        "{left} left.",
        required, {{"count", count(required)}, {"id", id}, {"left", length(-*lateness(worst))}}));
  }
  return language.say(
      tr_n("{count} entity comes back later than the services on it allow: {id}, {late} too late "
           "for {services}.",
           "{count} entities come back later than the services on them allow; the worst is {id}, "
           "{late} too late for {services}.",
           late,
           {{"count", count(late)},
            {"id", id},
            {"late", length(*lateness(worst))},
            {"services", services_of(worst.because, most_named, plan, language)}}));
}

std::string backup_sentence(const BusinessImpact& analysis, const Plan& plan,
                            const Language& language) {
  const std::uint64_t seldom = count_of(analysis, is_backup_too_seldom);
  if (seldom == 0) return {};
  const auto worst =
      std::ranges::max_element(analysis.entities, {}, [](const EntityRequirement& entity) {
        return is_backup_too_seldom(entity) ? *entity.rpo - *entity.required_rpo : Seconds{0};
      });
  return language.say(
      tr_n("{count} backup is made too seldom: {id} every {every}, where {services} may lose {rpo} "
           "at most.",
           "{count} backups are made too seldom; the worst is {id} every {every}, where {services} "
           "may lose {rpo} at most.",
           seldom,
           {{"count", count(seldom)},
            {"id", named(node_of(plan, worst->node), plan, language)},
            {"every", length(*worst->rpo)},
            {"services", services_of(worst->rpo_because, most_named, plan, language)},
            {"rpo", length(*worst->required_rpo)}}));
}

}  // namespace bcp::cli
