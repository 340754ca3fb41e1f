#include "node_options.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "render/kinds.hpp"

namespace bcp::cli {

namespace {

Failure no_node(const std::string& id, const Plan& plan) {
  std::vector<std::string_view> ids;
  for (std::uint32_t i = 0; i < plan.nodes.size(); ++i) ids.push_back(node_of(plan, NodeId{i}).id);
  return usage_failure(tr("`--fail`: `{id}` is no node of the plan", {{"id", id}}),
                       did_you_mean(id, ids));
}

}  // namespace

void add_fail_option(CLI::App& app, std::vector<std::string>& ids, PlanOptions& plan,
                     const Text& description) {
  plan.words_behind = &ids;
  add_words(app, "--fail", ids, tr("ID…"), description);
}

void add_service_option(CLI::App& app, std::vector<std::string>& ids) {
  add_values(app, "--service", ids, tr("ID"),
             tr("list this service alone, and judge by it; may be repeated"));
}

tl::expected<std::vector<NodeId>, Failure> failed_nodes(const std::vector<std::string>& ids,
                                                        const Plan& plan) {
  std::vector<NodeId> failed;
  for (const std::string& id : ids) {
    if (id.empty()) {
      return tl::unexpected(
          usage_failure(tr("`--fail` takes ids of nodes, such as `--fail vpn-gateway`")));
    }
    const auto node = find_node(plan, id);
    if (!node) return tl::unexpected(no_node(id, plan));
    failed.push_back(*node);
  }
  return failed;
}

tl::expected<ServiceId, Failure> service_named(const std::string& id, const std::string& option,
                                               const Plan& plan) {
  const auto found = std::ranges::lower_bound(plan.services, id, {}, &Service::id);
  if (found != plan.services.end() && found->id == id)
    return ServiceId{static_cast<std::uint32_t>(found - plan.services.begin())};
  const Text message =
      tr("`{option}`: `{id}` is no service of the plan", {{"option", option}, {"id", id}});
  if (const auto node = find_node(plan, id)) {
    return tl::unexpected(
        usage_failure(message, tr("it is of another kind: {kind}",
                                  {{"kind", nested(word_of(plan.nodes[node->value].kind))}})));
  }
  std::vector<std::string_view> ids;
  for (const Service& service : plan.services) ids.push_back(service.id);
  return tl::unexpected(usage_failure(message, did_you_mean(id, ids)));
}

tl::expected<std::vector<ServiceId>, Failure> listed_services(const std::vector<std::string>& ids,
                                                              const Plan& plan) {
  std::vector<ServiceId> listed;
  for (const std::string& id : ids) {
    const auto service = service_named(id, "--service", plan);
    if (!service) return tl::unexpected(service.error());
    listed.push_back(*service);
  }
  if (ids.empty()) {
    for (std::uint32_t i = 0; i < plan.services.size(); ++i) listed.push_back({i});
  }
  std::ranges::sort(listed);
  const auto repeats = std::ranges::unique(listed);
  listed.erase(repeats.begin(), repeats.end());
  return listed;
}

void mention_without_recovery(const std::vector<NodeId>& nodes, const Plan& plan, Reply& reply) {
  for (const NodeId node : nodes) {
    reply.remark(tr("`{id}` is failed and states no recovery: it counts as back at once",
                    {{"id", node_of(plan, node).id}}));
  }
}

}  // namespace bcp::cli
