// What is missing, by when, for whom, and what does that mean for the services?
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "plan/exact.hpp"
#include "plan/plan.hpp"
#include "supply/gap_figures.hpp"
#include "supply/presence.hpp"

namespace bcp {

struct GapOptions {
  std::optional<Instant> at;  ///< none: chosen as MEANING.md §4 says
  std::vector<ExtraAbsence> absent;
};

struct TypeGap {
  ResourceTypeId type;
  GapFigures figures;                  ///< at the report's instant
  std::vector<GapFigures> milestones;  ///< as `Plan::milestones`
};

/// What a service is short of for its minimum: people of a group, or units of a type.
struct Shortage {
  std::variant<StaffId, ResourceTypeId> of;
  Whole amount;
};

/// A service's demand on one group.
struct CellLevel {
  StaffId staff;
  Count wanted = 0;
  Count minimum = 0;
  Count equipped = 0;
};

struct ServiceLevel {
  ServiceId service;
  Instant at;                         ///< its deadline, or the instant asked for
  Exact level;                        ///< share of the full level, 0 to 1
  std::optional<Instant> minimum_at;  ///< none: never, or not by the instant asked for
  Verdict verdict = Verdict::ok;
  bool is_down = false;               ///< neither up nor covered at `at`: limited by itself
  std::vector<Shortage> short_of;     ///< groups by id, then types by id
  std::vector<CellLevel> staff;       ///< by id
};

struct StaffFigures {
  Count present = 0;
  Count wanted = 0;
  Count minimum = 0;
  Count equipped = 0;
};

/// Where units come from: a pool, a node that provides, or a group that gives what it does not need.
struct SupplySource {
  std::variant<PoolId, NodeId, StaffId> origin;
  ResourceTypeId type;
  Exact units;  ///< all usable ones ever
  Instant first;
  Instant last;
};

/// The one line that matters: the type with the worst gap, and the services that fall short.
struct Headline {
  std::optional<ResourceTypeId> type;  ///< none: no gap at all
  Whole gap;
  Whole gap_minimum;
  std::vector<ServiceId> services;     ///< whose verdict is not ok
};

/// The answer of `bcp gap-report`.
struct [[nodiscard]] GapReport {
  Instant at;
  std::optional<MilestoneId> milestone;  ///< the first one at that instant, if there is one
  Headline headline;
  std::vector<TypeGap> types;            ///< as `Plan::resource_types`
  std::vector<ServiceLevel> services;    ///< as `Plan::services`
  std::vector<StaffFigures> staff;       ///< as `Plan::staff`
  std::vector<SupplySource> sources;     ///< by id, those with no unit left out
};

/// Answers MEANING.md §4 and §5 with nothing down.
GapReport gap_report(const Plan& plan, const GapOptions& options);

}  // namespace bcp
