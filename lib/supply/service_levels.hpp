// What does an allotment mean for each service?
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "graph/coverage.hpp"
#include "plan/exact.hpp"
#include "plan/plan.hpp"
#include "supply/allotment.hpp"

namespace bcp {

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
  Instant at;                    ///< its deadline, or the instant asked for
  Exact level;                   ///< share of the full level, 0 to 1
  std::optional<Exact> at_most;  ///< what bounds it where a search was cut off; none: it is exact
  std::optional<Instant> minimum_at;  ///< none: never, or not by the instant asked for
  std::optional<Instant> up_at;       ///< when it is up itself; none: never
  std::optional<Instant> covered_at;  ///< when it is up or covered for good; none: never
  Verdict verdict = Verdict::ok;
  bool is_down = false;            ///< neither up nor covered at `at`: limited by itself
  std::vector<Shortage> short_of;  ///< groups by id, then types by id
  std::vector<CellLevel> staff;    ///< by id
};

/// Level and verdict of every service, by service; `up` counts from the plan's start, `at` is the instant asked for.
/// O(services × workarounds).
[[nodiscard]] std::vector<ServiceLevel> service_levels(const Plan& plan, const Allotment& allotment,
                                                       const UpTimes& up,
                                                       std::optional<Instant> at);

}  // namespace bcp
