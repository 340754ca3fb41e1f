// Which tasks can never run, and what is in the way?
#pragma once

#include <span>

#include "plan/plan.hpp"
#include "rollout/task_times.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Tasks that no schedule can ever run, although all that they come after does: a team has too few people, no team has
/// the skills, their calendars are not open together, or not for long enough. Tasks that wait for such a one, or in a
/// circle, are not reported again, nor are those one of whose calendars never opens (`find_calendars_never_open`).
///
/// `times` are the `earliest_task_times` of the plan. O(tasks + links), apart from the days that calendars skip.
void find_idle_tasks(const Plan& plan, std::span<const std::optional<TaskTime>> times,
                     Diagnostics& found);

}  // namespace bcp
