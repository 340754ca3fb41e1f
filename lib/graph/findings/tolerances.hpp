// Which tolerances of a service contradict each other?
#pragma once

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Services that may take longer to come back (RTO) than they can be missed (MTPD). O(services).
void find_rtos_above_mtpd(const Plan& plan, Diagnostics& found);

/// Services that may be missed past the first instant at which an impact of theirs is intolerable (docs/meaning.md §3).
/// O(steps of impact).
void find_mtpds_past_intolerable(const Plan& plan, Diagnostics& found);

/// Workarounds that carry less than the least that their service needs (MBCO): they cover it at no instant.
void find_workarounds_below_mbco(const Plan& plan, Diagnostics& found);

}  // namespace bcp
