// In which unit are all amounts of a resource type whole numbers?
#pragma once

#include <span>

#include "plan/exact.hpp"
#include "plan/plan.hpp"
#include "supply/presence.hpp"
#include "supply/stock.hpp"

namespace bcp {

/// How many grains make a unit of the type, so that whatever can occur is a whole number of them: what a person needs
/// on any alternative, what a group holds, also while some are away, and the units of lots. Sources of other types do
/// not matter. O(groups + lots).
[[nodiscard]] Whole grains_of(const Plan& plan, const Presence& presence,
                              std::span<const Source> sources, ResourceTypeId type);

/// An amount of which `grains_of` speaks, in grains.
[[nodiscard]] Whole in_grains(const Exact& units, const Whole& grains);

}  // namespace bcp
