#include "graph/basis.hpp"

#include <algorithm>

namespace bcp {

Seconds point_of(const Estimate& estimate, Point point) {
  switch (point) {
    case Point::min: return estimate.min;
    case Point::likely: return estimate.likely;
    case Point::max: return estimate.max;
  }
  return estimate.likely;
}

Seconds recovery_of(const Node& node, const RecoveryBasis& basis) {
  const Seconds promised = point_of(node.recovery.value_or(Estimate{}), basis.point);
  if (!node.tested || basis.belief == Belief::promised) return promised;
  const Seconds tested = node.tested->recovery;
  return basis.belief == Belief::tested ? tested : std::max(promised, tested);
}

}  // namespace bcp
