#include "graph/findings/rto_inversions.hpp"

#include <algorithm>
#include <string>

#include "graph/findings/requirement_places.hpp"
#include "graph/verdict.hpp"
#include "plan/places.hpp"

namespace bcp {

namespace {

/// The service with the latest due time that something requires for certain.
struct Latest {
  const Service* service = nullptr;
  Seconds due{0};  ///< from the plan's start on
};

class Inversions {
public:
  Inversions(const Plan& plan, const DependencyGraph& graph)
      : plan_(plan),
        graph_(graph),
        below_(graph.gate_count()),
        state_(graph.gate_count(), State::unknown) {}

  /// Of the services that a gate requires for certain. Gates in a circle wait for each other: what is not known yet of
  /// one that is being looked at adds nothing. Such a circle is never up, and a finding of its own.
  const Latest& latest_below(Gate gate) {
    std::vector<Gate> open{gate};
    while (!open.empty()) {
      const Gate top = open.back();
      if (state_[top] == State::unknown) {
        state_[top] = State::open;
        for (const Gate next : certain_items(top)) {
          if (state_[next] == State::unknown && !due_at(next)) open.push_back(next);
        }
        continue;
      }
      if (state_[top] == State::open) close(top);
      open.pop_back();
    }
    return below_[gate];
  }

  /// The first node on the way from a service to `other`, which is the latest below it.
  [[nodiscard]] NodeId first_step(const Service& service, const Service& other) const {
    Gate gate = service.node.value;
    do {
      gate = *std::ranges::find_if(certain_items(gate), [&](Gate item) {
        return item == other.node.value || (!due_at(item) && below_[item].service == &other);
      });
    } while (!graph_.is_node(gate));
    return NodeId{gate};
  }

private:
  enum class State { unknown, open, known };

  /// What a gate requires whichever alternative carries it.
  [[nodiscard]] std::span<const Gate> certain_items(Gate gate) const {
    const std::span<const Gate> items = graph_.items(gate);
    return graph_.needed(gate) == items.size() ? items : items.first(0);
  }

  /// A gate as a service that is due at some time.
  [[nodiscard]] std::optional<Latest> due_at(Gate gate) const {
    if (!graph_.is_node(gate) || plan_.nodes[gate].kind != NodeKind::service) return std::nullopt;
    const Service& service = plan_.services[plan_.nodes[gate].position];
    const auto due = limits_of(plan_, service).rto;
    if (!due) return std::nullopt;
    return Latest{&service, *due};
  }

  void close(Gate gate) {
    Latest& latest = below_[gate];
    for (const Gate next : certain_items(gate)) {
      const Latest one = due_at(next).value_or(below_[next]);
      if (one.service != nullptr && (latest.service == nullptr || one.due > latest.due))
        latest = one;
    }
    state_[gate] = State::known;
  }

  const Plan& plan_;
  const DependencyGraph& graph_;
  std::vector<Latest> below_;
  std::vector<State> state_;
};

/// In lengths of time where both count from the same instant, else by the clock.
Text sentence(const Plan& plan, const Service& service, Seconds due, const Latest& latest) {
  const Service& other = *latest.service;
  if (due - *service.rto == latest.due - *other.rto) {
    return tr(
        "`{service}` may take {rto}, but cannot run without `{other}`, which may take {others}",
        {{"service", service.id},
         {"other", other.id},
         {"rto", TimeLength{service.rto->count()}},
         {"others", TimeLength{other.rto->count()}}});
  }
  return tr(
      "`{service}` is due on {due}, but cannot run without `{other}`, which is due on {others}",
      {{"service", service.id},
       {"other", other.id},
       {"due", wall_time(plan.start + due, plan.zone)},
       {"others", wall_time(plan.start + latest.due, plan.zone)}});
}

}  // namespace

void find_rto_inversions(const Plan& plan, const DependencyGraph& graph, Diagnostics& found) {
  Inversions inversions{plan, graph};
  for (const Service& service : plan.services) {
    const auto due = limits_of(plan, service).rto;
    if (!due) continue;
    const Latest latest = inversions.latest_below(service.node.value);
    if (latest.service == nullptr || latest.due <= *due) continue;
    const Service& other = *latest.service;
    Diagnostic& finding = found.add(Code::rto_inversion, place_of(service, {"rto"}),
                                    sentence(plan, service, *due, latest));
    finding.also.push_back(
        {place_of(other, {"rto"}), tr("the RTO of `{other}`", {{"other", other.id}})});
    const NodeId step = inversions.first_step(service, other);
    finding.also.push_back({place_of_requirement(plan, service.node, step),
                            tr("by this, `{service}` requires it", {{"service", service.id}})});
    finding.help = tr("write a shorter `rto` for `{other}`, or a longer one for `{service}`",
                      {{"service", service.id}, {"other", other.id}});
  }
}

}  // namespace bcp
