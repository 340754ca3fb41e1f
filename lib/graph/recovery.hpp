// When is each node up again?
#pragma once

#include <optional>
#include <vector>

#include "graph/dependency_graph.hpp"

namespace bcp {

/// What recoveries start from, by node; times count from the outage.
struct Restart {
  std::vector<bool> runs;         ///< goes on running, and is up at 0
  std::vector<Seconds> recovery;  ///< to bring it back once all it requires is back
  std::vector<std::optional<Seconds>> available_from;  ///< not before; `nullopt` = never
};

/// Earliest instant, counted from the outage, at which each node is up again; `nullopt` = never.
///
/// Least by derivation over and/or/k-of-n requirements, cycles included: Knuth's generalisation of Dijkstra's
/// algorithm (Information Processing Letters 6(1), 1977). O(E + V log V) time, O(V + E) memory.
[[nodiscard]] std::vector<std::optional<Seconds>> recovery_times(const DependencyGraph& graph,
                                                                 const Restart& restart);

/// What is down when the outage begins; nothing, unless said.
struct Outage {
  std::vector<NodeId> failed;
  bool is_cold_start = false;  ///< everything is down
};

/// What recoveries start from after an outage, with nobody else waiting for the same people (docs/meaning.md §1, §4).
///
/// What still runs is up at 0; what failed pays its recovery, after the plan's clock where it takes time; what merely
/// waited resumes. A node that a task enables counts as down until that task is done. `available_from` is by node.
[[nodiscard]] Restart restart_after(const Plan& plan, const DependencyGraph& graph,
                                    const Outage& outage,
                                    std::vector<std::optional<Seconds>> available_from);

}  // namespace bcp
