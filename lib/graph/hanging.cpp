#include "graph/hanging.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <ranges>
#include <span>

namespace bcp {

namespace {

/// A set of up to 64 demands.
using Set = std::uint64_t;
constexpr std::size_t set_size = 64;

/// Hands a value of each gate down to all that it waits for, from what hangs on it to what it hangs on; gates that wait
/// for each other share theirs.
template <class Value, class Join>
void hand_down_all(const DependencyGraph& graph, std::vector<Value>& values, Join join) {
  const auto order = graph.order();
  const auto hand_on = [&](std::size_t place) {
    for (const Gate item : graph.items_at(place))
      values[item] = join(values[item], values[order[place].gate]);
  };
  auto loop = graph.loops().rbegin();
  for (std::size_t end = order.size(); end > 0;) {
    const bool is_loop = loop != graph.loops().rend() && loop->end == end;
    const std::size_t begin = is_loop ? loop->begin : end - 1;
    if (is_loop) {
      ++loop;
      Value shared = values[order[begin].gate];
      for (std::size_t i = begin; i < end; ++i) shared = join(shared, values[order[i].gate]);
      for (std::size_t i = begin; i < end; ++i) values[order[i].gate] = shared;
    }
    for (std::size_t i = begin; i < end; ++i) hand_on(i);
    end = begin;
  }
}

/// Adds to the reasons of each node those of a batch of demands that its set holds and that set its figure.
template <class Sets>
void add_reasons(std::span<const Demand> batch, const std::vector<Set>& sets, Sets sets_it,
                 std::vector<Because>& because) {
  for (std::size_t node = 0; node < because.size(); ++node) {
    for (Set left = sets[node]; left != 0; left &= left - 1) {
      const Demand& demand = batch[static_cast<std::size_t>(std::countr_zero(left))];
      if (!sets_it(node, demand)) continue;
      if (because[node].services.size() < Because::most) {
        because[node].services.push_back(demand.service);
      } else {
        ++because[node].more;
      }
    }
  }
}

/// Calls `spread(sets)` for each 64 demands, with a set at each demand's node.
template <class Spread, class Sets>
void find_reasons(const std::vector<Demand>& demands, std::size_t size, Spread spread, Sets sets_it,
                  std::vector<Because>& because) {
  for (std::size_t begin = 0; begin < demands.size(); begin += set_size) {
    const auto batch =
        std::span{demands}.subspan(begin, std::min(set_size, demands.size() - begin));
    std::vector<Set> sets(size, 0);
    for (std::size_t i = 0; i < batch.size(); ++i) sets[batch[i].node.value] |= Set{1} << i;
    spread(batch, sets);
    add_reasons(batch, sets, sets_it, because);
  }
}

}  // namespace

Demands least_of_hanging(const DependencyGraph& graph, const std::vector<Demand>& demands) {
  Demands least{std::vector<Seconds>(graph.gate_count(), never),
                std::vector<Because>(graph.node_count())};
  for (const Demand& demand : demands)
    least.figure[demand.node.value] = std::min(least.figure[demand.node.value], demand.figure);
  hand_down_all(graph, least.figure, [](Seconds a, Seconds b) { return std::min(a, b); });
  find_reasons(
      demands, graph.gate_count(),
      [&](auto, std::vector<Set>& sets) { hand_down_all(graph, sets, std::bit_or<>{}); },
      [&](std::size_t node, const Demand& demand) {
        return demand.figure != never && least.figure[node] == demand.figure;
      },
      least.because);
  least.figure.resize(graph.node_count());
  return least;
}

Demands least_along_chains(const ChainsInUse& chains, const Restart& restart,
                           const std::vector<Demand>& demands) {
  const std::size_t nodes = restart.size();
  Demands least{Latest(nodes, never), std::vector<Because>(nodes)};
  for (const Demand& demand : demands)
    least.figure[demand.node.value] = std::min(least.figure[demand.node.value], demand.figure);
  hand_down(chains, restart, least.figure);
  const auto spread = [&](std::span<const Demand> batch, std::vector<Set>& sets) {
    // A demand that a tighter one from above outdoes goes no further.
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (least.figure[batch[i].node.value] != batch[i].figure || batch[i].figure == never)
        sets[batch[i].node.value] &= ~(Set{1} << i);
    }
    for (const NodeId node : std::views::reverse(chains.settled)) {
      const Set set = sets[node.value];
      if (set == 0) continue;
      const Seconds start = least.figure[node.value] - restart[node.value].recovery;
      for (const NodeId used : chains.used_by(node)) {
        if (least.figure[used.value] == start) sets[used.value] |= set;
      }
    }
  };
  find_reasons(
      demands, nodes, spread, [](std::size_t, const Demand&) { return true; }, least.because);
  return least;
}

std::vector<bool> hung_on(const DependencyGraph& graph, const std::vector<NodeId>& nodes) {
  std::vector<std::uint8_t> hangs(graph.gate_count(), 0);
  for (const NodeId node : nodes) hangs[node.value] = 1;
  hand_down_all(graph, hangs,
                [](std::uint8_t a, std::uint8_t b) { return static_cast<std::uint8_t>(a | b); });
  return {hangs.begin(), hangs.begin() + static_cast<std::ptrdiff_t>(graph.node_count())};
}

}  // namespace bcp
