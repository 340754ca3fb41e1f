// Which rules are for something that is not there?
#pragma once

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Policies and freezes that apply to a tag which no entity carries. O(entities + rules), a search each.
void find_unknown_tags(const Plan& plan, Diagnostics& found);

}  // namespace bcp
