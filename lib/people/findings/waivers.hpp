// Which waivers has nobody approved?
#pragma once

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Waivers without `approved_by`: they have no effect (docs/meaning.md §7). O(waivers).
void find_unapproved_waivers(const Plan& plan, Diagnostics& found);

}  // namespace bcp
