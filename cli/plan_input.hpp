// Which plan does a command speak of?
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "options.hpp"
#include "plan/load.hpp"
#include "reply.hpp"

namespace bcp::cli {

/// Reads what PLAN, `--set` and `--threads` say, findings included; the reply speaks the plan's language from then on.
[[nodiscard]] tl::expected<LoadedPlan, Failure> load(const PlanOptions& options, Reply& reply);

/// The same for commands that need a plan without faults of form. Warnings are only mentioned.
[[nodiscard]] tl::expected<Plan, Failure> read_plan(const PlanOptions& options, Reply& reply);

}  // namespace bcp::cli
