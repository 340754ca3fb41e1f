#include "validate/meaning.hpp"

#include "graph/dependency_graph.hpp"
#include "graph/findings/backups.hpp"
#include "graph/findings/deadlocks.hpp"
#include "graph/findings/rto_inversions.hpp"
#include "graph/findings/slow_tests.hpp"
#include "graph/findings/tolerances.hpp"
#include "graph/findings/unused_nodes.hpp"
#include "people/findings/assumptions.hpp"
#include "people/findings/deputies.hpp"
#include "people/findings/message_times.hpp"
#include "people/findings/overdue.hpp"
#include "people/findings/tags.hpp"
#include "people/findings/waivers.hpp"
#include "rollout/findings/calendars.hpp"
#include "rollout/findings/idle_tasks.hpp"
#include "rollout/findings/task_circles.hpp"
#include "rollout/findings/unused_teams.hpp"
#include "rollout/task_times.hpp"
#include "supply/findings/unprepared_pools.hpp"
#include "supply/findings/unused_supply.hpp"

namespace bcp {

void find_contradicting_tolerances(const Plan& plan, Diagnostics& found) {
  find_rtos_above_mtpd(plan, found);
  find_mtpds_past_intolerable(plan, found);
}

void find_faults_of_meaning(const Plan& plan, const MeaningOptions& options, Diagnostics& found) {
  find_contradicting_tolerances(plan, found);
  find_workarounds_below_mbco(plan, found);
  find_unused_nodes(plan, found);

  const DependencyGraph graph{plan};
  find_rto_inversions(plan, graph, found);
  find_deadlocks(plan, graph, found);
  find_insufficient_backups(plan, graph, found);
  find_slow_tests(plan, graph, found);

  const auto times = earliest_task_times(plan);
  find_task_circles(plan, found);
  find_idle_tasks(plan, times, found);
  find_calendars_never_open(plan, found);
  find_phases_never_reached(plan, found);
  find_unused_calendars(plan, found);
  find_unused_teams(plan, found);

  find_unused_supply(plan, found);
  find_unprepared_pools(plan, found);

  find_messages_before_their_news(plan, times, found);
  find_shared_deputies(plan, found);
  find_unapproved_waivers(plan, found);
  find_unknown_tags(plan, found);
  find_open_assumptions(plan, found);
  if (options.as_of) find_overdue(plan, *options.as_of, found);
}

std::vector<Code> codes_of_meaning() {
  std::vector<Code> codes;
  for (const CodeInfo& info : all_codes()) {
    const bool is_of_reading = info.code < Code::rto_above_mtpd ||
                               info.code == Code::first_time_above_headcount ||
                               (info.code >= Code::bad_hours && info.code <= Code::bad_interval) ||
                               info.code >= Code::bad_suppression;
    if (!is_of_reading) codes.push_back(info.code);
  }
  return codes;
}

}  // namespace bcp
