// The keys of teams, their absences, tasks, freezes and changes.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "plan/instants.hpp"
#include "plan/reading/kinds.hpp"

namespace bcp {

using namespace kind;  // NOLINT(google-build-using-namespace): tables of kinds

namespace {

void check_absence(const Reader& reader, const Entry& at, const Absence& absence) {
  exactly_one(reader, at, {"share", "people"}, "share: 25%");
  check_order(reader, at, absence.from, absence.until);
}

/// `people` is for a team that is found by its skills; of a named one the number stands behind its name.
void check_people(const Reader& reader, const Entry& at) {
  const Value team = at.value.find("team");
  const Value people = at.value.find("people");
  if (!people.is_written() || !team.is_scalar() || at.value.find("skills").is_written()) {
    needs_other(reader, at, "people", "skills", "skills: [imaging]");
    return;
  }
  const auto written = [&](std::string_view bound) {
    const std::string_view number = people.find(bound).text();
    return number.empty() ? std::string{} : std::string{bound} + ": " + std::string{number};
  };
  std::string bounds = written("min");
  if (const std::string most = written("max"); !most.empty())
    bounds += (bounds.empty() ? "" : ", ") + most;
  const std::string number = people.is_scalar() ? std::string{people.text()} : '{' + bounds + '}';
  const std::vector<Entry> entries = at.value.entries();
  const auto key =
      std::ranges::find(entries, "people", [](const Entry& entry) { return entry.key.text(); });
  Diagnostic& diagnostic = reader.fault(
      Code::dependent_key, key->key, tr("`people` goes with `skills`, and this task names a team"));
  diagnostic.also.push_back({team.span(), tr("the team")});
  diagnostic.help = tr("write `{form}` in place of both",
                       {{"form", "team: {" + std::string{team.text()} + ": " + number + '}'}});
}

void check_task(const Reader& reader, const Entry& at, const Task& task) {
  exactly_one(reader, at, {"duration", "work"}, "duration: 6h");
  at_most_one(reader, at, {"team", "skills"});
  at_most_one(reader, at, {"done", "progress"});
  needs_other(reader, at, "started", "done", "done: 2020-03-14T16:00");
  check_people(reader, at);
  if (at.value.find("work").is_written() && !at.value.find("duration").is_written())
    at_least_one(reader, at, {"team", "skills"}, "team: technicians");
  check_order(reader, at, task.started, task.done, "started", "done");
}

/// What a required key says; what is missing or could not be read has its finding already.
std::optional<Instant> instant_under(const Reader& reader, const Entry& at, std::string_view key) {
  const auto instant = instant_in(reader.plan, at.value.find(key).text());
  return instant ? std::optional{*instant} : std::nullopt;
}

void check_freeze(const Reader& reader, const Entry& at, const Freeze& /*freeze*/) {
  check_order(reader, at, instant_under(reader, at, "from"), instant_under(reader, at, "until"));
}

void check_change(const Reader& reader, const Entry& at, const Change& change) {
  check_order(reader, at, instant_under(reader, at, "at"), change.until, "at");
}

}  // namespace

template <>
const Keys<Team>& keys_of<Team>() {
  static const Keys<Team> keys = {
      "team", joined(entity_keys<Team>(), {required<WholeNumber, &Team::members>("members"),
                                           optional<StaffRef, &Team::of>("of"),
                                           optional<CalendarRef, &Team::calendar>("calendar"),
                                           optional<ListOf<Word>, &Team::skills>("skills")})};
  return keys;
}

template <>
const Keys<Absence>& keys_of<Absence>() {
  static const Keys<Absence> keys = {
      "absence",
      joined(entity_keys<Absence>(), {required<StaffOrTeamRef, &Absence::of>("of"),
                                      optional<Share, &Absence::share>("share"),
                                      optional<WholeNumber, &Absence::people>("people"),
                                      optional<MomentInTime, &Absence::from>("from"),
                                      optional<MomentInTime, &Absence::until>("until")}),
      check_absence};
  return keys;
}

template <>
const Keys<Task>& keys_of<Task>() {
  static const Keys<Task> keys = {
      "task",
      joined(
          entity_keys<Task>(),
          {optional<Word, &Task::workstream>("workstream"), optional<Tier, &Task::tier>("tier"),
           optional<EstimatedDuration, &Task::duration>("duration"),
           optional<EstimatedEffort, &Task::work>("work"), optional<TaskTeam, &Task::team>("team"),
           optional<ListOf<Word>, &Task::skills>("skills"),
           optional<NumberOrBounds, &Task::people>("people"),
           optional<CalendarRef, &Task::calendar>("calendar"),
           optional<Flag, &Task::continuous>("continuous"),
           optional<ListOf<PredecessorRef>, &Task::after>("after"),
           optional<MomentInTime, &Task::not_before>("not_before"),
           optional<MomentInTime, &Task::due>("due"),
           optional<ListOf<AnyNode>, &Task::enables>("enables"),
           optional<Share, &Task::progress>("progress"),
           optional<MomentInTime, &Task::done>("done"),
           optional<MomentInTime, &Task::started>("started")}),
      check_task};
  return keys;
}

template <>
const Keys<Freeze>& keys_of<Freeze>() {
  static const Keys<Freeze> keys = {
      "freeze",
      joined(entity_keys<Freeze>(),
             {required<MomentInTime, &Freeze::from>("from"),
              required<MomentInTime, &Freeze::until>("until"),
              required<ListOf<SubjectName>, &Freeze::applies_to>("applies_to"),
              optional<PlainText, &Freeze::reason>("reason")}),
      check_freeze};
  return keys;
}

template <>
const Keys<Change>& keys_of<Change>() {
  static const Keys<Change> keys = {
      "change",
      joined(entity_keys<Change>(),
             {required<AnyId, &Change::entity>("entity"), required<MomentInTime, &Change::at>("at"),
              optional<MomentInTime, &Change::until>("until")}),
      check_change};
  return keys;
}

}  // namespace bcp
