#include "rollout/crews.hpp"

#include <algorithm>

namespace bcp {

namespace {

std::vector<Crew> crews_by_skill(const Plan& plan, const Task& task) {
  const Bounds people = task.people.value_or(Bounds{1, 1});
  std::vector<Crew> crews;
  for (std::uint32_t i = 0; i < plan.teams.size(); ++i) {
    const Team& team = plan.teams[i];
    const auto has = [&](const std::string& skill) {
      return std::ranges::find(team.skills, skill) != team.skills.end();
    };
    if (team.members < people.min || !std::ranges::all_of(task.skills, has)) continue;
    crews.push_back({{TeamId{i}}, std::min(team.members, people.max.value_or(team.members))});
  }
  return crews;
}

}  // namespace

std::vector<Crew> crews_of(const Plan& plan, const Task& task) {
  if (!task.skills.empty()) return crews_by_skill(plan, task);
  Crew crew;
  for (const TeamNeed& need : task.team) {
    const Count members = plan.teams[need.team.value].members;
    if (members < need.people.min) return {};
    crew.teams.push_back(need.team);
    crew.people += std::min(members, need.people.max.value_or(members));
  }
  return {crew};
}

std::optional<Seconds> length_with(const Task& task, const Crew& crew) {
  if (!task.work) return task.duration.value_or(Estimate{}).likely;
  if (crew.people == 0) return std::nullopt;
  return Seconds{(task.work->likely.count() + crew.people - 1) / crew.people};
}

std::vector<CalendarId> calendars_of(const Plan& plan, const Task& task, const Crew& crew) {
  std::vector<CalendarId> calendars;
  const auto add = [&](const std::optional<CalendarId>& calendar) {
    if (calendar && std::ranges::find(calendars, *calendar) == calendars.end())
      calendars.push_back(*calendar);
  };
  add(task.calendar);
  for (const TeamId team : crew.teams) add(plan.teams[team.value].calendar);
  return calendars;
}

OpenTimes open_times(const Plan& plan, const std::vector<CalendarId>& calendars) {
  std::vector<const OpeningHours*> all;
  all.reserve(calendars.size());
  for (const CalendarId calendar : calendars) all.push_back(&plan.calendars[calendar.value].hours);
  return {all, plan.zone};
}

}  // namespace bcp
