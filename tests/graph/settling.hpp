// In which order are nodes settled, by the definition itself?
#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "graph/recovery.hpp"

namespace bcp::test {

/// Settles one node after the other: what runs first, by id; then always the one that is up first, then the first id,
/// among those whose requirements are met by settled nodes.
class Settling {
public:
  Settling(const Plan& plan, const Restart& restart)
      : up(restart.size()),
        plan_(plan),
        restart_(restart) {
    for (std::uint32_t node = 0; node < restart.size(); ++node) {
      if (restart[node].is_running) settle(node, Seconds{0});
    }
    while (const auto next = first_ready()) settle(next->second, next->first);
  }

  std::vector<NodeId> order;
  std::vector<std::optional<Seconds>> up;  ///< by node; none: never

  /// How many nodes are settled when a requirement is met by them; `nullopt`: never.
  [[nodiscard]] std::optional<std::size_t> met_after(const Requirement& one) const {
    if (one.node) {
      const auto found = std::ranges::find(order, *one.node);
      return found == order.end() ? std::nullopt
                                  : std::optional{static_cast<std::size_t>(found - order.begin())};
    }
    std::vector<std::size_t> all;
    for (const Requirement& item : one.items) {
      if (const auto met = met_after(item)) all.push_back(*met);
    }
    if (all.size() < one.needed) return std::nullopt;
    std::ranges::sort(all);
    return all[one.needed - 1];
  }

  /// The nodes that carry a requirement: of a group the items that are met first, of two met by the same node the one
  /// written first.
  void add_used(const Requirement& one, std::vector<NodeId>& nodes) const {
    if (one.node) return nodes.push_back(*one.node);
    std::vector<std::pair<std::size_t, std::size_t>> first;  // when met, place
    for (std::size_t place = 0; place < one.items.size(); ++place) {
      if (const auto met = met_after(one.items[place])) first.emplace_back(*met, place);
    }
    std::ranges::sort(first);
    for (std::size_t i = 0; i < one.needed; ++i) add_used(one.items[first[i].second], nodes);
  }

  [[nodiscard]] std::vector<NodeId> used_by(NodeId node) const {
    std::vector<NodeId> nodes;
    if (!up[node.value] || restart_[node.value].is_running) return nodes;
    for (const Requirement& one : node_of(plan_, node).requirements) add_used(one, nodes);
    return nodes;
  }

private:
  void settle(std::uint32_t node, Seconds time) {
    up[node] = time;
    order.push_back(NodeId{node});
  }

  [[nodiscard]] std::optional<std::pair<Seconds, std::uint32_t>> first_ready() const {
    std::set<std::pair<Seconds, std::uint32_t>> ready;
    for (std::uint32_t node = 0; node < restart_.size(); ++node) {
      if (up[node] || restart_[node].not_before == never) continue;
      std::optional<Seconds> all = Seconds{0};
      for (const Requirement& one : node_of(plan_, NodeId{node}).requirements) {
        const auto met = when_met(one);
        all = all && met ? std::optional{std::max(*all, *met)} : std::nullopt;
      }
      if (all)
        ready.emplace(std::max(*all, restart_[node].not_before) + restart_[node].recovery, node);
    }
    return ready.empty() ? std::nullopt : std::optional{*ready.begin()};
  }

  [[nodiscard]] std::optional<Seconds> when_met(const Requirement& one) const {
    if (one.node) return up[one.node->value];
    std::vector<Seconds> times;
    for (const Requirement& item : one.items) {
      if (const auto met = when_met(item)) times.push_back(*met);
    }
    if (times.size() < one.needed) return std::nullopt;
    std::ranges::sort(times);
    return one.needed == 0 ? Seconds{0} : times[one.needed - 1];
  }

  const Plan& plan_;
  const Restart& restart_;
};

}  // namespace bcp::test
