// How may people who have alternatives be spread over them so that the units suffice?
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "plan/exact.hpp"
#include "plan/plan.hpp"
#include "supply/drawing.hpp"

namespace bcp {

/// A group's people of one deadline who are to be spread over the alternatives of its profile.
struct Choice {
  StaffId staff;
  Instant deadline;
  Count people = 0;
};

/// How many people a split puts on their first alternatives.
[[nodiscard]] Whole on_first(const std::vector<Drawer>& split);

/// What the alternatives of profiles need of one type, compared.
struct AlternativeNeeds {
  struct Alternative {
    bool needs_more = false;     ///< than the one that needs least of those behind it
    bool needs_less = false;     ///< than that one
    std::size_t least_from = 0;  ///< which needs least, of it and those behind it
  };
  ResourceTypeId type;
  std::map<StaffId, std::vector<Alternative>> of;  ///< of groups that have alternatives
  std::map<StaffId, std::vector<Exact>> units;     ///< that one person needs
};

/// How much a unit of each type weighs, as the types of `AlternativeNeeds`. Whatever the weights, people take at least
/// what the lightest of their alternatives weighs, and all together no more than there is: what types have together
/// stands in the way where none does alone.
using Weights = std::vector<Exact>;

/// Searches all splits for which the units suffice, most people on the first alternatives first.
///
/// One alternative of one choice is decided after the other; people who are not decided yet count, for each type apart,
/// where they need least of it. More people on an alternative then need either more or less of a type, so that each
/// type allows an interval of them, which is bisected: one choice between two alternatives takes O(types × log people)
/// questions, whatever the headcount. With several choices it is an integer program and the search exponential, so that
/// all searches together, an allotment's, have an effort to use up, counted in the steps of the questions asked; each
/// of them may ask a few, even so.
class Splits {
public:
  explicit Splits(const Plan& plan);

  /// What is made of a split: how many people on first alternatives a further one must have to be of interest; none:
  /// no further one is.
  using Visit = std::function<std::optional<Whole>(const std::vector<Drawer>& split)>;

  /// `drawings` are by type; `fixed` draw besides. Choices of a group stand together, by deadline.
  /// False: the effort was used up before everything of interest was seen.
  [[nodiscard]] bool visit_all(std::vector<Drawing>& drawings, const std::vector<Drawer>& fixed,
                               const std::vector<Choice>& choices, const Visit& visit);

  /// Whether nothing stands in the way of everyone where they need least of each type, or of what they need of several.
  /// No: no split suffices; yes: one may. More people only ever turn yes into no.
  [[nodiscard]] bool may_suffice(std::vector<Drawing>& drawings, const std::vector<Drawer>& fixed,
                                 const std::vector<Choice>& choices) const;

private:
  const Plan& plan_;
  void add_weights();

  std::vector<AlternativeNeeds> types_;  // those that an alternative needs
  std::vector<Weights> weights_;
  std::int64_t effort_;
};

}  // namespace bcp
