// What stops when something fails, what goes on thanks to an alternative, and why?
#pragma once

#include <vector>

#include "plan/plan.hpp"

namespace bcp {

/// A node that does not run any more because others do not.
struct Loss {
  NodeId node;
  std::vector<NodeId> because;  ///< those of its own requirements that are down, by id
  /// A shortest chain of causes: from the node over what it requires to one that failed, both included; among equals
  /// the smallest ids.
  std::vector<NodeId> chain;
};

/// A node that goes on running although something that it names among its requirements is down.
struct Survivor {
  NodeId node;
  std::vector<NodeId> down;        ///< its requirements that are down, by id
  std::vector<NodeId> carried_by;  ///< what runs in the groups that these stand in, by id
};

/// The answer of `bcp impact`.
struct [[nodiscard]] Impacts {
  std::vector<NodeId> failed;       ///< by id, without repeats
  std::vector<Loss> lost;           ///< by id, the failed ones excepted
  std::vector<Survivor> survivors;  ///< by id
};

/// What the failure of these nodes stops in the running system: the greatest fixed point, so that a loop that runs goes
/// on running (docs/meaning.md §2). O(V + E).
Impacts impact(const Plan& plan, const std::vector<NodeId>& failed);

}  // namespace bcp
