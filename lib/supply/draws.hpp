// Because of whom does a group draw units from stock?
#pragma once

#include <span>
#include <vector>

#include "plan/plan.hpp"
#include "supply/allotment.hpp"
#include "supply/drawing.hpp"
#include "supply/presence.hpp"

namespace bcp {

/// People of a group who work from an instant on, by the alternative of their profile that they use.
struct SpreadPeople {
  StaffId staff;
  Instant from;
  std::vector<Count> people;
};

/// The alternatives that the people of each commitment use where `split` says how many of a group use which from when
/// on: those committed first use the first ones. Groups that it does not name have one.
[[nodiscard]] std::vector<SpreadPeople> spread_out(const Plan& plan,
                                                   std::span<const Commitment> commitments,
                                                   std::span<const Drawer> split);

/// What each of them adds, in this order, to what the group draws of a type, by deadline. What a group holds is used by
/// those who come first. None is negative; together they are what `Drawing` draws. O(people × deadlines of their group).
[[nodiscard]] std::vector<std::vector<Draw>> draws_of(const Plan& plan, const Presence& presence,
                                                      std::span<const SpreadPeople> people,
                                                      ResourceTypeId type);

}  // namespace bcp
