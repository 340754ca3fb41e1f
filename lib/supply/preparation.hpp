// When is each unit of a team's pools prepared?
#pragma once

#include <cstdint>
#include <vector>

#include "plan/plan.hpp"
#include "supply/presence.hpp"

namespace bcp {

/// Units of one pool that wait for a team, all at hand from the same instant on.
struct PreparationOrder {
  Seconds work{0};  ///< of one person for one unit, above 0
  Count units = 0;
  Instant at_hand;
};

/// So many units are prepared at an instant, and as many again each time that so long has passed.
struct Prepared {
  Instant at;
  Count units = 0;
  Seconds every{0};
  Count times = 1;

  [[nodiscard]] Instant last() const { return at + every * (times - 1); }
};

/// Prepares what stands in `orders`, most urgent first, by the rules of docs/meaning.md §4 "Supply": no member idles while a
/// unit is at hand, a begun unit is not interrupted, when members leave those begun last wait and are gone on with
/// before a new one is begun. By order, in time; units that are never prepared are left out.
///
/// O(steps × orders), a step being the units that a team works on at a time, or as many such waves as follow each other
/// without anything else. `steps_left` says how many there may be, and is lowered by those that there were; when none
/// is left, the rest counts as never prepared.
[[nodiscard]] std::vector<std::vector<Prepared>> prepare(const Plan& plan, const Presence& presence,
                                                         TeamId team,
                                                         std::vector<PreparationOrder> orders,
                                                         std::int64_t& steps_left);

}  // namespace bcp
