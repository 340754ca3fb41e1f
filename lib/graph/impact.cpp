#include "graph/impact.hpp"

#include <algorithm>

#include "graph/dependency_graph.hpp"
#include "graph/node_list.hpp"
#include "graph/outage.hpp"

namespace bcp {

namespace {

constexpr std::uint32_t unreached = 0xffffffff;

class Stopped {
public:
  Stopped(const Plan& plan, const std::vector<NodeId>& failed)
      : graph_(plan),
        failed_(in_order(failed)),
        has_failed_(graph_.node_count(), false),
        distance_(graph_.node_count(), unreached) {
    for (const NodeId node : failed_) has_failed_[node.value] = true;
    runs_ = running_nodes(graph_, has_failed_);
    measure();
  }

  Impacts impacts() const {
    Impacts impacts{.failed = failed_};
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
      if (has_failed_[node]) continue;
      if (!runs_[node]) {
        impacts.lost.push_back(loss(NodeId{node}));
      } else if (std::vector<NodeId> down = downs(node); !down.empty()) {
        std::vector<NodeId> carrying;
        carry(node, carrying);
        impacts.survivors.push_back({NodeId{node}, std::move(down), in_order(std::move(carrying))});
      }
    }
    find_ends(impacts.lost);
    return impacts;
  }

private:
  /// How many steps each stopped node is from one that failed, breadth first.
  void measure() {
    reached_ = failed_;
    for (const NodeId node : reached_) distance_[node.value] = 0;
    for (std::size_t next = 0; next < reached_.size(); ++next) {
      const NodeId node = reached_[next];
      for (const Gate over : graph_.gates_over(node.value)) {
        const auto owner = graph_.owner_of(over);
        if (!owner || runs_[owner->value] || distance_[owner->value] != unreached) continue;
        distance_[owner->value] = distance_[node.value] + 1;
        reached_.push_back(*owner);
      }
    }
  }

  void add_downs(Gate gate, std::vector<NodeId>& down) const {
    for (const Gate item : graph_.items(gate)) {
      if (!graph_.is_node(item)) {
        add_downs(item, down);
      } else if (!runs_[item]) {
        down.push_back(NodeId{item});
      }
    }
  }

  /// Of a node's requirements those that are down, by id.
  [[nodiscard]] std::vector<NodeId> downs(std::uint32_t node) const {
    std::vector<NodeId> down;
    add_downs(node, down);
    return in_order(std::move(down));
  }

  [[nodiscard]] Loss loss(NodeId node) const {
    std::vector<NodeId> causes = downs(node.value);
    const NodeId nearest =
        *std::ranges::min_element(causes, {}, [&](NodeId cause) { return distance_[cause.value]; });
    return {.node = node,
            .because = std::move(causes),
            .cause = nearest,
            .failed = nearest,
            .steps = distance_[node.value]};
  }

  /// Where the chains end, shorter ones first.
  void find_ends(std::vector<Loss>& lost) const {
    std::vector<NodeId> ends(graph_.node_count());
    for (const NodeId node : reached_) {
      ends[node.value] = node;
      if (has_failed_[node.value]) continue;
      Loss& loss = *std::ranges::lower_bound(lost, node, {}, &Loss::node);
      ends[node.value] = loss.failed = ends[loss.cause.value];
    }
  }

  void add_running(Gate gate, std::vector<NodeId>& running) const {
    for (const Gate item : graph_.items(gate)) {
      if (!graph_.is_node(item)) {
        add_running(item, running);
      } else if (runs_[item]) {
        running.push_back(NodeId{item});
      }
    }
  }

  /// What runs in the groups that lost an item and hold; true if the gate holds.
  bool carry(Gate gate, std::vector<NodeId>& carrying) const {
    std::uint32_t holding = 0;
    std::vector<NodeId> within;
    const auto items = graph_.items(gate);
    for (const Gate item : items) {
      if (graph_.is_node(item) ? runs_[item] : carry(item, within)) ++holding;
    }
    const bool holds = holding >= graph_.needed(gate);
    if (!holds) return false;
    if (holding < items.size()) add_running(gate, within);
    carrying.insert(carrying.end(), within.begin(), within.end());
    return true;
  }

  DependencyGraph graph_;
  std::vector<NodeId> failed_;
  std::vector<bool> has_failed_;
  std::vector<bool> runs_;
  std::vector<std::uint32_t> distance_;  // of stopped nodes from one that failed
  std::vector<NodeId> reached_;          // by that distance
};

}  // namespace

std::vector<NodeId> Impacts::chain_of(const Loss& loss, std::size_t most) const {
  std::vector<NodeId> chain = {loss.node};
  for (const Loss* at = &loss; chain.size() <= most;) {
    chain.push_back(at->cause);
    if (at->steps == 1) break;
    at = &*std::ranges::lower_bound(lost, at->cause, {}, &Loss::node);
  }
  return chain;
}

Impacts impact(const Plan& plan, const std::vector<NodeId>& failed) {
  return Stopped{plan, failed}.impacts();
}

}  // namespace bcp
