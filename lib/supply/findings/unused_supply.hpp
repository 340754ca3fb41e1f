// Which resource types, profiles and pools does nobody need?
#pragma once

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Resource types that no profile needs, profiles that no staff group has, and pools kept for groups none of which needs
/// their type. What only a pool of such a type, or a profile of nobody, uses is not reported again.
/// O(profiles + pools + groups).
void find_unused_supply(const Plan& plan, Diagnostics& found);

}  // namespace bcp
