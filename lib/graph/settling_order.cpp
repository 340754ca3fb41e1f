#include "graph/settling_order.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

namespace bcp {

SettlingOrder::SettlingOrder(const DependencyGraph& graph, const Restart& restart,
                             const std::vector<Seconds>& times)
    : graph_(graph),
      restart_(restart),
      times_(times),
      completed_by_(graph.gate_count()) {}

/// Whether it may come up at the instant at which something that it requires does.
bool SettlingOrder::may_wait(NodeId node) const {
  const NodeStart& start = restart_[node.value];
  return !start.is_running && start.recovery == Seconds{0} && graph_.needed(node.value) > 0;
}

bool SettlingOrder::is_before(NodeId one, NodeId other) {
  if (may_wait(one) || may_wait(other)) {
    index_times();
    if (rank_[one.value] == 0) derive(time_of(one));
    return rank_[one.value] < rank_[other.value];
  }
  const auto key = [&](NodeId node) { return std::pair{!restart_[node.value].is_running, node}; };
  return key(one) < key(other);
}

void SettlingOrder::index_times() {
  if (has_index_) return;
  has_index_ = true;
  for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
    if (times_[node] != never) by_time_.push_back(NodeId{node});
  }
  std::ranges::sort(by_time_, {}, [&](NodeId node) { return std::pair{time_of(node), node}; });
  rank_.assign(graph_.node_count(), 0);
  missing_.assign(graph_.gate_count(), 0);
}

/// How many items of a gate are not met before an instant; those of groups within it are counted too.
std::uint32_t SettlingOrder::count_missing(Gate gate, Seconds time) {
  std::uint32_t met = 0;
  for (const Gate item : graph_.items(gate)) {
    if (times_[item] < time || (graph_.is_node(item) && restart_[item].is_running)) {
      ++met;
    } else if (!graph_.is_node(item) && times_[item] == time && count_missing(item, time) == 0) {
      ++met;
    }
  }
  const std::uint32_t needed = graph_.needed(gate);
  return missing_[gate] = needed - std::min(met, needed);
}

void SettlingOrder::gain_item(Gate gate, std::vector<NodeId>& ready) {
  if (missing_[gate] == 0 || --missing_[gate] > 0) return;
  if (graph_.is_node(gate)) return ready.push_back(NodeId{gate});
  for (const Gate over : graph_.gates_over(gate)) gain_item(over, ready);
}

/// Settles the nodes of one instant: whenever several can be, the first by id.
void SettlingOrder::derive(Seconds time) {
  const auto here =
      std::ranges::equal_range(by_time_, time, {}, [&](NodeId node) { return time_of(node); });
  std::uint32_t rank = 0;
  std::vector<NodeId> ready;  // a heap, the first id on top
  for (const NodeId node : here) {
    if (restart_[node.value].is_running) {
      rank_[node.value] = ++rank;
    } else if (count_missing(node.value, time) == 0) {
      ready.push_back(node);
    }
  }
  std::ranges::make_heap(ready, std::greater<>{});
  std::vector<NodeId> gained;
  while (!ready.empty()) {
    std::ranges::pop_heap(ready, std::greater<>{});
    const NodeId node = ready.back();
    ready.pop_back();
    rank_[node.value] = ++rank;
    gained.clear();
    for (const Gate gate : graph_.gates_over(node.value)) gain_item(gate, gained);
    for (const NodeId next : gained) {
      ready.push_back(next);
      std::ranges::push_heap(ready, std::greater<>{});
    }
  }
}

/// The node whose settling meets a gate: of what carries it the last. Kept, since each comparison of groups asks for it
/// again, on every level that they are nested in.
NodeId SettlingOrder::completed_by(Gate gate) {
  if (graph_.is_node(gate)) return NodeId{gate};
  if (!completed_by_[gate]) completed_by_[gate] = last_in_use(gate);
  return *completed_by_[gate];
}

NodeId SettlingOrder::last_in_use(Gate gate) {
  std::vector<Gate> carrying = in_use(gate);
  return completed_by(*std::ranges::max_element(
      carrying, [&](Gate one, Gate other) { return is_met_before(one, other); }));
}

bool SettlingOrder::is_met_before(Gate one, Gate other) {
  if (times_[one] != times_[other]) return times_[one] < times_[other];
  const NodeId by = completed_by(one);
  const NodeId other_by = completed_by(other);
  return by != other_by && is_before(by, other_by);
}

std::vector<Gate> SettlingOrder::in_use(Gate gate) {
  const auto items = graph_.items(gate);
  std::vector<Gate> carrying(items.begin(), items.end());
  const std::uint32_t needed = graph_.needed(gate);
  if (needed == carrying.size()) return carrying;
  std::erase_if(carrying, [&](Gate item) { return times_[item] == never; });
  std::ranges::stable_sort(carrying,
                           [&](Gate one, Gate other) { return is_met_before(one, other); });
  carrying.resize(needed);
  return carrying;
}

void SettlingOrder::add_nodes_in_use(Gate gate, std::vector<NodeId>& nodes) {
  for (const Gate item : in_use(gate)) {
    if (graph_.is_node(item)) {
      nodes.push_back(NodeId{item});
    } else {
      add_nodes_in_use(item, nodes);
    }
  }
}

NodeId SettlingOrder::deciding(Gate gate) {
  std::vector<NodeId> nodes;
  add_nodes_in_use(gate, nodes);
  return *std::ranges::max_element(nodes, [&](NodeId one, NodeId other) {
    return std::tuple{time_of(one), other} < std::tuple{time_of(other), one};
  });
}

std::vector<NodeId> SettlingOrder::all() {
  index_times();
  std::vector<NodeId> order = by_time_;
  for (auto begin = order.begin(); begin != order.end();) {
    const auto end =
        std::upper_bound(begin, order.end(), time_of(*begin),
                         [&](Seconds time, NodeId node) { return time < time_of(node); });
    std::sort(begin, end, [&](NodeId one, NodeId other) { return is_before(one, other); });
    begin = end;
  }
  return order;
}

}  // namespace bcp
