#include "graph/business_impact.hpp"

#include <algorithm>
#include <map>

#include "graph/recovery.hpp"
#include "graph/verdict.hpp"

namespace bcp {

namespace {

std::vector<UnitsNeeded> equipment_of(const Plan& plan, const Service& service) {
  std::map<ResourceTypeId, Exact> needed;
  for (const StaffNeed& need : service.staff) {
    const auto& profile = plan.staff[need.staff.value].profile;
    if (!profile) continue;
    const Needs& needs = plan.profiles[profile->value].needs;
    const auto add = [&](const Amount& amount) {
      const auto& share = plan.resource_types[amount.type.value].concurrency;
      needed[amount.type] += Exact{Whole{minimum_people(service, need)}} * exact(amount.quantity) *
                             (share ? exact(*share) : Exact{1});
    };
    std::ranges::for_each(needs.fixed, add);
    if (!needs.alternatives.empty()) std::ranges::for_each(needs.alternatives.front(), add);
  }
  std::vector<UnitsNeeded> units;
  for (const auto& [type, amount] : needed) {
    if (amount > 0) units.push_back({type, ceiling(amount)});
  }
  return units;
}

ServiceTolerances tolerances_of(const Plan& plan, ServiceId id) {
  const Service& service = plan.services[id.value];
  ServiceTolerances row{.service = id,
                        .mtpd = service.mtpd,
                        .rto = service.rto,
                        .rpo = service.rpo,
                        .mbco = service.mbco ? exact(*service.mbco) : Exact{1}};
  for (const StaffNeed& need : service.staff) {
    row.people += need.people;
    row.minimum_people += minimum_people(service, need);
  }
  row.minimum_equipment = equipment_of(plan, service);
  return row;
}

/// All services by tier, then id, each asking for what `figure` says; those that it says nothing of are left out.
template <class Figure>
std::vector<Demand> demands_of(const Plan& plan, Figure figure) {
  std::vector<Demand> demands;
  for (std::uint32_t i = 0; i < plan.services.size(); ++i) {
    const Service& service = plan.services[i];
    if (const std::optional<Seconds> asked = figure(service))
      demands.push_back({ServiceId{i}, service.node, *asked});
  }
  std::ranges::stable_sort(demands, {}, [&](const Demand& demand) {
    return tier_of(plan, plan.services[demand.service.value]);
  });
  return demands;
}

bool is_unclassified(const Plan& plan, NodeId node) {
  const NodeRef& at = plan.nodes[node.value];
  switch (at.kind) {
    case NodeKind::service: return !plan.services[at.position].tier;
    case NodeKind::application:
    case NodeKind::infrastructure:
    case NodeKind::site:
    case NodeKind::supplier: return !node_of(plan, node).recovery;
    default: return false;
  }
}

std::vector<NodeId> unclassified(const Plan& plan, const DependencyGraph& graph) {
  std::vector<NodeId> urgent;
  for (const Service& service : plan.services) {
    if (tier_of(plan, service) == TierId{0}) urgent.push_back(service.node);
  }
  const std::vector<bool> matters = hung_on(graph, urgent);
  std::vector<NodeId> nodes;
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    if (matters[node] && is_unclassified(plan, NodeId{node})) nodes.push_back(NodeId{node});
  }
  return nodes;
}

std::vector<EntityRequirement> entities(const Plan& plan, const DependencyGraph& graph,
                                        const RecoveryBasis& basis) {
  const Restart restart =
      restart_after(plan, graph, {.failed = {}, .is_cold_start = true}, {}, basis);
  const Recovery recovery = recover(graph, restart);
  SettlingOrder order{graph, restart, recovery.times};
  const Demands rto = least_along_chains(
      chains_in_use(graph, restart, order), restart, demands_of(plan, [&](const Service& service) {
        return recovery.up(service.node) ? limits_of(plan, service).rto : std::nullopt;
      }));
  const Demands rpo =
      least_of_hanging(graph, demands_of(plan, [](const Service& service) { return service.rpo; }));
  const auto stated = [](Seconds figure) {
    return figure == never ? std::nullopt : std::optional{figure};
  };
  std::vector<EntityRequirement> rows;
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    const Node& node = node_of(plan, NodeId{i});
    const Backup* backup = backup_of(plan, NodeId{i});
    EntityRequirement row{.node = NodeId{i},
                          .up = recovery.up(NodeId{i}),
                          .required_rto = stated(rto.figure[i]),
                          .because = rto.because[i],
                          .required_rpo = stated(rpo.figure[i]),
                          .rpo_because = rpo.because[i]};
    if (backup != nullptr) row.rpo = backup->every;
    if (node.recovery) row.promised = point_of(*node.recovery, basis.point);
    if (node.tested) row.tested = node.tested->recovery;
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Leaves these services in the answer, and what they hang on.
void limit_to(const std::vector<ServiceId>& services, BusinessImpact& impact, const Plan& plan,
              const DependencyGraph& graph) {
  const auto is_left_out = [&](ServiceId service) {
    return std::ranges::find(services, service) == services.end();
  };
  std::erase_if(impact.services,
                [&](const ServiceTolerances& row) { return is_left_out(row.service); });
  std::erase_if(impact.impacts, [&](const ImpactRow& row) { return is_left_out(row.service); });

  std::vector<NodeId> nodes;
  for (const ServiceId service : services) nodes.push_back(plan.services[service.value].node);
  const std::vector<bool> matters = hung_on(graph, nodes);
  std::erase_if(impact.entities,
                [&](const EntityRequirement& row) { return !matters[row.node.value]; });
  std::erase_if(impact.unclassified, [&](NodeId node) { return !matters[node.value]; });
}

}  // namespace

std::optional<Seconds> first_intolerable(const Plan& plan, const Impact& impact) {
  if (!plan.impact_scale) return std::nullopt;
  const auto& levels = plan.impact_scale->levels;
  const auto limit = std::ranges::find(levels, plan.impact_scale->intolerable);
  for (const ImpactStep& step : impact.steps) {
    if (limit != levels.end() && std::ranges::find(limit, levels.end(), step.level) != levels.end())
      return step.after;
  }
  return std::nullopt;
}

BusinessImpact business_impact(const Plan& plan, const BusinessImpactOptions& options) {
  const DependencyGraph graph{plan};
  BusinessImpact impact;
  for (std::uint32_t i = 0; i < plan.services.size(); ++i) {
    impact.services.push_back(tolerances_of(plan, ServiceId{i}));
    const std::vector<Impact>& categories = plan.services[i].impact;
    for (std::size_t category = 0; category < categories.size(); ++category)
      impact.impacts.push_back(
          {ServiceId{i}, category, first_intolerable(plan, categories[category])});
  }
  impact.entities = entities(plan, graph, options.basis);
  impact.unclassified = unclassified(plan, graph);
  if (!options.services.empty()) limit_to(options.services, impact, plan, graph);
  return impact;
}

}  // namespace bcp
