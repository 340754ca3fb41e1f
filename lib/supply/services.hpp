// When is a service due, and what does it want?
#pragma once

#include <optional>
#include <vector>

#include "graph/verdict.hpp"
#include "plan/plan.hpp"

namespace bcp {

/// Beginning and RTO, without an RTO the MTPD, without either none.
[[nodiscard]] std::optional<Instant> deadline(const Plan& plan, const Service& service);

/// Whether some alternative of one of its groups needs the type.
[[nodiscard]] bool needs(const Plan& plan, const Service& service, ResourceTypeId type);

}  // namespace bcp
