// Which units does nobody prepare?
#pragma once

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Pools whose units have to be prepared, by no team: they are never ready (docs/meaning.md §4). O(pools).
void find_unprepared_pools(const Plan& plan, Diagnostics& found);

}  // namespace bcp
