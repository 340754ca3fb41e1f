#include "supply/presence.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "plan/exact.hpp"

namespace bcp {

namespace {

Count people_of(const ShareOrCount& people, Count whole) {
  if (const auto* share = std::get_if<Ratio>(&people)) return ceiling_share(*share, whole);
  return std::get<Count>(people);
}

/// Sums stay in bounds: nobody is away twice.
template <class Away>
Count away_at(const std::vector<Away>& away, Instant at, Count whole) {
  Count people = 0;
  for (const Away& one : away) {
    if (one.from <= at && at < one.until)
      people = std::min(whole, people + std::min(whole, one.people));
  }
  return people;
}

template <class Away>
void add_changes(std::set<Instant>& changes, const std::vector<Away>& away) {
  for (const Away& one : away) {
    if (one.from != Instant::min()) changes.insert(one.from);
    if (one.until != Instant::max()) changes.insert(one.until);
  }
}

}  // namespace

Presence::Presence(const Plan& plan, const std::vector<ExtraAbsence>& extra)
    : plan_(plan),
      staff_(plan.staff.size()),
      teams_(plan.teams.size()) {
  for (const Absence& absence : plan.absences) {
    if (const auto* staff = std::get_if<StaffId>(&absence.of)) {
      add(staff_[staff->value], absence, plan.staff[staff->value].headcount);
    } else {
      const TeamId team = std::get<TeamId>(absence.of);
      add(teams_[team.value], absence, plan.teams[team.value].members);
    }
  }
  for (const ExtraAbsence& absence : extra) {
    for (std::uint32_t group = 0; group < plan.staff.size(); ++group) {
      if (absence.staff && absence.staff->value != group) continue;
      staff_[group].push_back(
          {plan.start, Instant::max(), people_of(absence.people, plan.staff[group].headcount)});
    }
  }
}

void Presence::add(std::vector<Away>& away, const Absence& absence, Count whole) const {
  const Count people =
      absence.share ? ceiling_share(*absence.share, whole) : absence.people.value_or(0);
  away.push_back(
      {absence.from.value_or(Instant::min()), absence.until.value_or(Instant::max()), people});
}

Count Presence::present(StaffId staff, Instant at) const {
  const Count headcount = plan_.staff[staff.value].headcount;
  return headcount - away_at(staff_[staff.value], at, headcount);
}

Count Presence::present(TeamId team, Instant at) const {
  const Team& of = plan_.teams[team.value];
  Count lost = away_at(teams_[team.value], at, of.members);
  if (of.of && plan_.staff[of.of->value].headcount > 0) {
    const Count headcount = plan_.staff[of.of->value].headcount;
    const Count away = headcount - present(*of.of, at);
    lost += static_cast<Count>((Whole{of.members} * away + headcount - 1) / headcount);
  }
  return std::max<Count>(0, of.members - lost);
}

std::vector<Instant> Presence::changes(StaffId staff) const {
  std::set<Instant> changes;
  add_changes(changes, staff_[staff.value]);
  return {changes.begin(), changes.end()};
}

std::vector<Instant> Presence::changes(TeamId team) const {
  std::set<Instant> changes;
  add_changes(changes, teams_[team.value]);
  if (const auto& group = plan_.teams[team.value].of) add_changes(changes, staff_[group->value]);
  return {changes.begin(), changes.end()};
}

}  // namespace bcp
