#include "graph/holding_up.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace bcp {

namespace {

struct Ranked {
  NodeId node;
  std::size_t rank = 0;  // by what was counted before: the more, the higher
  std::size_t held = 0;
};

bool are_alike(const Ranked& one, const Ranked& other) {
  return one.rank == other.rank && one.held == other.held;
}

/// Gives those that are alike one rank, in the order in which they stand; how many ranks there are.
std::size_t rank_anew(std::vector<Ranked>& ranked) {
  std::size_t ranks = 0;
  for (std::size_t begin = ranked.size(); begin > 0;) {
    const Ranked last = ranked[begin - 1];
    ++ranks;
    for (; begin > 0 && are_alike(ranked[begin - 1], last); --begin) ranked[begin - 1].rank = ranks;
  }
  return ranks;
}

}  // namespace

HoldingUp::HoldingUp(const Plan& plan, const Recovery& recovery)
    : plan_(plan),
      recovery_(recovery) {
  const std::vector<NodeId>& decided_by = recovery.decided_by;
  std::vector<std::size_t> waiting(decided_by.size(), 0);
  for (std::uint32_t node = 0; node < decided_by.size(); ++node) {
    if (decided_by[node] != NodeId{node}) ++waiting[decided_by[node].value];
  }
  for (std::uint32_t node = 0; node < decided_by.size(); ++node) {
    if (waiting[node] == 0) upwards_.push_back(NodeId{node});
  }
  for (std::size_t next = 0; next < upwards_.size(); ++next) {
    const NodeId over = decided_by[upwards_[next].value];
    if (over != upwards_[next] && --waiting[over.value] == 0) upwards_.push_back(over);
  }
}

/// By node, of the services that count those that it holds up.
template <class Counts>
std::vector<std::size_t> HoldingUp::count(Counts counts) const {
  std::vector<std::size_t> held(recovery_.decided_by.size(), 0);
  for (const Service& service : plan_.services) {
    if (recovery_.up(service.node) && counts(service)) ++held[service.node.value];
  }
  for (const NodeId node : upwards_) {
    const NodeId over = recovery_.decided_by[node.value];
    if (over != node) held[over.value] += held[node.value];
  }
  return held;
}

std::vector<NodeId> HoldingUp::first(const std::vector<NodeId>& among, std::size_t most) const {
  std::vector<Ranked> ranked;
  const auto all = count([](const Service&) { return true; });
  for (const NodeId node : among) {
    if (all[node.value] > 0) ranked.push_back({.node = node, .held = all[node.value]});
  }
  // Those that are alike are told apart tier by tier; what comes behind the last that is wanted is left out.
  for (std::uint32_t tier = 0; true; ++tier) {
    std::ranges::stable_sort(ranked, std::ranges::greater{}, [](const Ranked& one) {
      return std::pair{one.rank, one.held};
    });
    while (ranked.size() > most && !are_alike(ranked.back(), ranked[most - 1])) ranked.pop_back();
    if (rank_anew(ranked) == ranked.size() || tier >= plan_.tiers.size()) break;
    const auto of_tier =
        count([&](const Service& service) { return tier_of(plan_, service) == TierId{tier}; });
    for (Ranked& one : ranked) one.held = of_tier[one.node.value];
  }
  std::vector<NodeId> nodes;
  for (const Ranked& one : ranked | std::views::take(most)) nodes.push_back(one.node);
  return nodes;
}

std::vector<ServiceId> HoldingUp::held_up_by(NodeId node) const {
  std::vector<bool> is_held(recovery_.decided_by.size(), false);
  is_held[node.value] = true;
  for (const NodeId one : std::views::reverse(upwards_)) {
    if (is_held[recovery_.decided_by[one.value].value]) is_held[one.value] = true;
  }
  std::vector<ServiceId> services;
  for (std::uint32_t number = 0; number < plan_.services.size(); ++number) {
    const NodeId own = plan_.services[number].node;
    if (recovery_.up(own) && is_held[own.value]) services.push_back(ServiceId{number});
  }
  return services;
}

}  // namespace bcp
