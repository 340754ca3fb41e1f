// Which nodes, each once?
#pragma once

#include <algorithm>
#include <vector>

#include "plan/plan.hpp"

namespace bcp {

/// The same nodes by id, without repeats.
[[nodiscard]] inline std::vector<NodeId> in_order(std::vector<NodeId> nodes) {
  std::ranges::sort(nodes);
  const auto repeated = std::ranges::unique(nodes);
  nodes.erase(repeated.begin(), repeated.end());
  return nodes;
}

}  // namespace bcp
