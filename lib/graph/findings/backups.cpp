#include "graph/findings/backups.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "plan/places.hpp"

namespace bcp {

namespace {

/// By node: the service with the least RPO that hangs on it by any chain; none: no RPO is required of it.
std::vector<const Service*> strictest_services(const Plan& plan, const DependencyGraph& graph) {
  std::vector<const Service*> services;
  for (const Service& service : plan.services) {
    if (service.rpo) services.push_back(&service);
  }
  const TierId last{static_cast<std::uint32_t>(plan.tiers.size())};
  std::ranges::sort(services, {}, [&](const Service* one) {
    return std::tuple{*one->rpo, one->tier.value_or(last), one->node};
  });
  // Whoever comes first to a gate is the strictest, there and below it.
  std::vector<const Service*> strictest(graph.gate_count(), nullptr);
  std::vector<Gate> open;
  for (const Service* service : services) {
    open.assign(1, service->node.value);
    while (!open.empty()) {
      const Gate gate = open.back();
      open.pop_back();
      if (strictest[gate] != nullptr) continue;
      strictest[gate] = service;
      for (const Gate item : graph.items(gate)) open.push_back(item);
    }
  }
  strictest.resize(graph.node_count());
  return strictest;
}

void report_rare(const Node& node, const Backup& backup, const Service& service,
                 Diagnostics& found) {
  Diagnostic& finding =
      found.add(Code::rare_backup, place_of(node, {"backup", "every"}),
                tr("`{node}` is backed up every {every}, but `{service}` can lose {rpo} at most",
                   {{"node", node.id},
                    {"service", service.id},
                    {"every", TimeLength{backup.every.count()}},
                    {"rpo", TimeLength{service.rpo->count()}}}));
  finding.also.push_back(
      {place_of(service, {"rpo"}), tr("the RPO of `{service}`", {{"service", service.id}})});
  finding.help = tr("back it up every {rpo} or more often, or agree on a longer `rpo`",
                    {{"rpo", TimeLength{service.rpo->count()}}});
}

void report_missing(const Node& node, const Service& service, Diagnostics& found) {
  Diagnostic& finding = found.add(
      Code::missing_backup, node.named,
      tr("`{node}` has no backup, but `{service}` can lose {rpo} at most",
         {{"node", node.id}, {"service", service.id}, {"rpo", TimeLength{service.rpo->count()}}}));
  finding.also.push_back(
      {place_of(service, {"rpo"}), tr("the RPO of `{service}`", {{"service", service.id}})});
  finding.help = tr("add `backup: …` with `every` and how often it is really backed up");
}

}  // namespace

void find_insufficient_backups(const Plan& plan, const DependencyGraph& graph, Diagnostics& found) {
  const std::vector<const Service*> strictest = strictest_services(plan, graph);
  const auto judge = [&](const Node& node, const Boxed<Backup>& backup) {
    const Service* service = strictest[node.node.value];
    if (service != nullptr && backup && backup->every > *service->rpo)
      report_rare(node, *backup, *service, found);
  };
  const bool do_others_back_up = std::ranges::any_of(
      plan.applications, [](const Application& one) { return one.backup.has_value(); });
  for (const Application& application : plan.applications) {
    const Service* service = strictest[application.node.value];
    judge(application, application.backup);
    if (service != nullptr && !application.backup && do_others_back_up)
      report_missing(application, *service, found);
  }
  for (const Infrastructure& part : plan.infrastructure) judge(part, part.backup);
}

}  // namespace bcp
