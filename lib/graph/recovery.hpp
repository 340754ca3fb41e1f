// When is each node up again?
#pragma once

#include <optional>
#include <vector>

#include "graph/dependency_graph.hpp"

namespace bcp {

/// What recoveries start from, by node; times count from the outage.
struct Restart {
  std::vector<bool> runs;                              ///< goes on running, and is up at 0
  std::vector<Seconds> recovery;                       ///< to bring it back once all it requires is back
  std::vector<std::optional<Seconds>> available_from;  ///< not before; `nullopt` = never
};

/// Earliest instant, counted from the outage, at which each node is up again; `nullopt` = never.
///
/// Least by derivation over and/or/k-of-n requirements, cycles included: Knuth's generalisation of Dijkstra's
/// algorithm (Information Processing Letters 6(1), 1977). O(E + V log V) time, O(V + E) memory.
[[nodiscard]] std::vector<std::optional<Seconds>> recovery_times(const DependencyGraph& graph, const Restart& restart);

}  // namespace bcp
