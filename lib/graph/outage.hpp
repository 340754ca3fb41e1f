// What stops when something fails?
#pragma once

#include <vector>

#include "graph/dependency_graph.hpp"

namespace bcp {

/// Which nodes still run when those of `is_down` do not: the greatest fixed point, so that a loop that runs goes on
/// running (docs/meaning.md §2). By node. O(V + E).
[[nodiscard]] std::vector<bool> running_nodes(const DependencyGraph& graph,
                                              const std::vector<bool>& is_down);

}  // namespace bcp
