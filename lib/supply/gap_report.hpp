// What is missing, by when, for whom, and what does that mean for the services?
#pragma once

#include <optional>
#include <vector>

#include "graph/recovery.hpp"
#include "plan/exact.hpp"
#include "plan/plan.hpp"
#include "supply/explanation.hpp"
#include "supply/gap_figures.hpp"
#include "supply/presence.hpp"
#include "supply/service_levels.hpp"

namespace bcp {

struct GapOptions {
  std::optional<Instant> at;  ///< none: chosen as docs/meaning.md §4 says
  std::vector<ExtraAbsence> absent;
  Outage outage;
  std::optional<ServiceId> service;  ///< lists are limited to what concerns it
  bool is_explained = false;         ///< with its explanation
};

struct TypeGap {
  ResourceTypeId type;
  GapFigures figures;                  ///< at the report's instant
  std::vector<GapFigures> milestones;  ///< as `Plan::milestones`
};

struct StaffFigures {
  StaffId staff;
  Count present = 0;
  Whole wanted;  ///< of all services together, perhaps more than any group has
  Whole minimum;
  Count equipped = 0;
};

/// The one line that matters: the type with the worst gap, and the services that fall short.
struct Headline {
  std::optional<ResourceTypeId> type;  ///< none: no gap at all
  Whole gap;
  Whole gap_minimum;
  std::vector<ServiceId> services;  ///< whose verdict is not ok
};

/// The answer of `bcp gap-report`.
struct [[nodiscard]] GapReport {
  Instant at;
  bool is_instant_asked = false;  ///< `at` was given: the verdicts speak of it, not of deadlines
  std::optional<MilestoneId> milestone;  ///< the first one at that instant, if there is one
  Headline headline;
  std::vector<TypeGap> types;  ///< by id, as the next two
  std::vector<ServiceLevel> services;
  std::vector<StaffFigures> staff;
  std::vector<SupplySource> sources;  ///< by id, those with no unit left out
  bool is_exact = true;           ///< false: the search over alternatives of profiles was cut off
  std::vector<PoolId> cut_off;    ///< their last units come too late to have been counted; by id
  std::optional<ServiceId> only;  ///< the one service to which the lists are limited
  std::optional<Explanation> explanation;  ///< of that service, if it was asked for
};

/// Answers docs/meaning.md §4 and §5.
GapReport gap_report(const Plan& plan, const GapOptions& options);

}  // namespace bcp
