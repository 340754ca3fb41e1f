// Which calendars, and which phases of them, are of no use?
#pragma once

#include "plan/plan.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Calendars that are closed from the plan's start on. One that another calendar has as a phase is not meant: a phase
/// may be there to close. O(calendars), apart from the days that they skip.
void find_calendars_never_open(const Plan& plan, Diagnostics& found);

/// Phases whose last day lies before the day of the plan's start.
void find_phases_never_reached(const Plan& plan, Diagnostics& found);

/// Calendars by which nobody works: no team and no task names them, and no calendar has them as a phase.
void find_unused_calendars(const Plan& plan, Diagnostics& found);

}  // namespace bcp
