#include "graph/outage.hpp"

namespace bcp {

namespace {

/// Gates lose items as nodes stop, until too few are left.
class Stopping {
public:
  explicit Stopping(const DependencyGraph& graph) : graph_(graph), runs_(graph.node_count(), true) {
    for (Gate gate = 0; gate < graph.gate_count(); ++gate)
      left_.push_back(static_cast<std::uint32_t>(graph.items(gate).size()));
  }

  void stop(std::uint32_t node) {
    if (!runs_[node]) return;
    runs_[node] = false;
    stopped_.push_back(node);
  }

  std::vector<bool> spread() {
    while (!stopped_.empty()) {
      const std::uint32_t node = stopped_.back();
      stopped_.pop_back();
      for (const Gate gate : graph_.gates_over(node)) lose_item(gate);
    }
    return std::move(runs_);
  }

private:
  void lose_item(Gate gate) {
    if (left_[gate]-- != graph_.needed(gate)) return;  // it had more to lose, or had failed before
    if (graph_.is_node(gate)) return stop(gate);
    for (const Gate over : graph_.gates_over(gate)) lose_item(over);
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
