// When is each node up again, and what decides it?
#pragma once

#include <optional>
#include <vector>

#include "graph/basis.hpp"
#include "graph/dependency_graph.hpp"

namespace bcp {

/// Times at which nodes are up, by node, counted from the outage; `nullopt` = never.
using UpTimes = std::vector<std::optional<Seconds>>;

/// The time of what never happens, in the vectors that engines work on.
inline constexpr Seconds never = Seconds::max();

/// What a recovery starts from; times count from the outage.
struct NodeStart {
  Seconds recovery{0};      ///< to bring it back once all it requires is back
  Seconds not_before{0};    ///< `never`: not at all
  bool is_running = false;  ///< goes on running, and is up at 0
};

/// By node.
using Restart = std::vector<NodeStart>;

/// When gates are met and nodes are up.
struct [[nodiscard]] Recovery {
  /// By gate: of a node when it is up, of a group when it is met; `never` among them.
  std::vector<Seconds> times;
  /// By node: of the requirements in use, the one whose `up` decides when its own recovery can begin, among equals the
  /// first; itself where it waits for nothing (it begins at 0, or by `not_before`), or is never up.
  std::vector<NodeId> decided_by;

  [[nodiscard]] std::optional<Seconds> up(NodeId node) const {
    const Seconds time = times[node.value];
    return time == never ? std::nullopt : std::optional{time};
  }
};

/// Earliest instant, counted from the outage, at which each gate is met and each node up again.
///
/// Least by derivation over and/or/k-of-n requirements, cycles included: Knuth's generalisation of Dijkstra's
/// algorithm (Information Processing Letters 6(1), 1977). Gates that wait for each other are settled through a heap, all
/// others in the order of the graph: O(V + E) apart from loops, O(E + L log L) for L gates in loops; memory O(V + E).
/// What decides among items that come up together needs the order of settling at that instant alone (`SettlingOrder`).
Recovery recover(const DependencyGraph& graph, const Restart& restart);

[[nodiscard]] UpTimes up_times(const DependencyGraph& graph, const Recovery& recovery);

/// What is down when the outage begins; nothing, unless said.
struct Outage {
  std::vector<NodeId> failed;
  bool is_cold_start = false;  ///< everything is down
};

/// What recoveries start from after an outage, with nobody else waiting for the same people (docs/meaning.md §1, §4).
///
/// What still runs is up at 0; what failed pays its recovery, after the plan's clock where it takes time; what merely
/// waited resumes. A node that a task enables counts as down until that task is done. `available_from` is by node;
/// empty: all tasks are done.
[[nodiscard]] Restart restart_after(const Plan& plan, const DependencyGraph& graph,
                                    const Outage& outage, const UpTimes& available_from,
                                    const RecoveryBasis& basis = {});

/// Its parts added.
[[nodiscard]] Seconds whole(const RecoveryClock& clock);

}  // namespace bcp
