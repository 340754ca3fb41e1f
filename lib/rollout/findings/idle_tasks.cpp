#include "rollout/findings/idle_tasks.hpp"

#include <algorithm>
#include <string>

#include "plan/places.hpp"
#include "rollout/crews.hpp"

namespace bcp {

namespace {

class IdleTasks {
public:
  IdleTasks(const Plan& plan, Diagnostics& found)
      : plan_(plan),
        found_(found),
        crews_(plan),
        open_(plan) {}

  void explain(const Task& task) {
    const std::vector<Crew> crews = crews_.of(task);
    if (!crews.empty()) return explain_hours(task, crews.front());
    if (!task.skills.empty()) return explain_skills(task);
    for (const TeamNeed& need : task.team) {
      if (need.people.min > plan_.teams[need.team.value].members) explain_team(task, need);
    }
  }

private:
  Diagnostic& add(Span at, Text message) {
    return found_.add(Code::idle_task, at, std::move(message));
  }

  void explain_team(const Task& task, const TeamNeed& need) {
    const Team& team = plan_.teams[need.team.value];
    Diagnostic& finding = add(
        place_of(task, {"team", team.id}),
        tr_n("`{task}` can never run: it takes {needed} person of `{team}`, which has {members}",
             "`{task}` can never run: it takes {needed} people of `{team}`, which has {members}",
             static_cast<std::uint64_t>(need.people.min),
             {{"task", task.id},
              {"team", team.id},
              {"needed", number(need.people.min)},
              {"members", number(team.members)}}));
    add_members(team, finding);
  }

  void explain_skills(const Task& task) {
    const Team* largest = largest_with(task.skills);
    const Names skills{task.skills.begin(), task.skills.end()};
    if (largest == nullptr) {
      add(place_of(task, {"skills"}),
          tr("`{task}` can never run: no team has all its skills ({skills})",
             {{"task", task.id}, {"skills", skills}}))
          .help = tr("add what is missing to the `skills` of a team, or name a `team` instead");
      return;
    }
    Diagnostic& finding =
        add(place_of(task, {"people"}),
            tr("`{task}` can never run: it takes {needed} people with its skills ({skills}), and "
               "the largest team that has them, `{team}`, has {members}",
               {{"task", task.id},
                {"skills", skills},
                {"team", largest->id},
                {"needed", number(task.people.value_or(Bounds{}).min)},
                {"members", number(largest->members)}}));
    add_members(*largest, finding);
  }

  void explain_hours(const Task& task, const Crew& crew) {
    const auto length = length_with(task, crew);
    if (!length) return explain_nobody(task);
    const std::vector<CalendarId> calendars = calendars_of(plan_, task, crew);
    if (!std::ranges::all_of(calendars, [&](CalendarId one) { return is_ever_open({one}); }))
      return;  // a finding of its own
    Names names;
    for (const CalendarId calendar : calendars) names.push_back(plan_.calendars[calendar.value].id);
    Diagnostic* finding = nullptr;
    if (!is_ever_open(calendars)) {
      finding = &add(
          place_of_hours(task),
          tr("`{task}` can never run: its calendars ({calendars}) are never open at the same time",
             {{"task", task.id}, {"calendars", names}}));
      finding->help =
          tr("give the task a `calendar` that shares hours with those of its teams, or none");
    } else if (task.continuous) {
      finding = &add(
          place_of(task, {"continuous"}),
          tr("`{task}` can never run: it takes {length} without a pause, and its "
             "calendars ({calendars}) are never open for so long",
             {{"task", task.id}, {"length", TimeLength{length->count()}}, {"calendars", names}}));
      finding->help = tr(
          "write `continuous: false`, shorten the task, or give it a `calendar` with longer hours");
    } else {
      finding = &add(
          place_of_hours(task),
          tr("`{task}` can never end: it takes {length} of open time, and its calendars "
             "({calendars}) close for good before",
             {{"task", task.id}, {"length", TimeLength{length->count()}}, {"calendars", names}}));
      finding->help = tr("give the task and its teams a `calendar` that stays open for longer");
    }
    add_calendars(calendars, *finding);
  }

  void explain_nobody(const Task& task) {
    add(place_of(task, {"team"}),
        tr("`{task}` can never run: it is work, and its teams have nobody", {{"task", task.id}}))
        .help = tr("raise the `members` of its teams, or name another `team`");
  }

  [[nodiscard]] const Team* largest_with(const std::vector<std::string>& skills) const {
    const Team* largest = nullptr;
    for (const Team& team : plan_.teams) {
      const bool has_all = std::ranges::all_of(skills, [&](const std::string& skill) {
        return std::ranges::find(team.skills, skill) != team.skills.end();
      });
      if (has_all && (largest == nullptr || team.members > largest->members)) largest = &team;
    }
    return largest;
  }

  [[nodiscard]] bool is_ever_open(const std::vector<CalendarId>& together) {
    return open_.of(together).next_open(plan_.start).has_value();
  }

  /// What says by which hours the task goes.
  static Span place_of_hours(const Task& task) {
    if (task.calendar) return place_of(task, {"calendar"});
    return task.skills.empty() ? place_of(task, {"team"}) : place_of(task, {"skills"});
  }

  static void add_members(const Team& team, Diagnostic& finding) {
    finding.also.push_back({place_of(team, {"members"}), tr("the members of the team")});
    finding.help = tr("ask for {members} or fewer, or raise the `members` of `{team}`",
                      {{"members", number(team.members)}, {"team", team.id}});
  }

  void add_calendars(const std::vector<CalendarId>& calendars, Diagnostic& finding) const {
    for (const CalendarId calendar : calendars) {
      const Calendar& of = plan_.calendars[calendar.value];
      finding.also.push_back({of.named, tr("the calendar `{calendar}`", {{"calendar", of.id}})});
    }
  }

  const Plan& plan_;
  Diagnostics& found_;
  Crews crews_;
  OpenTogether open_;
};

}  // namespace

void find_idle_tasks(const Plan& plan, std::span<const std::optional<TaskTime>> times,
                     Diagnostics& found) {
  IdleTasks idle{plan, found};
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
    const auto runs = [&](const Predecessor& before) {
      return !before.task || times[before.task->value].has_value();
    };
    if (!times[i] && std::ranges::all_of(plan.tasks[i].after, runs)) idle.explain(plan.tasks[i]);
  }
}

}  // namespace bcp
