// What should have happened again by now?
#pragma once

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Reviews and exercises whose period has passed, contracts that have ended, actions that are not done, on the day
/// `as_of`. What is due on that day is not overdue yet. A period without `last` counts from the plan's approval; without
/// that either nothing can be said. O(entities).
void find_overdue(const Plan& plan, Date as_of, Diagnostics& found);

}  // namespace bcp
