// Why did a service get what it got, and what would have to give for it to get more?
#pragma once

#include <optional>
#include <vector>

#include "plan/plan.hpp"
#include "supply/allotment.hpp"
#include "supply/limits.hpp"
#include "supply/presence.hpp"
#include "supply/stock.hpp"
#include "supply/taken_units.hpp"

namespace bcp {

/// Why one service got what it got (docs/meaning.md §5).
struct [[nodiscard]] Explanation {
  ServiceId service;
  std::size_t served_before = 0;  ///< so many services come first
  std::size_t services = 0;
  std::optional<Limit> minimum;  ///< at its deadline, if its minimum was not feasible then
  std::optional<Limit> full;     ///< when its minimum was whole, if the full level was not feasible
  std::optional<Limit> next;     ///< of the first of these: the least step above the level reached
  ServiceUnits units;
};

/// Made from a finished allotment, whose commitments are made once more up to the steps at which the service's were, and
/// asked there for the cut.
///
/// `sources` and `presence` are those of the allotment. Costs about one allotment more.
Explanation explanation(const Plan& plan, const Presence& presence,
                        const std::vector<Source>& sources, const Allotment& allotment,
                        ServiceId service);

}  // namespace bcp
