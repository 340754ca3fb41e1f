// Which tasks wait for each other?
#pragma once

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Tasks that come after each other in a circle, by links of any kind: none of them ever runs (docs/meaning.md §6).
/// One finding a circle, with the place of each step. O(tasks + links).
void find_task_circles(const Plan& plan, Diagnostics& found);

}  // namespace bcp
