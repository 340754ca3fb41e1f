#include "rollout/findings/calendars.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "plan/grammar.hpp"

namespace bcp {

namespace {

std::vector<Value> phases_of(const Calendar& calendar) {
  return calendar.written.find("phases").items();
}

/// By calendar: another one has it as a phase.
std::vector<bool> phases_of_others(const Plan& plan) {
  std::vector<bool> is_phase(plan.calendars.size(), false);
  for (const Calendar& calendar : plan.calendars) {
    for (const Value& phase : phases_of(calendar)) {
      const std::string_view id = phase.find("calendar").text();
      const auto at = std::ranges::lower_bound(
          plan.calendars, id, {}, [](const Calendar& one) { return std::string_view{one.id}; });
      if (at != plan.calendars.end() && at->id == id)
        is_phase[static_cast<std::size_t>(at - plan.calendars.begin())] = true;
    }
  }
  return is_phase;
}

/// Whether calendars open again. Thousands of them may have the very same phases, and each of these thousands of days.
class Openings {
public:
  explicit Openings(const Plan& plan) : plan_(plan) {}

  bool is_to_come(const OpeningHours& hours) {
    std::vector<std::pair<Date, const WeekHours*>> phases;
    for (const OpeningHours::Phase& phase : hours.phases)
      phases.emplace_back(phase.until.value_or(Date::max()), phase.hours.get());
    const auto [known, is_new] = known_.try_emplace(std::move(phases), false);
    if (is_new) known->second = OpenTimes{{&hours}, plan_.zone}.next_open(plan_.start).has_value();
    return known->second;
  }

private:
  const Plan& plan_;
  std::map<std::vector<std::pair<Date, const WeekHours*>>, bool> known_;
};

}  // namespace

void find_calendars_never_open(const Plan& plan, Diagnostics& found) {
  const std::vector<bool> is_phase = phases_of_others(plan);
  Openings openings{plan};
  for (std::size_t i = 0; i < plan.calendars.size(); ++i) {
    const Calendar& calendar = plan.calendars[i];
    if (is_phase[i] || openings.is_to_come(calendar.hours)) continue;
    found
        .add(Code::calendar_never_open, calendar.named,
             tr("the calendar `{calendar}` is never open from the plan's start on",
                {{"calendar", calendar.id}}))
        .help = tr("open it by a line such as `mon-fri: 08:00-18:00` under `week`");
  }
}

void find_phases_never_reached(const Plan& plan, Diagnostics& found) {
  const auto start = plan.zone.to_wall_clock(plan.start).time_since_epoch();
  const Date first_day{std::chrono::floor<std::chrono::days>(start)};
  for (const Calendar& calendar : plan.calendars) {
    for (const Value& phase : phases_of(calendar)) {
      const Value until = phase.find("until");
      const auto end = grammar::date(until.text());
      if (!end || *end > first_day) continue;
      found
          .add(
              Code::phase_never_reached, until.span(),
              tr("this phase of `{calendar}` ends before the plan's start, so that it never counts",
                 {{"calendar", calendar.id}}))
          .help = tr("delete the phase, or write a later `until`");
    }
  }
}

void find_unused_calendars(const Plan& plan, Diagnostics& found) {
  std::vector<bool> is_used = phases_of_others(plan);
  for (const Team& team : plan.teams) {
    if (team.calendar) is_used[team.calendar->value] = true;
  }
  for (const Task& task : plan.tasks) {
    if (task.calendar) is_used[task.calendar->value] = true;
  }
  for (std::size_t i = 0; i < plan.calendars.size(); ++i) {
    if (is_used[i]) continue;
    const Calendar& calendar = plan.calendars[i];
    found
        .add(Code::unused_entity, calendar.named,
             tr("nobody works by the calendar `{id}`", {{"id", calendar.id}}))
        .help = tr("name it under `calendar` of a team or a task, or delete it");
  }
}

}  // namespace bcp
