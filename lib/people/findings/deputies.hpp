// Which roles fall together with all who could stand in for them?
#pragma once

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Roles of a group and a site all of whose deputies belong to the same group at the same site: what takes the holder
/// out takes them all.
///
/// Where a deputy belongs is known if it is the id of a role, or the holder of one; the holder himself named as a deputy
/// is no other person. A role with a deputy of whom nothing is known is passed over. O(roles + deputies), a search each.
void find_shared_deputies(const Plan& plan, Diagnostics& found);

}  // namespace bcp
