// Which rows of a business impact analysis does a reader need first?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/business_impact.hpp"
#include "render/language.hpp"

namespace bcp::cli {

/// By how much it comes back too late for the services on it; negative: what is left. `nullopt`: nothing is required
/// of it, or it never comes back.
[[nodiscard]] std::optional<Seconds> lateness(const EntityRequirement& entity);
[[nodiscard]] bool is_late(const EntityRequirement& entity);

/// Whether its backup is made less often than the services on it allow.
[[nodiscard]] bool is_backup_too_seldom(const EntityRequirement& entity);

/// Services by tier, then RTO, MTPD and id; those without a limit behind those with one.
[[nodiscard]] std::vector<const ServiceTolerances*> ranked(
    const std::vector<ServiceTolerances>& services, const Plan& plan);

/// How an entity stands to what is required of it.
enum class Standing { late, backup_too_seldom, in_time, free };

[[nodiscard]] Standing standing_of(const EntityRequirement& entity);

/// Entities by standing: those that are late, the latest first; those whose backup is made too seldom; those in time,
/// those with least left first; then those of which no RTO is required.
[[nodiscard]] std::vector<const EntityRequirement*> ranked(
    const std::vector<EntityRequirement>& entities);

/// Entities of one standing because of the same services; never empty.
struct EntityGroup {
  Standing standing = Standing::free;
  const Because* because =
      nullptr;  ///< of the RTO, or of the RPO where it is the backup; `free`: none
  std::vector<const EntityRequirement*> rows;
};

/// The entities in the order of `ranked`, each group where the first of it stands.
[[nodiscard]] std::vector<EntityGroup> grouped(const std::vector<EntityRequirement>& entities);

/// The impacts of one service, as written.
[[nodiscard]] std::vector<const ImpactRow*> impacts_of(ServiceId service,
                                                       const BusinessImpact& analysis);

/// What the row says from when on.
[[nodiscard]] const Impact& impact_at(const ImpactRow& row, const Plan& plan);

/// The levels of impact, mildest first: those of the plan's scale, then others in the order in which they occur.
[[nodiscard]] std::vector<std::string> impact_levels(const BusinessImpact& analysis,
                                                     const Plan& plan);

/// `133 laptops`, `93 VPN sessions`.
[[nodiscard]] std::vector<std::string> equipment_of(const ServiceTolerances& service,
                                                    const Plan& plan, const Language& language);

/// `benefit-payments, budget-vote and 3 others`: the first `most` of them.
[[nodiscard]] std::string services_of(const Because& because, std::size_t most, const Plan& plan,
                                      const Language& language);

/// Who comes back too late, or that nobody does.
[[nodiscard]] std::string bia_headline(const BusinessImpact& analysis, const Plan& plan,
                                       const Language& language);

/// Whose backup is made too seldom; empty if nobody's is.
[[nodiscard]] std::string backup_sentence(const BusinessImpact& analysis, const Plan& plan,
                                          const Language& language);

}  // namespace bcp::cli
