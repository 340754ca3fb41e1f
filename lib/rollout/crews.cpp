#include "rollout/crews.hpp"

#include <algorithm>
#include <utility>

namespace bcp {

namespace {

/// More people than this leave no work for a second less: an effort is shorter than so many seconds.
constexpr Count most_people = 1'000'000'000'000'000'000;

/// Sets of calendars that are kept: more than plans have, few enough for any memory.
constexpr std::size_t most_sets = 256;

bool has_all(const Team& team, const std::vector<std::string>& skills) {
  return std::ranges::all_of(skills, [&](const std::string& skill) {
    return std::ranges::find(team.skills, skill) != team.skills.end();
  });
}

}  // namespace

Crews::Crews(const Plan& plan) : plan_(plan) {
  for (std::uint32_t team = 0; team < plan.teams.size(); ++team) {
    for (const std::string& skill : plan.teams[team].skills)
      with_skill_[skill].push_back(TeamId{team});
  }
}

std::vector<Crew> Crews::by_skill(const Task& task) const {
  const std::vector<TeamId>* fewest = nullptr;
  for (const std::string& skill : task.skills) {
    const auto having = with_skill_.find(skill);
    if (having == with_skill_.end()) return {};
    if (fewest == nullptr || having->second.size() < fewest->size()) fewest = &having->second;
  }
  const Bounds people = task.people.value_or(Bounds{1, 1});
  std::vector<Crew> crews;
  for (const TeamId id : *fewest) {
    const Team& team = plan_.teams[id.value];
    if (team.members < people.min || !has_all(team, task.skills)) continue;
    crews.push_back({{id}, std::min(team.members, people.max.value_or(team.members))});
  }
  return crews;
}

std::vector<Crew> Crews::of(const Task& task) const {
  if (!task.skills.empty()) return by_skill(task);
  Crew crew;
  for (const TeamNeed& need : task.team) {
    const Count members = plan_.teams[need.team.value].members;
    if (members < need.people.min) return {};
    crew.teams.push_back(need.team);
    const Count people = std::min(members, need.people.max.value_or(members));
    crew.people = std::min(most_people, crew.people + people);
  }
  return {crew};
}

std::optional<Seconds> length_with(const Task& task, const Crew& crew) {
  if (!task.work) return task.duration.value_or(Estimate{}).likely;
  if (crew.people == 0) return std::nullopt;
  const std::int64_t work = task.work->likely.count();
  return Seconds{work / crew.people + (work % crew.people > 0 ? 1 : 0)};
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

const OpenTimes& OpenTogether::of(std::vector<CalendarId> calendars) {
  std::ranges::sort(calendars);
  const auto known = known_.find(calendars);
  if (known != known_.end()) return known->second;
  if (known_.size() == most_sets) known_.clear();
  std::vector<const OpeningHours*> all;
  for (const CalendarId calendar : calendars) all.push_back(&plan_.calendars[calendar.value].hours);
  return known_.try_emplace(std::move(calendars), all, plan_.zone).first->second;
}

}  // namespace bcp
