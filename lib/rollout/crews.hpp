// Which people may do a task, for how long, and while what is open?
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "plan/plan.hpp"

namespace bcp {

/// Teams that do a task together, and how many people of them, at most 10^18.
struct Crew {
  std::vector<TeamId> teams;
  Count people = 0;
};

/// The crews of a plan. Refers to the plan, which outlives it.
class Crews {
public:
  /// O(skills of all teams × log).
  explicit Crews(const Plan& plan);

  /// The people whom the task may have, the most of each team; several where its skills leave a choice, none where no
  /// team has enough. O(its teams), with skills O(teams that have the rarest of them).
  [[nodiscard]] std::vector<Crew> of(const Task& task) const;

private:
  [[nodiscard]] std::vector<Crew> by_skill(const Task& task) const;

  const Plan& plan_;
  std::map<std::string_view, std::vector<TeamId>> with_skill_;
};

/// How long the task is worked on by such a crew; `nullopt`: it is work, and there is nobody.
[[nodiscard]] std::optional<Seconds> length_with(const Task& task, const Crew& crew);

/// The calendars while all of which the crew works on the task.
[[nodiscard]] std::vector<CalendarId> calendars_of(const Plan& plan, const Task& task,
                                                   const Crew& crew);

/// When calendars are open together, kept for as many sets of them as a plan is likely to have. Refers to the plan, which
/// outlives it.
class OpenTogether {
public:
  explicit OpenTogether(const Plan& plan) : plan_(plan) {}

  /// Valid until the next question. None: around the clock.
  [[nodiscard]] const OpenTimes& of(std::vector<CalendarId> calendars);

private:
  const Plan& plan_;
  std::map<std::vector<CalendarId>, OpenTimes> known_;
};

}  // namespace bcp
