#include "graph/recovery.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "graph/outage.hpp"
#include "graph/settling_order.hpp"

namespace bcp {

namespace {

constexpr std::uint32_t nobody = 0xffffffff;

/// When the items of a gate meet it, and which node in use is the last of them.
struct Met {
  Seconds at{0};
  std::uint32_t by = nobody;  // the first by id of those that come last
  bool is_certain = true;     // false: which items carry it depends on the order of settling
};

class Recovering {
public:
  Recovering(const DependencyGraph& graph, const Restart& restart)
      : graph_(graph),
        restart_(restart),
        by_(graph.gate_count(), nobody),
        has_running_(std::ranges::any_of(restart, &NodeStart::is_running)) {
    recovery_.times.assign(graph.gate_count(), never);
    recovery_.decided_by.resize(graph.node_count());
  }

  Recovery recover() {
    std::size_t place = 0;
    for (const DependencyGraph::Loop& loop : graph_.loops()) {
      for (; place < loop.begin; ++place) evaluate(place);
      settle(loop);
      place = loop.end;
    }
    for (; place < graph_.gate_count(); ++place) evaluate(place);
    decide_open();
    return std::move(recovery_);
  }

private:
  [[nodiscard]] std::uint32_t last_of(Gate item) const {
    return graph_.is_node(item) ? item : by_[item];
  }

  void evaluate(std::size_t place) {
    const DependencyGraph::Step& step = graph_.order()[place];
    const auto items = graph_.items_at(place);
    const Met met = step.needed == items.size() ? all_of(items)
                    : step.needed == 1          ? first_of(items)
                                                : some_of(items, step.needed);
    if (!met.is_certain) open_.push_back(step.gate);
    if (graph_.is_node(step.gate)) {
      bring_up(step.gate, met);
    } else {
      recovery_.times[step.gate] = met.at;
      by_[step.gate] = met.by;
    }
  }

  [[nodiscard]] Met all_of(std::span<const Gate> items) const {
    Met met;
    for (const Gate item : items) {
      const Seconds time = recovery_.times[item];
      if (time > met.at) {
        met.at = time;
        met.by = last_of(item);
      } else if (time == met.at) {
        met.by = std::min(met.by, last_of(item));
      }
    }
    return met;
  }

  [[nodiscard]] Met first_of(std::span<const Gate> items) const {
    Met met{.at = never};
    bool are_by_id = true;
    for (const Gate item : items) {
      const Seconds time = recovery_.times[item];
      if (time > met.at || time == never) continue;
      if (time < met.at) {
        met = {.at = time, .by = last_of(item)};
        are_by_id = is_by_id(item);
      } else {
        are_by_id = are_by_id && is_by_id(item);
        met.by = std::min(met.by, last_of(item));
        met.is_certain = are_by_id;
      }
    }
    return met;
  }

  [[nodiscard]] Met some_of(std::span<const Gate> items, std::uint32_t needed) {
    sorted_.clear();
    for (const Gate item : items) sorted_.push_back(recovery_.times[item]);
    const auto nth = sorted_.begin() + needed - 1;
    std::ranges::nth_element(sorted_, nth);
    Met met{.at = *nth};
    if (met.at == never) return met;
    std::uint32_t in_time = 0;
    for (const Gate item : items) {
      const Seconds time = recovery_.times[item];
      if (time > met.at) continue;
      ++in_time;
      if (time < met.at) continue;
      met.by = std::min(met.by, last_of(item));
      met.is_certain = met.is_certain && is_by_id(item);
    }
    met.is_certain = met.is_certain || in_time == needed;
    return met;
  }

  /// Whether such items, where they come up together, are settled in the order of their ids.
  [[nodiscard]] bool is_by_id(Gate item) const {
    return !has_running_ && graph_.is_node(item) &&
           (restart_[item].recovery > Seconds{0} || graph_.needed(item) == 0);
  }

  [[nodiscard]] Seconds up(std::uint32_t node, Seconds ready) const {
    const NodeStart& start = restart_[node];
    if (start.is_running) return Seconds{0};
    if (ready == never || start.not_before == never) return never;
    return std::max(ready, start.not_before) + start.recovery;
  }

  void bring_up(std::uint32_t node, const Met& met) {
    const Seconds time = up(node, met.at);
    recovery_.times[node] = time;
    const bool waits = time != never && !restart_[node].is_running && met.at > Seconds{0} &&
                       met.at >= restart_[node].not_before;
    recovery_.decided_by[node] = NodeId{waits ? met.by : node};
  }

  /// Gates that wait for each other, by a heap: each is met by the items that are there first.
  void settle(const DependencyGraph::Loop& loop) {
    enter(loop);
    while (!waiting_.empty()) {
      const auto [time, gate] = waiting_.top();
      waiting_.pop();
      if (is_in(loop, gate)) recovery_.times[gate] = time;
      for (const Gate over : graph_.gates_over(gate)) {
        if (is_in(loop, over)) gain_item(over, time);
      }
    }
  }

