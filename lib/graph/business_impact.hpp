// What does the loss of each service mean over time, and what must everything it hangs on therefore promise?
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "graph/basis.hpp"
#include "graph/hanging.hpp"
#include "plan/exact.hpp"
#include "plan/plan.hpp"

namespace bcp {

struct BusinessImpactOptions {
  RecoveryBasis basis;
  /// Lists only these and what they hang on, themselves included; empty: everything. No figure depends on it.
  std::vector<ServiceId> services;
};

/// Units of one type that some people need together, rounded up.
struct UnitsNeeded {
  ResourceTypeId type;
  Whole units;
};

/// What a service states of its tolerances and of what its minimum takes.
struct ServiceTolerances {
  ServiceId service;
  std::optional<Seconds> mtpd, rto, rpo;  ///< as stated
  Exact mbco;                             ///< 1 where it states none
  Whole people;                           ///< at full level
  Whole minimum_people;                   ///< Σ ⌈mbco × people⌉
  std::vector<UnitsNeeded>
      minimum_equipment;  ///< of these people, on their first alternatives, by type
};

/// One category of impact of one service: from when on which level.
struct ImpactRow {
  ServiceId service;
  std::size_t category = 0;  ///< position in the service's `impact`
  std::optional<Seconds>
      intolerable;  ///< from when on it is intolerable; `nullopt`: never, or no scale is stated
};

/// What one node must promise because of the services that hang on it, beside what it does promise.
struct EntityRequirement {
  NodeId node;
  std::optional<Seconds> up;  ///< after a cold restart; `nullopt`: never
  std::optional<Seconds>
      required_rto;  ///< latest instant from the outage on; negative: the chain alone is too long
  Because because;   ///< by tier, then id
  std::optional<Seconds> rpo;  ///< what its backup offers; `nullopt`: no backup
  std::optional<Seconds> required_rpo;
  Because rpo_because;
  std::optional<Seconds> promised;  ///< the recovery that it states, on the point asked for
  std::optional<Seconds> tested;
};

/// From when on an impact is at the plan's `intolerable` level or past it; `nullopt`: never, or no scale is stated.
[[nodiscard]] std::optional<Seconds> first_intolerable(const Plan& plan, const Impact& impact);

/// The answer of `bcp bia`.
struct [[nodiscard]] BusinessImpact {
  std::vector<ServiceTolerances> services;  ///< as `Plan::services`
  std::vector<ImpactRow> impacts;           ///< by service, then as written
  std::vector<EntityRequirement> entities;  ///< by id
  /// Nodes on which a service of the most urgent tier hangs and of which nobody said how fast they come back: a service
  /// without a tier of its own, an application, infrastructure, site or supplier without a recovery. By id.
  std::vector<NodeId> unclassified;
};

/// Answers docs/meaning.md §3, all tasks counted as done. O((V + E) × ⌈services / 64⌉) time, O(V × services) at worst to
/// list which of them ask; O(V + E) memory.
BusinessImpact business_impact(const Plan& plan, const BusinessImpactOptions& options);

}  // namespace bcp
