#include "graph/findings/unused_nodes.hpp"

#include <string>
#include <utility>

namespace bcp {

namespace {

class NodeUse {
public:
  explicit NodeUse(const Plan& plan) : is_used_(plan.nodes.size(), false) {
    for (std::uint32_t node = 0; node < plan.nodes.size(); ++node)
      mark(node_of(plan, NodeId{node}).requirements);
    for (const Service& service : plan.services) {
      for (const Workaround& workaround : service.workarounds) mark(workaround.requirements);
    }
    for (const Application& application : plan.applications) mark(application.backup);
    for (const Infrastructure& part : plan.infrastructure) {
      mark(part.backup);
      if (!part.provides.empty()) mark(part.node);
    }
    for (const Supplier& supplier : plan.suppliers) mark(supplier.alternatives);
    for (const StaffGroup& group : plan.staff) mark(group.site);
    for (const Pool& pool : plan.pools) {
      mark(pool.supplier);
      mark(pool.site);
    }
    for (const Role& role : plan.roles) mark(role.site);
    for (const Message& message : plan.messages) mark(message.channels);
  }

  [[nodiscard]] bool is_used(const Node& node) const { return is_used_[node.node.value]; }

private:
  void mark(NodeId node) { is_used_[node.value] = true; }
  void mark(const std::optional<NodeId>& node) {
    if (node) mark(*node);
  }
  void mark(const std::vector<NodeId>& nodes) {
    for (const NodeId node : nodes) mark(node);
  }
  void mark(const Boxed<Backup>& backup) {
    if (backup) mark(backup->copies);
  }
  void mark(const std::vector<Requirement>& requirements) {
    for (const Requirement& requirement : requirements) {
      mark(requirement.node);
      mark(requirement.items);
    }
  }

  std::vector<bool> is_used_;
};

}  // namespace

void find_unused_nodes(const Plan& plan, Diagnostics& found) {
  const NodeUse use{plan};
  const auto report = [&](const auto& section, auto sentence, const Text& help) {
    for (const Node& node : section) {
      if (!use.is_used(node))
        found.add(Code::unused_entity, node.named, sentence(node.id)).help = help;
    }
  };
  const auto unrequired = [](const std::string& id) {
    return tr("nothing requires `{id}`", {{"id", id}});
  };
  const Text require = tr("add it to the `requires` of what stops without it, or delete it");
  report(plan.applications, unrequired, require);
  report(plan.infrastructure, unrequired, require);
  report(
      plan.sites,
      [](const std::string& id) {
        return tr("nobody is at the site `{id}`, and nothing requires it", {{"id", id}});
      },
      tr("name it under `site` of a staff group or a pool, or under `requires`, or delete it"));
  report(
      plan.suppliers,
      [](const std::string& id) {
        return tr("nothing comes from the supplier `{id}`", {{"id", id}});
      },
      tr("name it under `supplier` of a pool, or under `requires`, or delete it"));
  report(
      plan.channels,
      [](const std::string& id) {
        return tr("no message goes by the channel `{id}`", {{"id", id}});
      },
      tr("name it under `channels` of a message, or delete it"));
}

}  // namespace bcp
