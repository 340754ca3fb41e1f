// What is only assumed?
#pragma once

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// A note for each entity with an `assumption`. O(entities).
void find_open_assumptions(const Plan& plan, Diagnostics& found);

}  // namespace bcp
