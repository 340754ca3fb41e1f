// Which people may do a task, for how long, and while what is open?
#pragma once

#include <optional>
#include <vector>

#include "plan/plan.hpp"

namespace bcp {

/// Teams that do a task together, and how many people of them.
struct Crew {
  std::vector<TeamId> teams;
  Count people = 0;
};

/// The people whom the task may have, the most of each team; several where its skills leave a choice, none where no
/// team has enough.
[[nodiscard]] std::vector<Crew> crews_of(const Plan& plan, const Task& task);

/// How long the task is worked on by such a crew; `nullopt`: it is work, and there is nobody.
[[nodiscard]] std::optional<Seconds> length_with(const Task& task, const Crew& crew);

/// The calendars while all of which the crew works on the task.
[[nodiscard]] std::vector<CalendarId> calendars_of(const Plan& plan, const Task& task,
                                                   const Crew& crew);

[[nodiscard]] OpenTimes open_times(const Plan& plan, const std::vector<CalendarId>& calendars);

}  // namespace bcp
