#include "plan/plan.hpp"

#include <algorithm>
#include <array>

#include "plan/exact.hpp"

namespace bcp {

namespace {

constexpr std::array<std::string_view, 9> kind_names = {
    "service", "application", "infrastructure", "site",   "supplier",
    "staff",   "equipment",   "licence",        "channel"};

}  // namespace

std::string_view name_of(NodeKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

const Node& node_of(const Plan& plan, NodeId node) {
  const NodeRef& at = plan.nodes[node.value];
  switch (at.kind) {
    case NodeKind::service: return plan.services[at.position];
    case NodeKind::application: return plan.applications[at.position];
    case NodeKind::infrastructure: return plan.infrastructure[at.position];
    case NodeKind::site: return plan.sites[at.position];
    case NodeKind::supplier: return plan.suppliers[at.position];
    case NodeKind::staff: return plan.staff[at.position];
    case NodeKind::equipment:
    case NodeKind::licence: return plan.pools[at.position];
    case NodeKind::channel: break;
  }
  return plan.channels[at.position];
}

const Backup* backup_of(const Plan& plan, NodeId node) {
  const NodeRef& at = plan.nodes[node.value];
  const Boxed<Backup>* backup = nullptr;
  if (at.kind == NodeKind::application) backup = &plan.applications[at.position].backup;
  if (at.kind == NodeKind::infrastructure) backup = &plan.infrastructure[at.position].backup;
  return backup != nullptr && *backup ? &**backup : nullptr;
}

TierId tier_of(const Plan& plan, const Service& service) {
  const auto last = static_cast<std::uint32_t>(plan.tiers.empty() ? 0 : plan.tiers.size() - 1);
  return service.tier.value_or(TierId{last});
}

Count minimum_people(const Service& service, const StaffNeed& need) {
  return service.mbco ? ceiling_share(*service.mbco, need.people) : need.people;
}

std::optional<NodeId> find_node(const Plan& plan, std::string_view id) {
  const auto id_of = [&](const NodeRef& at) -> std::string_view {
    return node_of(plan, NodeId{static_cast<std::uint32_t>(&at - plan.nodes.data())}).id;
  };
  const auto found = std::ranges::lower_bound(plan.nodes, id, {}, id_of);
  if (found == plan.nodes.end() || id_of(*found) != id) return std::nullopt;
  return NodeId{static_cast<std::uint32_t>(found - plan.nodes.begin())};
}

}  // namespace bcp
