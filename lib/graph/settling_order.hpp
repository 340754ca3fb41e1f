// Which of two nodes that come up together is settled first, and which items of a group carry it?
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/dependency_graph.hpp"
#include "graph/recovery.hpp"

namespace bcp {

/// The order in which a recovery settles nodes: by `up`, then id, among those whose requirements are met by settled
/// nodes; what went on running first.
///
/// Times alone tell nodes apart that come up at different instants. At one instant a node that takes no time of its own
/// may have to wait for others of it; only then it is derived, instant by instant as it is asked for:
/// O(n log n + edges) for the n nodes of an instant, O(V log V) once.
/// Refers to what it is made of, which outlives it.
class SettlingOrder {
public:
  SettlingOrder(const DependencyGraph& graph, const Restart& restart,
                const std::vector<Seconds>& times);

  /// Of nodes that are up at the same instant.
  [[nodiscard]] bool is_before(NodeId one, NodeId other);

  /// The items that carry a gate that is met: all, or of a group the first to be met, of two met by the same node the
  /// one written first. In no particular order. O(items × log(items)), groups within it once each.
  [[nodiscard]] std::vector<Gate> in_use(Gate gate);

  /// Nodes among what carries a gate, groups within it followed.
  void add_nodes_in_use(Gate gate, std::vector<NodeId>& nodes);

  /// Of the nodes in use, the first of those that come up last; the gate has an item.
  [[nodiscard]] NodeId deciding(Gate gate);

  /// All nodes that are ever up, in the order of settling.
  [[nodiscard]] std::vector<NodeId> all();

private:
  [[nodiscard]] Seconds time_of(NodeId node) const { return times_[node.value]; }
  [[nodiscard]] bool may_wait(NodeId node) const;
  [[nodiscard]] NodeId completed_by(Gate gate);
  [[nodiscard]] NodeId last_in_use(Gate gate);
  [[nodiscard]] bool is_met_before(Gate one, Gate other);
  void index_times();
  void derive(Seconds time);
  std::uint32_t count_missing(Gate gate, Seconds time);
  void gain_item(Gate gate, std::vector<NodeId>& ready);

  const DependencyGraph& graph_;
  const Restart& restart_;
  const std::vector<Seconds>& times_;
  std::vector<NodeId> by_time_;  // then by id; made when first asked for
  bool has_index_ = false;
  std::vector<std::uint32_t> rank_;     // of nodes of instants that were derived; 0: not derived
  std::vector<std::uint32_t> missing_;  // by gate, of the instant that is being derived
  std::vector<std::optional<NodeId>> completed_by_;  // by gate; of groups that were asked for
};

}  // namespace bcp
