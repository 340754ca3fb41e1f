// How long does each node take to come back, by which of its numbers?
#pragma once

#include "plan/plan.hpp"

namespace bcp {

/// Which of three points counts (`--estimate`).
enum class Point { min, likely, max };

/// Whose word counts for a recovery (`--believe`): what is promised, what an exercise measured where there was one, or
/// the longer of the two.
enum class Belief { promised, tested, worst };

struct RecoveryBasis {
  Point point = Point::likely;
  Belief belief = Belief::promised;
};

[[nodiscard]] Seconds point_of(const Estimate& estimate, Point point);

/// The recovery of a node on this basis; 0 where it states none.
[[nodiscard]] Seconds recovery_of(const Node& node, const RecoveryBasis& basis);

}  // namespace bcp
