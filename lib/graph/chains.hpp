// Which requirements carry each node, and until when may each slip?
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "graph/dependency_graph.hpp"
#include "graph/recovery.hpp"
#include "graph/settling_order.hpp"

namespace bcp {

/// The chains in use: what carries each node that waited for something, as planned. They form an acyclic graph.
struct ChainsInUse {
  std::vector<NodeId> settled;       ///< all nodes that are ever up, each behind what it uses
  std::vector<std::uint32_t> first;  ///< of each node in `used`, and the end
  std::vector<NodeId> used;

  [[nodiscard]] std::span<const NodeId> used_by(NodeId node) const {
    return std::span{used}.subspan(first[node.value], first[node.value + 1] - first[node.value]);
  }
};

/// What runs all the time and what is never up uses nothing. O((V + E) log V).
[[nodiscard]] ChainsInUse chains_in_use(const DependencyGraph& graph, const Restart& restart,
                                        SettlingOrder& order);

/// The latest instant at which each node may be up, by node; `never` = it has no limit.
using Latest = std::vector<Seconds>;

/// Hands limits down along the chains in use: what carries a node may be up as late as that node's limit less its
/// recovery. One backward pass, O(V + E).
void hand_down(const ChainsInUse& chains, const Restart& restart, Latest& latest);

}  // namespace bcp
