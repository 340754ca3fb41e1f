// What stops when something fails, what goes on thanks to an alternative, and why?
#pragma once

#include <cstddef>
#include <vector>

#include "plan/plan.hpp"

namespace bcp {

/// A node that does not run any more because others do not.
struct Loss {
  NodeId node;
  std::vector<NodeId> because;  ///< those of its own requirements that are down, by id
  /// The first on a shortest chain of causes, from the node over what it requires to one that failed; among equals the
  /// smallest ids. The next on it is that one's `cause`.
  NodeId cause;
  NodeId failed;          ///< the last on that chain
  std::size_t steps = 1;  ///< from the node to the last
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

  /// The node and the first `most` on its chain of causes. O(most × log V).
  [[nodiscard]] std::vector<NodeId> chain_of(const Loss& loss, std::size_t most) const;
};

/// What the failure of these nodes stops in the running system: the greatest fixed point, so that a loop that runs goes
/// on running (docs/meaning.md §2). O(V + E log E) time, O(V + E) memory.
Impacts impact(const Plan& plan, const std::vector<NodeId>& failed);

}  // namespace bcp
