#include "graph/findings/requirement_places.hpp"

#include "plan/places.hpp"

namespace bcp {

namespace {

std::optional<Span> place_in(const std::vector<Requirement>& requirements, NodeId node) {
  for (const Requirement& requirement : requirements) {
    if (requirement.node == node) return requirement.written;
    if (const auto place = place_in(requirement.items, node)) return place;
  }
  return std::nullopt;
}

}  // namespace

Span place_of_requirement(const Plan& plan, NodeId from, NodeId to) {
  const Node& node = node_of(plan, from);
  if (const auto place = place_in(node.requirements, to)) return *place;
  switch (plan.nodes[from.value].kind) {
    case NodeKind::service: return place_of(node, {"staff", node_of(plan, to).id});
    case NodeKind::staff: return place_of(node, {"site"});
    case NodeKind::equipment:
    case NodeKind::licence: return place_of(node, {"supplier"});
    default: return node.named;
  }
}

}  // namespace bcp