  /// Puts what leads into a loop in the heap, and what goes on running in it.
  void enter(const DependencyGraph::Loop& loop) {
    missing_.resize(graph_.gate_count());
    std::vector<Gate> outside;
    for (std::size_t place = loop.begin; place < loop.end; ++place) {
      const DependencyGraph::Step& step = graph_.order()[place];
      missing_[step.gate] = step.needed;
      if (graph_.is_node(step.gate)) {
        recovery_.decided_by[step.gate] = NodeId{step.gate};
        open_.push_back(step.gate);
        if (restart_[step.gate].is_running) waiting_.emplace(Seconds{0}, step.gate);
      }
      for (const Gate item : graph_.items_at(place)) {
        if (!is_in(loop, item) && recovery_.times[item] != never) outside.push_back(item);
      }
    }
    std::ranges::sort(outside);
    const auto repeated = std::ranges::unique(outside);
    outside.erase(repeated.begin(), repeated.end());
    for (const Gate item : outside) waiting_.emplace(recovery_.times[item], item);
  }

  void gain_item(Gate gate, Seconds time) {
    if (missing_[gate] == 0 || --missing_[gate] > 0) return;
    if (!graph_.is_node(gate)) {
      waiting_.emplace(time, gate);
    } else if (!restart_[gate].is_running && restart_[gate].not_before != never) {
      waiting_.emplace(up(gate, time), gate);
    }
  }

  [[nodiscard]] bool is_in(const DependencyGraph::Loop& loop, Gate gate) const {
    const std::size_t place = graph_.place_of(gate);
    return place >= loop.begin && place < loop.end;
  }

  /// What decides where it depends on which items carry a gate.
  void decide_open() {
    SettlingOrder order{graph_, restart_, recovery_.times};
    std::vector<bool> is_decided(graph_.node_count(), false);
    for (const Gate gate : open_) {
      const auto node = graph_.owner_of(gate);
      if (!node || is_decided[node->value]) continue;
      is_decided[node->value] = true;
      if (!recovery_.up(*node) || restart_[node->value].is_running) continue;
      const NodeId last = order.deciding(node->value);
      const Seconds ready = recovery_.times[last.value];
      const bool waits = ready > Seconds{0} && ready >= restart_[node->value].not_before;
      recovery_.decided_by[node->value] = waits ? last : *node;
    }
  }

  using Waiting = std::pair<Seconds, Gate>;

  const DependencyGraph& graph_;
  const Restart& restart_;
  Recovery recovery_;
  std::vector<std::uint32_t> by_;  // of groups: the node in use that comes last
  bool has_running_;
  std::vector<Gate> open_;              // whose deciding node depends on the order of settling
  std::vector<Seconds> sorted_;         // room for `some_of`
  std::vector<std::uint32_t> missing_;  // by gate of a loop: how many items it still waits for
  std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> waiting_;
};

}  // namespace

Recovery recover(const DependencyGraph& graph, const Restart& restart) {
  return Recovering{graph, restart}.recover();
}

UpTimes up_times(const DependencyGraph& graph, const Recovery& recovery) {
  UpTimes times;
  for (std::uint32_t node = 0; node < graph.node_count(); ++node)
    times.push_back(recovery.up(NodeId{node}));
  return times;
}

Seconds whole(const RecoveryClock& clock) { return clock.detect + clock.decide + clock.assemble; }

Restart restart_after(const Plan& plan, const DependencyGraph& graph, const Outage& outage,
                      const UpTimes& available_from, const RecoveryBasis& basis) {
  const std::size_t nodes = graph.node_count();
  std::vector<bool> has_failed(nodes, outage.is_cold_start);
  for (const NodeId node : outage.failed) has_failed[node.value] = true;
  std::vector<bool> is_down = has_failed;
  for (std::size_t node = 0; node < available_from.size(); ++node) {
    if (available_from[node] != Seconds{0}) is_down[node] = true;
  }
  const std::vector<bool> runs = running_nodes(graph, is_down);
  const Seconds clock = whole(plan.clock);
  Restart restart(nodes);
  for (std::uint32_t node = 0; node < nodes; ++node) {
    NodeStart& start = restart[node];
    start.is_running = runs[node];
    if (!available_from.empty()) start.not_before = available_from[node].value_or(never);
    if (!has_failed[node]) continue;
    start.recovery = recovery_of(node_of(plan, NodeId{node}), basis);
    if (start.recovery > Seconds{0}) start.not_before = std::max(start.not_before, clock);
  }
  return restart;
}

}  // namespace bcp
