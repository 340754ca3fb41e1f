// How much can flow from sources to needs?
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace bcp {

/// A network of arcs with capacities, and its greatest flow from one node to another.
///
/// Dinic's algorithm (Soviet Math. Doklady 11, 1970): O(V² E), on the shallow networks from lots to groups close to
/// linear. `Amount` is any exact whole number; nothing is rounded. Capacities may grow between calls: the flow goes on
/// from what it was.
template <class Amount>
class FlowNetwork {
public:
  explicit FlowNetwork(std::size_t nodes) : first_(nodes, none) {}

  using Arc = std::uint32_t;

  /// An arc without a capacity carries any amount.
  Arc add_arc(std::uint32_t from, std::uint32_t to, std::optional<Amount> capacity) {
    const auto arc = static_cast<Arc>(arcs_.size());
    arcs_.push_back({to, first_[from], !capacity, capacity.value_or(Amount{0})});
    first_[from] = arc;
    arcs_.push_back({from, first_[to], false, Amount{0}});
    first_[to] = arc + 1;
    return arc;
  }

  void raise_capacity(Arc arc, const Amount& by) { arcs_[arc].left += by; }

  /// How much more flows from `source` to `sink` than before.
  Amount augment(std::uint32_t source, std::uint32_t sink) {
    Amount total{0};
    while (find_levels(source, sink)) {
      next_ = first_;
      for (Amount pushed = push(source, sink, std::nullopt); pushed > 0;
           pushed = push(source, sink, std::nullopt)) {
        total += pushed;
      }
    }
    return total;
  }

private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  struct Half {
    std::uint32_t to;
    std::uint32_t next;  // the next arc from the same node
    bool is_unbounded;
    Amount left;
  };

  [[nodiscard]] bool is_usable(const Half& arc) const { return arc.is_unbounded || arc.left > 0; }

  bool find_levels(std::uint32_t source, std::uint32_t sink) {
    level_.assign(first_.size(), none);
    level_[source] = 0;
    std::vector<std::uint32_t> queue = {source};
    for (std::size_t head = 0; head < queue.size(); ++head) {
      for (std::uint32_t arc = first_[queue[head]]; arc != none; arc = arcs_[arc].next) {
        if (!is_usable(arcs_[arc]) || level_[arcs_[arc].to] != none) continue;
        level_[arcs_[arc].to] = level_[queue[head]] + 1;
        queue.push_back(arcs_[arc].to);
      }
    }
    return level_[sink] != none;
  }

  [[nodiscard]] static std::optional<Amount> narrowed(const std::optional<Amount>& limit,
                                                      const Half& arc) {
    if (arc.is_unbounded) return limit;
    return limit && *limit < arc.left ? limit : std::optional<Amount>{arc.left};
  }

  /// Pushes along one path of rising levels, at most `limit`; paths are as deep as the network, a handful of arcs.
  Amount push(std::uint32_t node, std::uint32_t sink, const std::optional<Amount>& limit) {
    if (node == sink) return limit.value_or(Amount{0});
    for (std::uint32_t& arc = next_[node]; arc != none; arc = arcs_[arc].next) {
      Half& half = arcs_[arc];
      if (!is_usable(half) || level_[half.to] != level_[node] + 1) continue;
      Amount pushed = push(half.to, sink, narrowed(limit, half));
      if (!(pushed > 0)) continue;
      if (!half.is_unbounded) half.left -= pushed;
      arcs_[arc ^ 1U].left += pushed;
      return pushed;
    }
    return Amount{0};
  }

  std::vector<std::uint32_t> first_;
  std::vector<Half> arcs_;
  std::vector<std::uint32_t> level_;
  std::vector<std::uint32_t> next_;
};

}  // namespace bcp
