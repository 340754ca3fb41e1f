#include "rollout/task_times.hpp"

#include <algorithm>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include "rollout/crews.hpp"

namespace bcp {

namespace {

/// Not before `start` the one, not before `finish` the other.
struct Earliest {
  Instant start;
  Instant finish;
};

class TaskTimes {
public:
  explicit TaskTimes(const Plan& plan)
      : plan_(plan),
        crews_(plan),
        open_(plan),
        times_(plan.tasks.size()) {}

  std::vector<std::optional<TaskTime>> all() {
    for (const std::vector<std::uint32_t>& component : in_order()) {
      if (component.size() == 1) times_[component.front()] = time_of(component.front());
    }
    return std::move(times_);
  }

private:
  using Links = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

  /// Tasks that wait on each other together, each group after those that it waits for.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> in_order() const {
    Links links{plan_.tasks.size()};
    std::vector<bool> waits_on_itself(plan_.tasks.size(), false);
    for (std::uint32_t task = 0; task < plan_.tasks.size(); ++task) {
      for (const Predecessor& before : plan_.tasks[task].after) {
        if (before.task) boost::add_edge(task, before.task->value, links);
        if (before.task && before.task->value == task) waits_on_itself[task] = true;
      }
    }
    std::vector<std::uint32_t> component_of(plan_.tasks.size());
    const auto count = boost::strong_components(
        links,
        boost::make_iterator_property_map(component_of.begin(), get(boost::vertex_index, links)));
    // Components are numbered from the ends of the links, that is from the first tasks on.
    std::vector<std::vector<std::uint32_t>> components(count);
    for (std::uint32_t task = 0; task < plan_.tasks.size(); ++task) {
      if (!waits_on_itself[task]) components[component_of[task]].push_back(task);
    }
    return components;
  }

  [[nodiscard]] std::optional<TaskTime> time_of(std::uint32_t number) {
    const Task& task = plan_.tasks[number];
    if (task.done) return TaskTime{task.started.value_or(*task.done), *task.done};
    const auto earliest = earliest_of(task);
    if (!earliest) return std::nullopt;
    std::optional<TaskTime> best;
    for (const Crew& crew : crews_.of(task)) {
      const auto time = time_with(task, crew, *earliest);
      if (time && (!best || time->finish < best->finish)) best = time;
    }
    return best;
  }

  [[nodiscard]] std::optional<Earliest> earliest_of(const Task& task) const {
    Earliest earliest{std::max(plan_.start, task.not_before.value_or(plan_.start)), plan_.start};
    for (const Predecessor& before : task.after) {
      if (before.milestone) {
        earliest.start =
            std::max(earliest.start, plan_.milestones[before.milestone->value].at + before.lag);
        continue;
      }
      const auto& time = times_[before.task->value];
      if (!time) return std::nullopt;
      switch (before.link) {
        case Predecessor::Link::finish_to_start:
          earliest.start = std::max(earliest.start, time->finish + before.lag);
          break;
        case Predecessor::Link::start_to_start:
          earliest.start = std::max(earliest.start, time->start + before.lag);
          break;
        case Predecessor::Link::finish_to_finish:
          earliest.finish = std::max(earliest.finish, time->finish + before.lag);
          break;
      }
    }
    return earliest;
  }

  [[nodiscard]] std::optional<TaskTime> time_with(const Task& task, const Crew& crew,
                                                  const Earliest& earliest) {
    const auto length = length_with(task, crew);
    if (!length) return std::nullopt;
    const Seconds work = *length;
    if (work == Seconds{0}) {
      const Instant at = std::max(earliest.start, earliest.finish);
      return TaskTime{at, at};
    }
    const OpenTimes& open = open_.of(calendars_of(plan_, task, crew));
    const auto from = [&](Instant start) { return time_from(open, task, start, work); };
    const auto first = from(earliest.start);
    if (!first || first->finish >= earliest.finish) return first;
    // The finish follows the start without ever turning back: the first start whose finish is late enough.
    Seconds too_early{0};
    Seconds late_enough = earliest.finish - earliest.start;
    while (late_enough - too_early > Seconds{1}) {
      const Seconds middle = too_early + (late_enough - too_early) / 2;
      const auto time = from(earliest.start + middle);
      (time && time->finish < earliest.finish ? too_early : late_enough) = middle;
    }
    return from(earliest.start + late_enough);
  }

  static std::optional<TaskTime> time_from(const OpenTimes& open, const Task& task, Instant from,
                                           Seconds work) {
    if (task.continuous) {
      const auto start = open.begin_of_unbroken(from, work);
      if (!start) return std::nullopt;
      return TaskTime{*start, *start + work};
    }
    const auto interval = open.next_open(from);
    const auto finish = open.finish(from, work);
    if (!interval || !finish) return std::nullopt;
    return TaskTime{interval->begin, *finish};
  }

  const Plan& plan_;
  Crews crews_;
  OpenTogether open_;
  std::vector<std::optional<TaskTime>> times_;
};

}  // namespace

std::vector<std::optional<TaskTime>> earliest_task_times(const Plan& plan) {
  return TaskTimes{plan}.all();
}

std::vector<std::optional<Seconds>> available_from(
    const Plan& plan, const std::vector<std::optional<TaskTime>>& times) {
  std::vector<std::optional<Seconds>> from(plan.nodes.size(), Seconds{0});
  for (std::size_t task = 0; task < plan.tasks.size(); ++task) {
    for (const NodeId node : plan.tasks[task].enables) {
      std::optional<Seconds>& at = from[node.value];
      if (!times[task]) {
        at.reset();
      } else if (at) {
        at = std::max(*at, times[task]->finish - plan.start);
      }
    }
  }
  return from;
}

}  // namespace bcp
