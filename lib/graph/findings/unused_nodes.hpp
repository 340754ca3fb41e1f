// Which applications, servers, sites, suppliers and channels does nobody use?
#pragma once

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Applications and infrastructure that nothing requires, no workaround either, and that hold no backup and provide
/// nothing; suppliers of nothing; sites where nobody is; channels by which no message goes.
///
/// Services and staff are what a plan is for, and pools serve whoever needs their type: these are never meant here.
/// A task, a scenario, a release or an exercise is *about* a node and does not use it. O(V + E).
void find_unused_nodes(const Plan& plan, Diagnostics& found);

}  // namespace bcp
