#include "graph/outage.hpp"

namespace bcp {

namespace {

/// Gates lose items as nodes stop, until too few are left.
class Stopping {
public:
  explicit Stopping(const DependencyGraph& graph) : graph_(graph), runs_(graph.node_count(), true) {
    for (const DependencyGraph::Gate& gate : graph.gates()) left_.push_back(gate.items);
  }

  void stop(std::uint32_t node) {
    if (!runs_[node]) return;
    runs_[node] = false;
    stopped_.push_back(node);
  }

  std::vector<bool> spread() {
    while (!stopped_.empty()) {
      const NodeId node{stopped_.back()};
      stopped_.pop_back();
      for (const std::uint32_t gate : graph_.gates_over(node)) lose_item(gate);
    }
    return std::move(runs_);
  }

private:
  void lose_item(std::uint32_t gate) {
    const DependencyGraph::Gate& at = graph_.gates()[gate];
    if (left_[gate]-- != at.needed) return;  // it had more to lose, or had failed before
    if (gate < graph_.node_count()) {
      stop(gate);
    } else {
      lose_item(at.parent);
    }
  }

  const DependencyGraph& graph_;
  std::vector<bool> runs_;
  std::vector<std::uint32_t> left_;
  std::vector<std::uint32_t> stopped_;
};

}  // namespace

std::vector<bool> running_nodes(const DependencyGraph& graph, const std::vector<bool>& is_down) {
  Stopping stopping{graph};
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    if (is_down[node]) stopping.stop(node);
  }
  return stopping.spread();
}

}  // namespace bcp
