#include "graph/recovery.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "graph/outage.hpp"

namespace bcp {

namespace {

class Settling {
public:
  Settling(const DependencyGraph& graph, const Restart& restart)
      : graph_(graph),
        restart_(restart),
        up_(graph.node_count()),
        is_settled_(graph.node_count(), false) {
    for (const DependencyGraph::Gate& gate : graph.gates()) missing_.push_back(gate.needed);
  }

  std::vector<std::optional<Seconds>> settle_all() {
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
      if (restart_.runs[node]) {
        waiting_.push({Seconds{0}, node});
      } else if (missing_[node] == 0) {
        start(node, Seconds{0});
      }
    }
    while (!waiting_.empty()) {
      const auto [up, node] = waiting_.top();
      waiting_.pop();
      if (is_settled_[node]) continue;
      is_settled_[node] = true;
      settle(node, up);
    }
    return std::move(up_);
  }

private:
  /// All that the node requires is there at `ready`.
  void start(std::uint32_t node, Seconds ready) {
    if (!restart_.available_from[node]) return;
    const Seconds from = std::max(ready, *restart_.available_from[node]);
    waiting_.emplace(from + restart_.recovery[node], node);
  }

  void settle(std::uint32_t node, Seconds up) {
    up_[node] = up;
    for (const std::uint32_t gate : graph_.gates_over(NodeId{node})) gain_item(gate, up);
  }

  void gain_item(std::uint32_t gate, Seconds up) {
    if (missing_[gate] == 0 || --missing_[gate] > 0) return;
    if (gate >= graph_.node_count()) return gain_item(graph_.gates()[gate].parent, up);
    if (!restart_.runs[gate]) start(gate, up);
  }

  using Waiting =
      std::pair<Seconds, std::uint32_t>;  // by time, then id, which nodes are numbered by

  const DependencyGraph& graph_;
  const Restart& restart_;
  std::vector<std::optional<Seconds>> up_;
  std::vector<bool> is_settled_;
  std::vector<std::uint32_t> missing_;
  std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> waiting_;
};

}  // namespace

std::vector<std::optional<Seconds>> recovery_times(const DependencyGraph& graph,
                                                   const Restart& restart) {
  return Settling{graph, restart}.settle_all();
}

Restart restart_after(const Plan& plan, const DependencyGraph& graph, const Outage& outage,
                      std::vector<std::optional<Seconds>> available_from) {
  const std::size_t nodes = graph.node_count();
  std::vector<bool> has_failed(nodes, outage.is_cold_start);
  for (const NodeId node : outage.failed) has_failed[node.value] = true;
  std::vector<bool> is_down = has_failed;
  for (std::size_t node = 0; node < nodes; ++node) {
    if (available_from[node] != Seconds{0}) is_down[node] = true;
  }
  Restart restart{running_nodes(graph, is_down), std::vector<Seconds>(nodes),
                  std::move(available_from)};
  const Seconds clock = plan.clock.detect + plan.clock.decide + plan.clock.assemble;
  for (std::uint32_t node = 0; node < nodes; ++node) {
    const Seconds recovery = node_of(plan, NodeId{node}).recovery.value_or(Estimate{}).likely;
    if (!has_failed[node] || recovery == Seconds{0}) continue;
    restart.recovery[node] = recovery;
    auto& from = restart.available_from[node];
    if (from) from = std::max(*from, clock);
  }
  return restart;
}

}  // namespace bcp
