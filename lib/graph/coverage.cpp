#include "graph/coverage.hpp"

#include <algorithm>
#include <compare>

#include "plan/exact.hpp"

namespace bcp {

namespace {

std::optional<Seconds> ready(const Requirement& requirement, const UpTimes& up) {
  if (requirement.node) return up[requirement.node->value];
  std::vector<Seconds> times;
  for (const Requirement& item : requirement.items) {
    if (const auto time = ready(item, up)) times.push_back(*time);
  }
  if (times.size() < requirement.needed) return std::nullopt;
  if (requirement.needed == 0) return Seconds{0};
  std::ranges::sort(times);
  return times[requirement.needed - 1];
}

bool is_enough(const Service& service, const WorkaroundRun& run) {
  const Exact mbco = service.mbco ? exact(*service.mbco) : Exact{1};
  return exact(service.workarounds[run.workaround].level) >= mbco;
}

}  // namespace

std::optional<Seconds> ready(const std::vector<Requirement>& requirements, const UpTimes& up) {
  Seconds all{0};
  for (const Requirement& requirement : requirements) {
    const auto time = ready(requirement, up);
    if (!time) return std::nullopt;
    all = std::max(all, *time);
  }
  return all;
}

std::vector<WorkaroundRun> workaround_runs(const Plan& plan, const Service& service,
                                           const UpTimes& up) {
  std::vector<WorkaroundRun> runs;
  for (std::size_t i = 0; i < service.workarounds.size(); ++i) {
    const Workaround& workaround = service.workarounds[i];
    auto from = ready(workaround.requirements, up);
    for (const StaffNeed& need : workaround.staff) {
      const auto& staff = up[plan.staff[need.staff.value].node.value];
      from = from && staff ? std::optional{std::max(*from, *staff)} : std::nullopt;
    }
    if (!from) continue;
    const Seconds begin = workaround.ready.value_or(Seconds{0});
    WorkaroundRun run{i, std::max(*from, begin), std::nullopt};
    if (workaround.lasts) run.until = begin + *workaround.lasts;
    if (!run.until || run.from < *run.until) runs.push_back(run);
  }
  return runs;
}

std::vector<WorkaroundRun> covering_runs(const Plan& plan, const Service& service,
                                         const UpTimes& up) {
  std::vector<WorkaroundRun> runs = workaround_runs(plan, service, up);
  std::erase_if(runs, [&](const WorkaroundRun& run) { return !is_enough(service, run); });
  return runs;
}

std::optional<Seconds> covered_from(const Plan& plan, const Service& service, const UpTimes& up) {
  const std::vector<WorkaroundRun> runs = covering_runs(plan, service, up);
  std::optional<Seconds> since = up[service.node.value];
  // Backwards from the recovery: a run that leads up to what is covered already begins earlier.
  for (bool is_earlier = true; is_earlier;) {
    is_earlier = false;
    for (const WorkaroundRun& run : runs) {
      const bool leads_on = !run.until || (since && *since <= *run.until);
      if (leads_on && (!since || run.from < *since)) {
        since = run.from;
        is_earlier = true;
      }
    }
  }
  return since;
}

bool is_covered(const Plan& plan, const Service& service, const UpTimes& up, Seconds at) {
  const auto& own = up[service.node.value];
  if (own && *own <= at) return true;
  return std::ranges::any_of(covering_runs(plan, service, up),
                             [&](const WorkaroundRun& run) { return runs_at(run, at); });
}

Ratio best_workaround(const Plan& plan, const Service& service, const UpTimes& up, Seconds at) {
  Ratio best;
  for (const WorkaroundRun& run : workaround_runs(plan, service, up)) {
    const Ratio& level = service.workarounds[run.workaround].level;
    if (runs_at(run, at) && exact(level) > exact(best)) best = level;
  }
  return best;
}

}  // namespace bcp
