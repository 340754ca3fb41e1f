#include "render/impact_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "render/escape.hpp"
#include "render/id_lines.hpp"
#include "render/names.hpp"

namespace bcp::cli {

namespace {

/// Failed nodes that a sentence names before it counts the rest.
constexpr std::size_t most_named = 3;

/// Steps of a chain that are shown, a count of those left out among them.
constexpr std::size_t most_steps = 20;

std::string failed_ones(const Impacts& impacts, const Plan& plan, const Language& language) {
  std::vector<std::string> items;
  const std::size_t named =
      impacts.failed.size() <= most_named ? impacts.failed.size() : most_named - 1;
  for (std::size_t i = 0; i < named; ++i)
    items.push_back(cli::named(node_of(plan, impacts.failed[i]), plan, language));
  const std::uint64_t others = impacts.failed.size() - named;
  if (others > 0) {
    items.push_back(language.say(tr_n("{count} other node", "{count} other nodes", others,
                                      {{"count", number(static_cast<std::int64_t>(others))}})));
  }
  return language.list(items);
}

std::size_t count_services(const Impacts& impacts, const Plan& plan) {
  return static_cast<std::size_t>(std::ranges::count_if(
      impacts.lost, [&](const Loss& loss) { return is_service(loss, plan); }));
}

/// `, 3 of them vital`, or nothing where the plan has no tiers.
std::string urgent_clause(const Impacts& impacts, std::uint64_t services, const Plan& plan,
                          const Language& language) {
  if (plan.tiers.empty()) return {};
  const auto urgent =
      static_cast<std::uint64_t>(std::ranges::count_if(impacts.lost, [&](const Loss& loss) {
        return is_service(loss, plan) && tier_of(loss, plan) == TierId{0};
      }));
  const std::string& tier = plan.tiers.front();
  if (services == 1)
    return urgent == 1 ? language.say(tr(", and it is {tier}", {{"tier", tier}})) : std::string{};
  if (urgent == 0) return language.say(tr(", none of them {tier}", {{"tier", tier}}));
  if (urgent == services) return language.say(tr(", all of them {tier}", {{"tier", tier}}));
  return language.say(tr(", {count} of them {tier}",
                         {{"count", number(static_cast<std::int64_t>(urgent))}, {"tier", tier}}));
}

std::string lost_sentence(const Impacts& impacts, const Plan& plan, const Language& language) {
  const std::string failed = failed_ones(impacts, plan, language);
  const std::uint64_t services = count_services(impacts, plan);
  const std::uint64_t others = impacts.lost.size() - services;
  const auto count = [](std::uint64_t value) { return number(static_cast<std::int64_t>(value)); };
  if (impacts.lost.empty())
    return language.say(tr("{failed} down: nothing else stops.", {{"failed", failed}}));
  if (services == 0) {
    return language.say(tr_n("{failed} down: no service stops; {count} other node does.",
                             "{failed} down: no service stops; {count} other nodes do.", others,
                             {{"failed", failed}, {"count", count(others)}}));
  }
  const std::string clause = urgent_clause(impacts, services, plan, language);
  if (others == 0) {
    return language.say(tr_n("{failed} down: {count} of {all} services stops{urgent}.",
                             "{failed} down: {count} of {all} services stop{urgent}.", services,
                             {{"failed", failed},
                              {"count", count(services)},
                              {"all", count(plan.services.size())},
                              {"urgent", clause}}));
  }
  return language.say(
      tr_n("{failed} down: {count} of {all} services stops{urgent}; {nodes} nodes in all.",
           "{failed} down: {count} of {all} services stop{urgent}; {nodes} nodes in all.", services,
           {{"failed", failed},
            {"count", count(services)},
            {"all", count(plan.services.size())},
            {"urgent", clause},
            {"nodes", count(impacts.lost.size())}}));
}

}  // namespace

bool is_service(const Loss& loss, const Plan& plan) {
  return plan.nodes[loss.node.value].kind == NodeKind::service;
}

TierId tier_of(const Loss& loss, const Plan& plan) {
  return tier_of(plan, plan.services[plan.nodes[loss.node.value].position]);
}

std::vector<std::string> chain_ids(const Loss& loss, const Impacts& impacts, const Plan& plan) {
  const bool is_long = loss.steps > most_steps;
  std::vector<std::string> ids =
      ids_of(impacts.chain_of(loss, is_long ? most_steps - 2 : most_steps), plan);
  if (!is_long) return ids;
  ids.push_back("+ " + std::to_string(loss.steps - ids.size()));
  ids.push_back(node_of(plan, loss.failed).id);
  return ids;
}

std::vector<Losses> lost_services(const Impacts& impacts, const Plan& plan) {
  std::map<TierId, Losses> tiers;
  for (const Loss& loss : impacts.lost) {
    if (is_service(loss, plan)) tiers[tier_of(loss, plan)].push_back(&loss);
  }
  std::vector<Losses> groups;
  for (auto& [tier, losses] : tiers) groups.push_back(std::move(losses));
  return groups;
}

std::vector<Losses> other_losses(const Impacts& impacts, const Plan& plan) {
  std::map<NodeKind, Losses> kinds;
  for (const Loss& loss : impacts.lost) {
    if (!is_service(loss, plan)) kinds[plan.nodes[loss.node.value].kind].push_back(&loss);
  }
  std::vector<Losses> groups;
  for (auto& [kind, losses] : kinds) groups.push_back(std::move(losses));
  return groups;
}

std::vector<Rescue> rescues(const Impacts& impacts) {
  std::map<std::pair<std::vector<NodeId>, std::vector<NodeId>>, std::vector<NodeId>> groups;
  for (const Survivor& survivor : impacts.survivors)
    groups[{survivor.down, survivor.carried_by}].push_back(survivor.node);
  std::vector<Rescue> all;
  for (auto& [key, nodes] : groups) all.push_back({key.first, key.second, std::move(nodes)});
  std::ranges::stable_sort(all, std::ranges::greater{},
                           [](const Rescue& rescue) { return rescue.nodes.size(); });
  return all;
}

std::string impact_headline(const Impacts& impacts, const Plan& plan, const Language& language) {
  std::string line = lost_sentence(impacts, plan, language);
  const std::uint64_t carried = impacts.survivors.size();
  if (carried > 0) {
    line += ' ' + language.say(tr_n("{count} node goes on thanks to an alternative.",
                                    "{count} nodes go on thanks to an alternative.", carried,
                                    {{"count", number(static_cast<std::int64_t>(carried))}}));
  }
  return line;
}

}  // namespace bcp::cli
