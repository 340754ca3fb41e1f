// Does a service come back in time?
#pragma once

#include <optional>

#include "graph/coverage.hpp"
#include "plan/condition.hpp"
#include "plan/plan.hpp"

namespace bcp {

/// When a service begins to be needed; a beginning before the plan's counts as it.
[[nodiscard]] Instant beginning(const Plan& plan, const Service& service);

/// The instants, counted from the plan's start, by which a service must be back; `nullopt` = it states no such limit.
struct Limits {
  std::optional<Seconds> rto;
  std::optional<Seconds> mtpd;
};
[[nodiscard]] Limits limits_of(const Plan& plan, const Service& service);

/// What an outage means for a service that is covered without a break from `covered` on (`covered_from`; `nullopt` =
/// never): `breach` past its MTPD, or never where it states a limit; `late` past its RTO; on the limit is within it.
[[nodiscard]] Verdict verdict_of(const Limits& limits, std::optional<Seconds> covered);

}  // namespace bcp
