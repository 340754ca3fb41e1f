#include <algorithm>
#include <utility>

#include "render/csv.hpp"
#include "render/id_lines.hpp"
#include "render/impact_documents.hpp"
#include "render/names.hpp"

namespace bcp::cli {

namespace {

std::string joined(const std::vector<NodeId>& nodes, const Plan& plan) {
  std::string text;
  for (const std::string& id : ids_of(nodes, plan)) text += text.empty() ? id : ' ' + id;
  return text;
}

std::string tier_word(NodeId node, const Plan& plan) {
  const NodeRef& of = plan.nodes[node.value];
  if (of.kind != NodeKind::service || plan.tiers.empty()) return {};
  return plan.tiers[tier_of(plan, plan.services[of.position]).value];
}

std::string row_of(NodeId node, const char* state, const std::vector<NodeId>& because,
                   const std::vector<NodeId>& carried_by, const Plan& plan) {
  return csv_row({node_of(plan, node).id, std::string{name_of(plan.nodes[node.value].kind)},
                  tier_word(node, plan), std::string{state}, joined(because, plan),
                  joined(carried_by, plan)});
}

}  // namespace

std::string impact_csv(const Impacts& impacts, const Plan& plan) {
  std::vector<std::pair<NodeId, std::string>> rows;
  for (const NodeId node : impacts.failed)
    rows.emplace_back(node, row_of(node, "failed", {}, {}, plan));
  for (const Loss& loss : impacts.lost)
    rows.emplace_back(loss.node, row_of(loss.node, "lost", loss.because, {}, plan));
  for (const Survivor& survivor : impacts.survivors) {
    rows.emplace_back(survivor.node,
                      row_of(survivor.node, "carried", survivor.down, survivor.carried_by, plan));
  }
  std::ranges::stable_sort(rows, {}, &std::pair<NodeId, std::string>::first);
  std::string table =
      csv_row({std::string{"id"}, std::string{"kind"}, std::string{"tier"}, std::string{"state"},
               std::string{"because"}, std::string{"carried_by"}});
  for (const auto& [node, row] : rows) table += row;
  return table;
}

}  // namespace bcp::cli
