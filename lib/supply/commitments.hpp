// Who is to work from when on, and may more people?
#pragma once

#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "supply/drawing.hpp"
#include "supply/splits.hpp"

namespace bcp {

/// So many more people of each group; groups that are not named get none.
using MorePeople = std::map<StaffId, Count>;

/// Units of a type that are missing, and how the groups that changed would draw then: those who get more people, and
/// those whose people are spread over alternatives.
struct Shortfall {
  ResourceTypeId type;
  Exact missing;
  std::vector<Drawer> drawers;
  std::vector<Drawer> split;  ///< of those, the groups committed before that have alternatives
};

/// The people committed to work, by group and deadline: they are present, and the units they need are there by then.
/// Commitments are only ever added to (docs/meaning.md §5, points 2 to 4).
///
/// Groups whose profile has alternatives are spread over them anew at every question, so that people, not units, stay
/// committed (`Splits`). Where that search is cut off, the best split that it saw counts, then the last one known, and
/// `is_exact` turns false; a question that neither answers is answered with no.
class Commitments {
public:
  Commitments(const Plan& plan, const Presence& presence, const std::vector<Source>& sources);

  [[nodiscard]] bool feasible(const MorePeople& more, Instant deadline);
  void commit(const MorePeople& more, Instant deadline);

  /// People of a group whom its presence leaves for a deadline.
  [[nodiscard]] Count left_present(StaffId staff, Instant deadline) const;
  /// People of a group committed by an instant.
  [[nodiscard]] Count committed(StaffId staff, Instant by) const;
  /// Of each type the fewest units, usable by anyone and rounded up, that must be added for these people on their
  /// first alternative, those committed keeping theirs; empty where some split carries them as it is.
  [[nodiscard]] std::vector<std::pair<ResourceTypeId, Whole>> missing_units(const MorePeople& more,
                                                                            Instant deadline);

  /// The same before it is rounded.
  [[nodiscard]] std::vector<Shortfall> shortfalls(const MorePeople& more, Instant deadline);
  /// What limits those who draw so (docs/meaning.md §5: the cut).
  [[nodiscard]] DrawingCut cut(const Shortfall& shortfall);

  /// The groups whose people are spread over alternatives, as they are: most people on the first ones.
  [[nodiscard]] std::vector<Drawer> spread();
  /// Which units go to whom, with these groups spread so; see `Drawing::hand_out`.
  [[nodiscard]] std::vector<std::vector<UnitsOfLot>> hand_out(ResourceTypeId type,
                                                              std::span<const Drawer> spread,
                                                              std::span<const Draw> draws);

  /// False where a look at each type alone shows that they are not feasible. Where `feasible` was cut off, this bounds it.
  [[nodiscard]] bool may_be_feasible(const MorePeople& more, Instant deadline);

  /// Whether some group has alternatives.
  [[nodiscard]] bool has_choices() const { return !choosers_.empty(); }
  [[nodiscard]] bool is_exact() const { return cut_off_ == 0; }
  /// How many questions were cut off up to now.
  [[nodiscard]] std::int64_t cut_off() const { return cut_off_; }

private:
  using People = std::map<Instant, Count>;  // of a group, by deadline
  /// A split for which the units sufficed once these people had come.
  struct Found {
    MorePeople more;
    Instant deadline;
    std::vector<Drawer> split;
  };

  [[nodiscard]] bool are_present(const MorePeople& more, Instant deadline) const;
  [[nodiscard]] bool suffice(const std::vector<Drawer>& drawers);
  [[nodiscard]] std::vector<Drawer> fixed_drawers(const MorePeople& more, Instant deadline) const;
  [[nodiscard]] std::vector<Choice> choices(const MorePeople& more, Instant deadline) const;
  [[nodiscard]] People with_more(StaffId staff, const MorePeople& more, Instant deadline) const;
  [[nodiscard]] std::vector<Drawer> with_more_on(std::size_t alternative, std::vector<Drawer> split,
                                                 const MorePeople& more, Instant deadline) const;
  [[nodiscard]] bool extends_known(const std::vector<Drawer>& fixed, const MorePeople& more,
                                   Instant deadline);
  void keep_split(const MorePeople& more, Instant deadline);

  const Plan& plan_;
  const Presence& presence_;
  std::vector<Drawing> drawings_;  // by type
  std::vector<StaffId> choosers_;  // groups that have alternatives
  std::vector<People> people_;     // by group
  Splits splits_;
  std::optional<Found> found_;                // the last one
  std::optional<std::vector<Drawer>> known_;  // a split of those committed, if one was found
  std::int64_t cut_off_ = 0;
};

}  // namespace bcp
