#include "graph/critical_path.hpp"

#include <algorithm>

#include "graph/holding_up.hpp"
#include "graph/node_list.hpp"
#include "graph/slack.hpp"

namespace bcp {

namespace {

constexpr std::size_t most_bottlenecks = 20;
constexpr Seconds hour = std::chrono::hours(1);

class Analysis {
public:
  Analysis(const Plan& plan, const CriticalPathOptions& options)
      : plan_(plan),
        options_(options),
        outage_{in_order(options.failed), options.failed.empty()},
        graph_(plan),
        restart_(restart_on(options.basis)),
        recovery_(recover(graph_, restart_)),
        up_(up_times(graph_, recovery_)) {}

  CriticalPaths paths() {
    CriticalPaths paths;
    paths.is_cold_start = outage_.is_cold_start;
    paths.failed = outage_.failed;
    std::ranges::copy_if(outage_.failed, std::back_inserter(paths.without_recovery),
                         [&](NodeId node) { return restart_[node.value].recovery == Seconds{0}; });
    paths.clock = whole(plan_.clock);
    for (std::uint32_t i = 0; i < plan_.services.size(); ++i)
      paths.services.push_back(service(ServiceId{i}));
    paths.nodes = nodes();
    paths.decided_by = recovery_.decided_by;
    paths.bottlenecks = bottlenecks();
    paths.flips = flips();
    paths.has_recovery_teams =
        has_any([](const Node& node) { return !node.recovery_team.empty(); });
    return paths;
  }

private:
  [[nodiscard]] Restart restart_on(const RecoveryBasis& basis) const {
    return restart_after(plan_, graph_, outage_, {}, basis);
  }

  template <class Question>
  [[nodiscard]] bool has_any(Question question) const {
    for (std::uint32_t node = 0; node < plan_.nodes.size(); ++node) {
      if (question(node_of(plan_, NodeId{node}))) return true;
    }
    return false;
  }

  [[nodiscard]] ServiceRecovery service(ServiceId id) const {
    const Service& service = plan_.services[id.value];
    ServiceRecovery row{.service = id, .node = service.node, .up = up_[service.node.value]};
    row.limits = limits_of(plan_, service);
    if (row.up && row.limits.rto) row.margin = *row.limits.rto - *row.up;
    const std::optional<Seconds> covered = covered_from(plan_, service, up_);
    row.verdict = verdict_of(row.limits, covered);
    if (covered && row.verdict == Verdict::breach) row.overrun = *covered - *row.limits.mtpd;
    if (covered && row.verdict == Verdict::late) row.overrun = *covered - *row.limits.rto;
    for (const WorkaroundRun& run : covering_runs(plan_, service, up_)) {
      if (!row.up || run.from < *row.up) row.covered_by.push_back(run);
    }
    return row;
  }

  [[nodiscard]] std::vector<NodeRecovery> nodes() const {
    const auto slack = slacks(plan_, graph_, restart_, recovery_);
    std::vector<NodeRecovery> nodes;
    for (std::size_t node = 0; node < restart_.size(); ++node) {
      nodes.push_back({.up = up_[node],
                       .slack = slack[node],
                       .recovery = restart_[node].recovery,
                       .start = up_[node].value_or(Seconds{0}) - restart_[node].recovery,
                       .is_running = restart_[node].is_running});
    }
    return nodes;
  }

  [[nodiscard]] TierId tier_of(ServiceId service) const {
    return bcp::tier_of(plan_, plan_.services[service.value]);
  }

  void sort_by_tier(std::vector<ServiceId>& services) const {
    std::ranges::sort(services, {}, [&](ServiceId id) { return std::pair{tier_of(id), id}; });
  }

  [[nodiscard]] std::vector<Bottleneck> bottlenecks() const {
    std::vector<NodeId> recovering;
    for (std::uint32_t node = 0; node < restart_.size(); ++node) {
      if (restart_[node].recovery > Seconds{0}) recovering.push_back(NodeId{node});
    }
    const HoldingUp holding{plan_, recovery_};
    std::vector<Bottleneck> found;
    for (const NodeId node : holding.first(recovering, most_bottlenecks)) {
      Bottleneck& one = found.emplace_back();
      one.node = node;
      one.holds_up = holding.held_up_by(node);
      sort_by_tier(one.holds_up);
      save_an_hour(one);
    }
    return found;
  }

  /// Solves anew with the node's recovery an hour shorter. The clock stays: people still have to begin.
  void save_an_hour(Bottleneck& one) const {
    Restart restart = restart_;
    Seconds& recovery = restart[one.node.value].recovery;
    one.saved = std::min(hour, recovery);
    recovery -= one.saved;
    const Recovery faster = recover(graph_, restart);
    std::vector<ServiceId> gaining;
    const auto gain = [&](ServiceId id) {
      const NodeId node = plan_.services[id.value].node;
      return up_[node.value] ? *up_[node.value] - *faster.up(node) : Seconds{0};
    };
    for (std::uint32_t i = 0; i < plan_.services.size(); ++i) {
      if (gain(ServiceId{i}) > Seconds{0}) gaining.push_back(ServiceId{i});
    }
    sort_by_tier(gaining);
    for (const ServiceId id : gaining) one.gains.push_back({id, gain(id)});
  }

  [[nodiscard]] std::vector<Verdict> verdicts_on(Belief belief) const {
    const Restart restart = restart_on({.point = options_.basis.point, .belief = belief});
    const UpTimes up = up_times(graph_, recover(graph_, restart));
    std::vector<Verdict> verdicts;
    for (const Service& service : plan_.services)
      verdicts.push_back(verdict_of(limits_of(plan_, service), covered_from(plan_, service, up)));
    return verdicts;
  }

  [[nodiscard]] std::vector<Flip> flips() const {
    std::vector<Flip> flips;
    if (!has_any([](const Node& node) { return node.tested.has_value(); })) return flips;
    const std::vector<Verdict> promised = verdicts_on(Belief::promised);
    const std::vector<Verdict> tested = verdicts_on(Belief::tested);
    for (std::uint32_t i = 0; i < promised.size(); ++i) {
      if (promised[i] != tested[i]) flips.push_back({ServiceId{i}, promised[i], tested[i]});
    }
    return flips;
  }

  const Plan& plan_;
  const CriticalPathOptions& options_;
  Outage outage_;
  DependencyGraph graph_;
  Restart restart_;
  Recovery recovery_;
  UpTimes up_;
};

}  // namespace

std::vector<NodeId> CriticalPaths::path_of(const ServiceRecovery& service) const {
  if (!service.up) return {};
  std::vector<NodeId> path = {service.node};
  while (decided_by[path.back().value] != path.back())
    path.push_back(decided_by[path.back().value]);
  return path;
}

CriticalPaths critical_paths(const Plan& plan, const CriticalPathOptions& options) {
  return Analysis{plan, options}.paths();
}

}  // namespace bcp
