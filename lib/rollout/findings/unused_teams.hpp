// Which teams does nobody call on?
#pragma once

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Teams that no task, recovery, pool or help desk names, and whose skills no task asks for. O(plan), and for each set of
/// skills that tasks ask for the teams that have the rarest of them.
void find_unused_teams(const Plan& plan, Diagnostics& found);

}  // namespace bcp
