#include "graph/findings/slow_tests.hpp"

#include <algorithm>
#include <string>

#include "graph/recovery.hpp"
#include "graph/slack.hpp"
#include "graph/verdict.hpp"
#include "plan/places.hpp"

namespace bcp {

namespace {

constexpr std::size_t most_resolved = 20;

Seconds promised(const Node& node) { return node.recovery.value_or(Estimate{}).likely; }

bool is_slower(const Node& node) { return node.tested && node.tested->recovery > promised(node); }

std::vector<NodeId> slower_nodes(const Plan& plan) {
  std::vector<NodeId> slower;
  for (std::uint32_t node = 0; node < plan.nodes.size(); ++node) {
    if (is_slower(node_of(plan, NodeId{node}))) slower.push_back(NodeId{node});
  }
  return slower;
}

/// What measured times do to verdicts, one node at a time.
class Measured {
public:
  Measured(const Plan& plan, const DependencyGraph& graph)
      : plan_(plan),
        graph_(graph),
        restart_(restart_after(plan, graph, {.failed = {}, .is_cold_start = true}, {})),
        recovery_(recover(graph, restart_)),
        slack_(slacks(plan, graph, restart_, recovery_)),
        verdicts_(verdicts(recovery_)) {}

  /// The services whose verdict gets worse; none is certain without a re-solve while the node's slack is not used up.
  std::vector<ServiceId> flipped_by(NodeId id) {
    const auto up = recovery_.up(id);
    const auto& slack = slack_[id.value];
    if (!up || !slack) return {};
    Restart restart = restart_;
    NodeStart& start = restart[id.value];
    const Seconds begin = std::max(*up - start.recovery, whole(plan_.clock));
    start.recovery = node_of(plan_, id).tested->recovery;
    start.not_before = std::max(start.not_before, whole(plan_.clock));
    if (begin + start.recovery - *up <= *slack || resolved_ == most_resolved) return {};
    ++resolved_;
    const std::vector<Verdict> measured = verdicts(recover(graph_, restart));
    std::vector<ServiceId> flipped;
    for (std::uint32_t i = 0; i < measured.size(); ++i) {
      if (measured[i] != verdicts_[i]) flipped.push_back(ServiceId{i});
    }
    return flipped;
  }

private:
  [[nodiscard]] std::vector<Verdict> verdicts(const Recovery& recovery) const {
    const UpTimes up = up_times(graph_, recovery);
    std::vector<Verdict> verdicts;
    for (const Service& service : plan_.services)
      verdicts.push_back(verdict_of(limits_of(plan_, service), covered_from(plan_, service, up)));
    return verdicts;
  }

  const Plan& plan_;
  const DependencyGraph& graph_;
  Restart restart_;
  Recovery recovery_;
  std::vector<std::optional<Seconds>> slack_;
  std::vector<Verdict> verdicts_;
  std::size_t resolved_ = 0;
};

void report(const Plan& plan, const Node& node, const std::vector<ServiceId>& flipped,
            Diagnostics& found) {
  const TimeLength measured{node.tested->recovery.count()};
  Diagnostic& finding =
      found.add(Code::slow_test, place_of(node, {"tested", "recovery"}),
                tr("an exercise brought `{node}` back in {measured}, longer than the {promised} "
                   "that it promises",
                   {{"node", node.id},
                    {"measured", measured},
                    {"promised", TimeLength{promised(node).count()}}}));
  finding.also.push_back({place_of(node, {"recovery"}), node.recovery
                                                            ? tr("what it promises")
                                                            : tr("without a `recovery` it is 0")});
  if (!flipped.empty()) {
    constexpr std::size_t most_named = 10;
    Names names;
    for (const ServiceId service : flipped) {
      if (names.size() < most_named) names.push_back(plan.services[service.value].id);
    }
    finding.notes.push_back(
        tr_n("believing the exercise, the verdict of {count} service gets worse: {services}",
             "believing the exercise, the verdicts of {count} services get worse: {services}",
             flipped.size(),
             {{"count", number(static_cast<std::int64_t>(flipped.size()))}, {"services", names}}));
  }
  finding.help = tr("write a `recovery` of {measured}, or make it faster and measure again",
                    {{"measured", measured}});
}

}  // namespace

void find_slow_tests(const Plan& plan, const DependencyGraph& graph, Diagnostics& found) {
  const std::vector<NodeId> slower = slower_nodes(plan);
  if (slower.empty()) return;
  Measured measured{plan, graph};
  for (const NodeId node : slower)
    report(plan, node_of(plan, node), measured.flipped_by(node), found);
}

}  // namespace bcp
