#include "graph/findings/deadlocks.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "graph/circles.hpp"
#include "graph/findings/requirement_places.hpp"

namespace bcp {

namespace {

/// The gates of a loop that are never met, though everything outside it were.
std::vector<Gate> never_met(const DependencyGraph& graph, const DependencyGraph::Loop& loop) {
  const auto is_inside = [&](Gate gate) {
    const std::size_t place = graph.place_of(gate);
    return place >= loop.begin && place < loop.end;
  };
  std::vector<std::uint32_t> missing(loop.end - loop.begin);
  const auto missing_of = [&](Gate gate) -> std::uint32_t& {
    return missing[graph.place_of(gate) - loop.begin];
  };
  std::vector<Gate> met;
  for (std::size_t place = loop.begin; place < loop.end; ++place) {
    const auto items = graph.items_at(place);
    const auto outside = static_cast<std::uint32_t>(
        std::ranges::count_if(items, [&](Gate item) { return !is_inside(item); }));
    const DependencyGraph::Step& step = graph.order()[place];
    missing_of(step.gate) = step.needed > outside ? step.needed - outside : 0;
    if (missing_of(step.gate) == 0) met.push_back(step.gate);
  }
  for (std::size_t i = 0; i < met.size(); ++i) {
    for (const Gate over : graph.gates_over(met[i])) {
      if (is_inside(over) && missing_of(over) > 0 && --missing_of(over) == 0) met.push_back(over);
    }
  }
  std::vector<Gate> never;
  for (std::size_t place = loop.begin; place < loop.end; ++place) {
    if (missing[place - loop.begin] > 0) never.push_back(graph.order()[place].gate);
  }
  std::ranges::sort(never);
  return never;
}

/// The circles among such gates that wait for nothing outside themselves, each as the nodes on a way around it.
std::vector<std::vector<NodeId>> ways_around(const DependencyGraph& graph,
                                             const std::vector<Gate>& never) {
  std::unordered_map<Gate, std::uint32_t> number;
  for (const Gate gate : never) number.emplace(gate, static_cast<std::uint32_t>(number.size()));
  Waits waits(never.size());
  for (std::size_t i = 0; i < never.size(); ++i) {
    for (const Gate item : graph.items(never[i])) {
      if (const auto at = number.find(item); at != number.end()) waits[i].push_back(at->second);
    }
  }
  std::vector<std::vector<NodeId>> ways;
  for (const Circle& circle : circles(waits)) {
    const auto stays_inside = [&](std::uint32_t member) {
      return std::ranges::all_of(waits[member], [&](std::uint32_t next) {
        return std::ranges::binary_search(circle.members, next);
      });
    };
    if (!std::ranges::all_of(circle.members, stays_inside)) continue;
    std::vector<NodeId>& way = ways.emplace_back();
    for (const std::uint32_t member : circle.way) {
      if (graph.is_node(never[member])) way.push_back(NodeId{never[member]});
    }
  }
  return ways;
}

void report(const Plan& plan, const std::vector<NodeId>& way, Diagnostics& found) {
  const auto next = [&](std::size_t step) { return way[(step + 1) % way.size()]; };
  std::vector<std::string_view> ids;
  for (const NodeId node : way) ids.push_back(node_of(plan, node).id);
  Diagnostic& finding = found.add(
      Code::restart_deadlock, place_of_requirement(plan, way[0], next(0)),
      tr("each of these can only come back after the next, so that none ever does: {circle}",
         {{"circle", circle_text(ids)}}));
  for (std::size_t step = 1; step < way.size(); ++step) {
    finding.also.push_back(
        {place_of_requirement(plan, way[step], next(step)),
         tr("`{node}` requires `{other}`",
            {{"node", node_of(plan, way[step]).id}, {"other", node_of(plan, next(step)).id}})});
  }
  finding.help =
      tr("delete one of these requirements, or name beside it what can stand in for it, as in "
         "`requires: [{{any_of: [{other}, …]}}]`",
         {{"other", node_of(plan, next(0)).id}});
}

}  // namespace

void find_deadlocks(const Plan& plan, const DependencyGraph& graph, Diagnostics& found) {
  for (const DependencyGraph::Loop& loop : graph.loops()) {
    const std::vector<Gate> never = never_met(graph, loop);
    if (never.empty()) continue;
    for (const std::vector<NodeId>& way : ways_around(graph, never)) report(plan, way, found);
  }
}

}  // namespace bcp
