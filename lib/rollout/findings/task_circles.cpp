#include "rollout/findings/task_circles.hpp"

#include <algorithm>
#include <string>

#include "graph/circles.hpp"
#include "plan/places.hpp"

namespace bcp {

namespace {

Waits waits_of(const Plan& plan) {
  Waits waits(plan.tasks.size());
  for (std::size_t task = 0; task < plan.tasks.size(); ++task) {
    for (const Predecessor& before : plan.tasks[task].after) {
      if (before.task) waits[task].push_back(before.task->value);
    }
  }
  return waits;
}

/// Where `task` says that it comes after `other`.
Span place_of_link(const Task& task, std::uint32_t other) {
  const auto is_other = [&](const Predecessor& before) {
    return before.task && before.task->value == other;
  };
  const auto at = std::ranges::find_if(task.after, is_other);
  return place_of_item(task, "after", static_cast<std::size_t>(at - task.after.begin()));
}

std::string shown(const Plan& plan, const std::vector<std::uint32_t>& way) {
  std::vector<std::string_view> ids;
  for (const std::uint32_t task : way) ids.push_back(plan.tasks[task].id);
  return circle_text(ids);
}

void report(const Plan& plan, const std::vector<std::uint32_t>& way, Diagnostics& found) {
  const Task& first = plan.tasks[way.front()];
  const auto next = [&](std::size_t step) { return way[(step + 1) % way.size()]; };
  Diagnostic& finding =
      found.add(Code::task_circle, place_of_link(first, next(0)),
                way.size() == 1
                    ? tr("`{task}` comes after itself, so that it never runs", {{"task", first.id}})
                    : tr("these tasks wait for each other, so that none ever runs: {circle}",
                         {{"circle", shown(plan, way)}}));
  for (std::size_t step = 1; step < way.size(); ++step) {
    const Task& task = plan.tasks[way[step]];
    finding.also.push_back({place_of_link(task, next(step)),
                            tr("`{task}` waits for `{other}`",
                               {{"task", task.id}, {"other", plan.tasks[next(step)].id}})});
  }
  finding.help = tr("delete the one of these links under `after` that is wrong");
}

}  // namespace

void find_task_circles(const Plan& plan, Diagnostics& found) {
  for (const Circle& circle : circles(waits_of(plan))) report(plan, circle.way, found);
}

}  // namespace bcp
