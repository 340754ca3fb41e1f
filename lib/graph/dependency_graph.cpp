#include "graph/dependency_graph.hpp"

namespace bcp {

DependencyGraph::DependencyGraph(const Plan& plan)
    : node_count_(plan.nodes.size()),
      gates_(plan.nodes.size()) {
  std::vector<Leaf> leaves;
  for (std::uint32_t node = 0; node < node_count_; ++node) {
    gates_[node].parent = node;
    for (const Requirement& requirement : node_of(plan, NodeId{node}).requirements)
      add(requirement, node, leaves);
  }
  add_implied(plan, leaves);
  for (std::uint32_t node = 0; node < node_count_; ++node) gates_[node].needed = gates_[node].items;
  index(leaves);
}

void DependencyGraph::add(const Requirement& requirement, std::uint32_t gate,
                          std::vector<Leaf>& leaves) {
  if (requirement.node) return add_leaf(*requirement.node, gate, leaves);
  const auto group = static_cast<std::uint32_t>(gates_.size());
  gates_.push_back(
      {.needed = static_cast<std::uint32_t>(requirement.needed), .items = 0, .parent = gate});
  ++gates_[gate].items;
  for (const Requirement& item : requirement.items) add(item, group, leaves);
}

void DependencyGraph::add_leaf(NodeId node, std::uint32_t gate, std::vector<Leaf>& leaves) {
  ++gates_[gate].items;
  leaves.push_back({node, gate});
}

void DependencyGraph::add_implied(const Plan& plan, std::vector<Leaf>& leaves) {
  for (const Service& service : plan.services) {
    for (const StaffNeed& need : service.staff)
      add_leaf(plan.staff[need.staff.value].node, service.node.value, leaves);
  }
  for (const StaffGroup& group : plan.staff) {
    const bool is_remote = group.profile && plan.profiles[group.profile->value].remote;
    if (group.site && !is_remote) add_leaf(*group.site, group.node.value, leaves);
  }
  for (const Pool& pool : plan.pools) {
    if (pool.supplier) add_leaf(*pool.supplier, pool.node.value, leaves);
  }
}

void DependencyGraph::index(const std::vector<Leaf>& leaves) {
  first_.assign(node_count_ + 1, 0);
  for (const Leaf& leaf : leaves) ++first_[leaf.node.value + 1];
  for (std::size_t node = 0; node < node_count_; ++node) first_[node + 1] += first_[node];
  over_.resize(leaves.size());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (const Leaf& leaf : leaves) over_[next[leaf.node.value]++] = leaf.gate;
}

std::span<const std::uint32_t> DependencyGraph::gates_over(NodeId node) const {
  return std::span{over_}.subspan(first_[node.value], first_[node.value + 1] - first_[node.value]);
}

}  // namespace bcp
