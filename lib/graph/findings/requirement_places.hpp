// Where does a node say that it requires another one?
#pragma once

#include "plan/plan.hpp"

namespace bcp {

/// The first place: under `requires`, nested groups included, then `staff` of a service, `site` of a group, `supplier` of
/// a pool; the node's own id where there is none.
[[nodiscard]] Span place_of_requirement(const Plan& plan, NodeId from, NodeId to);

}  // namespace bcp
