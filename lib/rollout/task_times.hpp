// When is each task done, as early as can be?
#pragma once

#include <optional>
#include <vector>

#include "plan/plan.hpp"

namespace bcp {

struct TaskTime {
  Instant start;
  Instant finish;
};

/// The earliest time of each task by its `after`, `not_before` and calendars, with the most people it may have, as if
/// no other task took them (docs/meaning.md §4); `nullopt`: it can never run. By task.
///
/// Tasks that wait on each other, and those after them, never run. Absences and freezes do not count. A task that is
/// `done` finished then. O(links + crews), a crew being a team that a task might take by its skills, each with two walks
/// over the days that calendars skip (some forty, where a `finish` link holds it back), and once for each set of
/// calendars the days on which these change.
[[nodiscard]] std::vector<std::optional<TaskTime>> earliest_task_times(const Plan& plan);

/// By node, counted from the plan's start: the last finish of the tasks that enable it, 0 without one, `nullopt` if one
/// of them never runs.
[[nodiscard]] std::vector<std::optional<Seconds>> available_from(
    const Plan& plan, const std::vector<std::optional<TaskTime>>& times);

}  // namespace bcp
