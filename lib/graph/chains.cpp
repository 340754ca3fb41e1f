#include "graph/chains.hpp"

#include <algorithm>
#include <ranges>

namespace bcp {

ChainsInUse chains_in_use(const DependencyGraph& graph, const Restart& restart,
                          SettlingOrder& order) {
  ChainsInUse chains;
  chains.settled = order.all();
  std::vector<bool> is_up(graph.node_count(), false);
  for (const NodeId node : chains.settled) is_up[node.value] = true;
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    chains.first.push_back(static_cast<std::uint32_t>(chains.used.size()));
    if (is_up[node] && !restart[node].is_running) order.add_nodes_in_use(node, chains.used);
  }
  chains.first.push_back(static_cast<std::uint32_t>(chains.used.size()));
  return chains;
}

void hand_down(const ChainsInUse& chains, const Restart& restart, Latest& latest) {
  for (const NodeId node : std::views::reverse(chains.settled)) {
    if (latest[node.value] == never) continue;
    const Seconds start = latest[node.value] - restart[node.value].recovery;
    for (const NodeId used : chains.used_by(node))
      latest[used.value] = std::min(latest[used.value], start);
  }
}

}  // namespace bcp
