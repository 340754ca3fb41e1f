// When is a service there, by itself or by a workaround?
#pragma once

#include <optional>
#include <vector>

#include "graph/recovery.hpp"
#include "plan/plan.hpp"

namespace bcp {

/// When all of some requirements are met, counted from the outage; `nullopt` = never.
[[nodiscard]] std::optional<Seconds> ready(const std::vector<Requirement>& requirements,
                                           const UpTimes& up);

/// A workaround that runs in [from, until), counted from the outage; without `until` it does not end.
struct WorkaroundRun {
  std::size_t workaround = 0;  ///< position in the service's workarounds
  Seconds from{0};
  std::optional<Seconds> until;
};

/// The workarounds that ever run: from when all that they require and their staff are up, within [ready, ready + lasts).
[[nodiscard]] std::vector<WorkaroundRun> workaround_runs(const Plan& plan, const Service& service,
                                                         const UpTimes& up);

/// Those of them whose level is the service's MBCO or more.
[[nodiscard]] std::vector<WorkaroundRun> covering_runs(const Plan& plan, const Service& service,
                                                       const UpTimes& up);

[[nodiscard]] inline bool runs_at(const WorkaroundRun& run, Seconds at) {
  return run.from <= at && (!run.until || at < *run.until);
}

/// The instant, counted from the outage, from which on the service is up, or a workaround of its MBCO or more runs,
/// without a break; `nullopt` = never.
[[nodiscard]] std::optional<Seconds> covered_from(const Plan& plan, const Service& service,
                                                  const UpTimes& up);

/// Whether it is up, or a workaround of its MBCO or more runs, at an instant.
[[nodiscard]] bool is_covered(const Plan& plan, const Service& service, const UpTimes& up,
                              Seconds at);

/// The level of the best workaround that runs at an instant; none: 0.
[[nodiscard]] Ratio best_workaround(const Plan& plan, const Service& service, const UpTimes& up,
                                    Seconds at);

}  // namespace bcp
