// Who is there at an instant?
#pragma once

#include <optional>
#include <vector>

#include "plan/plan.hpp"

namespace bcp {

/// People who are away from the plan's start on, on top of the plan's absences (`--absent`).
struct ExtraAbsence {
  std::optional<StaffId> staff;  ///< none: each group
  ShareOrCount people;
};

/// The people of groups and teams less those who are absent; shares are rounded up, absences that overlap add up, down
/// to nobody. A team loses its own absent people and, rounded up, the share of its group that is away (docs/meaning.md §6).
class Presence {
public:
  Presence(const Plan& plan, const std::vector<ExtraAbsence>& extra);

  [[nodiscard]] Count present(StaffId staff, Instant at) const;
  [[nodiscard]] Count present(TeamId team, Instant at) const;

  /// Whether anyone of the group is absent at some instant.
  [[nodiscard]] bool may_be_away(StaffId staff) const { return !staff_[staff.value].empty(); }

  /// The instants at which the presence of a group or a team may change, sorted.
  [[nodiscard]] std::vector<Instant> changes(StaffId staff) const;
  [[nodiscard]] std::vector<Instant> changes(TeamId team) const;

private:
  struct Away {
    Instant from;
    Instant until;
    Count people = 0;
  };
  void add(std::vector<Away>& away, const Absence& absence, Count whole) const;

  const Plan& plan_;
  std::vector<std::vector<Away>> staff_;
  std::vector<std::vector<Away>> teams_;
};

}  // namespace bcp
