#include "graph/dependency_graph.hpp"

#include "graph/components.hpp"

namespace bcp {

namespace {

/// What requirements do not say themselves: staff of services, sites of groups, suppliers of pools.
void add_implied(const Plan& plan, GateList& list) {
  for (const Service& service : plan.services) {
    for (const StaffNeed& need : service.staff)
      list.add_node(service.node.value, plan.staff[need.staff.value].node);
  }
  for (const StaffGroup& group : plan.staff) {
    const bool is_remote = group.profile && plan.profiles[group.profile->value].remote;
    if (group.site && !is_remote) list.add_node(group.node.value, *group.site);
  }
  for (const Pool& pool : plan.pools) {
    if (pool.supplier) list.add_node(pool.node.value, *pool.supplier);
  }
}

void add_workaround(const Plan& plan, const Workaround& workaround, Gate gate, GateList& list) {
  for (const Requirement& requirement : workaround.requirements) list.add(gate, requirement);
  for (const StaffNeed& need : workaround.staff)
    list.add_node(gate, plan.staff[need.staff.value].node);
}

/// Sorts by a key below `keys` without changing the order of equals; returns where each key begins, and the end.
template <class Item, class Key, class Write>
std::vector<std::uint32_t> spread(const std::vector<Item>& items, std::size_t keys, Key key,
                                  Write write) {
  std::vector<std::uint32_t> first(keys + 1, 0);
  for (const Item& item : items) ++first[key(item) + 1];
  for (std::size_t i = 0; i < keys; ++i) first[i + 1] += first[i];
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  for (const Item& item : items) write(next[key(item)]++, item);
  return first;
}

}  // namespace

GateList::GateList(std::size_t nodes) : nodes_(nodes), needed_(nodes, all) {}

Gate GateList::open(std::uint32_t needed) {
  needed_.push_back(needed);
  return static_cast<Gate>(needed_.size() - 1);
}

void GateList::add(Gate gate, const Requirement& requirement) {
  if (requirement.node) return add_node(gate, *requirement.node);
  const Gate group = open(static_cast<std::uint32_t>(requirement.needed));
  add_gate(gate, group);
  for (const Requirement& item : requirement.items) add(group, item);
}

DependencyGraph::DependencyGraph(const Plan& plan) {
  GateList list{plan.nodes.size()};
  for (std::uint32_t node = 0; node < plan.nodes.size(); ++node) {
    for (const Requirement& requirement : node_of(plan, NodeId{node}).requirements)
      list.add(node, requirement);
  }
  add_implied(plan, list);
  add_workarounds(plan, list);
  build(list);
}

/// Those of one service are opened one behind the other, before their groups are.
void DependencyGraph::add_workarounds(const Plan& plan, GateList& list) {
  for (const Service& service : plan.services) {
    for (std::size_t i = 0; i < service.workarounds.size(); ++i) {
      const Gate gate = list.open(GateList::all);
      if (i == 0) first_workaround_.push_back(gate);
    }
    if (service.workarounds.empty()) first_workaround_.push_back(0);
  }
  for (std::size_t service = 0; service < plan.services.size(); ++service) {
    Gate gate = first_workaround_[service];
    for (const Workaround& workaround : plan.services[service].workarounds)
      add_workaround(plan, workaround, gate++, list);
  }
}

DependencyGraph::DependencyGraph(const GateList& list) { build(list); }

std::optional<NodeId> DependencyGraph::owner_of(Gate gate) const {
  while (!is_node(gate)) {
    const auto over = gates_over(gate);
    if (over.empty()) return std::nullopt;
    gate = over.front();
  }
  return NodeId{gate};
}

void DependencyGraph::build(const GateList& list) {
  node_count_ = list.nodes_;
  const std::size_t gates = list.needed_.size();
  std::vector<Gate> items(list.items_.size());
  const std::vector<std::uint32_t> first = spread(
      list.items_, gates, [](const auto& one) { return one.gate; },
      [&](std::uint32_t place, const auto& one) { items[place] = one.item; });
  over_.resize(list.items_.size());
  first_over_ = spread(
      list.items_, gates, [](const auto& one) { return one.item; },
      [&](std::uint32_t place, const auto& one) { over_[place] = one.gate; });
  set_order(list.needed_, first, items);
}

void DependencyGraph::set_order(const std::vector<std::uint32_t>& needed,
                                const std::vector<std::uint32_t>& first,
                                const std::vector<Gate>& items) {
  const Components found = components(first, items);
  place_.resize(needed.size());
  steps_.reserve(needed.size() + 1);
  items_.reserve(items.size());
  for (const Gate gate : found.order) {
    const std::uint32_t count = first[gate + 1] - first[gate];
    place_[gate] = static_cast<std::uint32_t>(steps_.size());
    steps_.push_back({.gate = gate,
                      .needed = needed[gate] == GateList::all ? count : needed[gate],
                      .first = static_cast<std::uint32_t>(items_.size())});
    items_.insert(items_.end(), items.begin() + first[gate], items.begin() + first[gate + 1]);
  }
  steps_.push_back({.gate = 0, .needed = 0, .first = static_cast<std::uint32_t>(items_.size())});
  std::uint32_t begin = 0;
  for (const std::uint32_t end : found.ends) {
    if (end - begin > 1) loops_.push_back({begin, end});
    begin = end;
  }
}

}  // namespace bcp
