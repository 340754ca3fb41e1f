// Which messages go out before what they announce?
#pragma once

#include <span>

#include "plan/plan.hpp"
#include "rollout/task_times.hpp"
#include "source/diagnostic.hpp"

namespace bcp {

/// Messages whose `send` is earlier than what stands under their `after` can be: they wait until then
/// (docs/meaning.md §7). Of several such tasks and milestones the last is named. What comes after a task that never runs
/// is left to the finding about that task.
///
/// `times` are the `earliest_task_times` of the plan. O(messages + links).
void find_messages_before_their_news(const Plan& plan,
                                     std::span<const std::optional<TaskTime>> times,
                                     Diagnostics& found);

}  // namespace bcp
