// When is a service due, and what does it want?
#pragma once

#include <optional>
#include <vector>

#include "plan/plan.hpp"

namespace bcp {

/// When a service begins to be needed; a beginning before the plan's counts as it.
[[nodiscard]] Instant beginning(const Plan& plan, const Service& service);

/// Beginning and RTO, without an RTO the MTPD, without either none.
[[nodiscard]] std::optional<Instant> deadline(const Plan& plan, const Service& service);

/// ⌈mbco × people⌉
[[nodiscard]] Count minimum_people(const Service& service, const StaffNeed& need);

/// Whether some alternative of one of its groups needs the type.
[[nodiscard]] bool needs(const Plan& plan, const Service& service, ResourceTypeId type);

}  // namespace bcp
