// What hangs on what?
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "plan/plan.hpp"

namespace bcp {

/// Position of a gate in a `DependencyGraph`.
using Gate = std::uint32_t;

/// Requirements one after the other, before they become a graph: gates over nodes and over other gates.
///
/// Gate n, for n below the number of nodes, is node n's own and met when all of its items are. `open` makes another
/// one, a group or a vote; until it is added to a gate nobody waits for it.
class GateList {
public:
  explicit GateList(std::size_t nodes);

  /// A gate that is met when `needed` of its items are.
  Gate open(std::uint32_t needed);
  /// Items stand in the order in which they are added.
  void add_node(Gate gate, NodeId node) { items_.push_back({gate, node.value}); }
  void add_gate(Gate gate, Gate item) { items_.push_back({gate, item}); }
  /// A requirement of the plan with all that is nested in it.
  void add(Gate gate, const Requirement& requirement);

  /// For `open`: as many as the gate will have.
  static constexpr std::uint32_t all = 0xffffffff;

private:
  friend class DependencyGraph;
  struct Item {
    Gate gate;
    Gate item;  ///< a node stands for itself
  };
  std::size_t nodes_;
  std::vector<std::uint32_t> needed_;
  std::vector<Item> items_;
};

/// The nodes of a plan and what each requires, as compact arrays: and/or/k-of-n gates over nodes.
///
/// Gate n, for n below `node_count`, stands for node n: it is met when all that the node requires is. Further gates are
/// the groups and votes nested in it, and those of workarounds, which no gate waits for. Edges from `staff`, `site` and
/// `supplier` stand behind those of `requires` (docs/format.md, "Requirements"). Built once, O(V + E) time and memory;
/// never changed.
class DependencyGraph {
public:
  explicit DependencyGraph(const Plan& plan);
  explicit DependencyGraph(const GateList& list);

  [[nodiscard]] std::size_t node_count() const { return node_count_; }
  [[nodiscard]] std::size_t gate_count() const { return place_.size(); }
  [[nodiscard]] bool is_node(Gate gate) const { return gate < node_count_; }

  /// A gate where it stands in the order.
  struct Step {
    Gate gate = 0;
    std::uint32_t needed = 0;  ///< so many of its items must be met
    std::uint32_t first = 0;   ///< of its items; they end where those of the next step begin
  };

  /// Nodes and gates that a gate waits for, in the order written; those below `node_count` are nodes.
  [[nodiscard]] std::span<const Gate> items(Gate gate) const { return items_at(place_[gate]); }
  [[nodiscard]] std::uint32_t needed(Gate gate) const { return steps_[place_[gate]].needed; }
  /// The gates that wait for a node or a gate, once for each time that it stands there.
  [[nodiscard]] std::span<const Gate> gates_over(Gate item) const {
    return std::span{over_}.subspan(first_over_[item], first_over_[item + 1] - first_over_[item]);
  }

  /// The node whose requirements a gate belongs to; none: a workaround's.
  [[nodiscard]] std::optional<NodeId> owner_of(Gate gate) const;

  /// All gates so that each stands behind all that it waits for, apart from those that wait for each other: these
  /// (the strongly connected components of more than one gate) stand together, one stretch each.
  [[nodiscard]] std::span<const Step> order() const {
    return std::span{steps_}.first(gate_count());
  }
  [[nodiscard]] std::span<const Gate> items_at(std::size_t place) const {
    return std::span{items_}.subspan(steps_[place].first,
                                     steps_[place + 1].first - steps_[place].first);
  }
  [[nodiscard]] std::size_t place_of(Gate gate) const { return place_[gate]; }

  /// Places [begin, end) in the order of gates that wait for each other.
  struct Loop {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  [[nodiscard]] const std::vector<Loop>& loops() const { return loops_; }

  /// The gate that is met when all that a workaround requires, its staff included, is there.
  [[nodiscard]] Gate workaround_gate(ServiceId service, std::size_t workaround) const {
    return first_workaround_[service.value] + static_cast<Gate>(workaround);
  }

private:
  void add_workarounds(const Plan& plan, GateList& list);
  void build(const GateList& list);
  void set_order(const std::vector<std::uint32_t>& needed, const std::vector<std::uint32_t>& first,
                 const std::vector<Gate>& items);

  std::size_t node_count_ = 0;
  std::vector<Step> steps_;           // in order, and one behind the last
  std::vector<Gate> items_;           // of all steps
  std::vector<std::uint32_t> place_;  // of each gate in `steps_`
  std::vector<Loop> loops_;
  std::vector<std::uint32_t> first_over_;  // of each gate in `over_`, and the end
  std::vector<Gate> over_;
  std::vector<Gate> first_workaround_;  // by service; those of one service stand together
};

}  // namespace bcp
