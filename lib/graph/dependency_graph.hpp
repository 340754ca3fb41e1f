// What hangs on what?
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "plan/plan.hpp"

namespace bcp {

/// The nodes of a plan and what each requires, as compact arrays: and/or/k-of-n gates over nodes.
///
/// Gate n, for n below `node_count`, is node n's own: it is met when all that the node requires is. Further gates are
/// the groups and votes nested in it. Edges from `staff`, `site` and `supplier` stand beside those of `requires`
/// (docs/format.md, "Requirements"). Built once, O(V + E) time and memory; never changed.
class DependencyGraph {
public:
  explicit DependencyGraph(const Plan& plan);

  struct Gate {
    std::uint32_t needed = 0;  ///< so many of its items must be met
    std::uint32_t items = 0;
    std::uint32_t parent =
        0;  ///< the gate that it is an item of; its own number at a node's own gate
  };

  [[nodiscard]] std::size_t node_count() const { return node_count_; }
  [[nodiscard]] const std::vector<Gate>& gates() const { return gates_; }
  /// The gates of which the node is an item, once for each time that it stands there.
  [[nodiscard]] std::span<const std::uint32_t> gates_over(NodeId node) const;

private:
  struct Leaf {
    NodeId node;
    std::uint32_t gate;
  };
  void add(const Requirement& requirement, std::uint32_t gate, std::vector<Leaf>& leaves);
  void add_leaf(NodeId node, std::uint32_t gate, std::vector<Leaf>& leaves);
  void add_implied(const Plan& plan, std::vector<Leaf>& leaves);
  void index(const std::vector<Leaf>& leaves);

  std::size_t node_count_ = 0;
  std::vector<Gate> gates_;
  std::vector<std::uint32_t> first_;  // of each node in `over_`, and the end
  std::vector<std::uint32_t> over_;
};

}  // namespace bcp
