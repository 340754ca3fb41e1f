#include "graph/slack.hpp"

#include <algorithm>

namespace bcp {

namespace {

/// The limit that the verdict of a service holds it to.
std::optional<Seconds> limit_of(const Limits& limits, Verdict verdict) {
  switch (verdict) {
    case Verdict::ok:
      if (limits.rto && limits.mtpd) return std::min(*limits.rto, *limits.mtpd);
      return limits.rto ? limits.rto : limits.mtpd;
    case Verdict::late: return limits.mtpd;
    case Verdict::breach: return std::nullopt;
  }
  return std::nullopt;
}

bool ends_later(const WorkaroundRun& one, const WorkaroundRun& other) {
  return other.until && (!one.until || *one.until > *other.until);
}

/// Of those that run at an instant the one that ends last, then the first by id.
const WorkaroundRun* last_to_end(const std::vector<WorkaroundRun>& runs, Seconds at) {
  const WorkaroundRun* last = nullptr;
  for (const WorkaroundRun& run : runs) {
    if (runs_at(run, at) && (last == nullptr || ends_later(run, *last))) last = &run;
  }
  return last;
}

}  // namespace

Reliance reliance(const Plan& plan, const Service& service, const UpTimes& up) {
  const Limits limits = limits_of(plan, service);
  const auto limit = limit_of(limits, verdict_of(limits, covered_from(plan, service, up)));
  if (!limit) return {};
  const auto& own = up[service.node.value];
  const std::vector<WorkaroundRun> runs = covering_runs(plan, service, up);
  Reliance rests{.limit = limit};
  while (rests.limit && (!own || *own > *rests.limit)) {
    const WorkaroundRun* run = last_to_end(runs, *rests.limit);
    if (run == nullptr)
      break;  // not within a verdict's limit, from which on the service is covered
    rests.standbys.push_back({run->workaround, *rests.limit});
    rests.limit = run->until;
  }
  return rests;
}

std::vector<std::optional<Seconds>> slacks(const Plan& plan, const DependencyGraph& graph,
                                           const Restart& restart, const Recovery& recovery) {
  SettlingOrder order{graph, restart, recovery.times};
  const UpTimes up = up_times(graph, recovery);
  Latest latest(graph.node_count(), never);
  const auto limit = [&](NodeId node, Seconds to) {
    latest[node.value] = std::min(latest[node.value], to);
  };
  for (std::uint32_t number = 0; number < plan.services.size(); ++number) {
    const Service& service = plan.services[number];
    const Reliance rests = reliance(plan, service, up);
    if (rests.limit) limit(service.node, *rests.limit);
    for (const Standby& standby : rests.standbys) {
      std::vector<NodeId> nodes;
      order.add_nodes_in_use(graph.workaround_gate(ServiceId{number}, standby.workaround), nodes);
      for (const NodeId node : nodes) limit(node, standby.from);
    }
  }
  hand_down(chains_in_use(graph, restart, order), restart, latest);
  std::vector<std::optional<Seconds>> slack(graph.node_count());
  for (std::size_t node = 0; node < slack.size(); ++node) {
    if (latest[node] != never && up[node] && !restart[node].is_running)
      slack[node] = latest[node] - *up[node];
  }
  return slack;
}

}  // namespace bcp
