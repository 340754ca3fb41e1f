"""When does each task begin and end, as long as no schedule says so?

docs/meaning.md §4: a task ends as early as its `after`, `not_before` and calendars allow, with the most
people it may have; absences and freezes do not count, nor do other tasks that want the same people.
"""
import math

from opening_hours import HORIZONS, OpenTime
from plan_reader import NEVER


def assigned(plan, task):
    """The people of each team, the most the task may have; None if a team has too few for it."""
    result = {}
    for team, (fewest, most) in task.teams.items():
        if fewest > plan.teams[team].members:
            return None
        result[team] = min(most, plan.teams[team].members)
    return result


def working_time(task, staffing):
    """Seconds to work: `work` is shared by the people of all teams together, rounded up once."""
    if task.work is None:
        return task.duration
    return math.ceil(task.work / sum(staffing.values()))


def elapsed(earliest, earliest_end, work):
    """A task without team and calendar, or whose calendars are always open."""
    start = max(earliest, earliest_end - work)
    return start, start + work


def work_from(intervals, start, work, continuous):
    """(start, end) of work that begins at `start` at the earliest; None past the intervals."""
    first, left = None, work
    for begin, end in intervals:
        begin = max(begin, start)
        if begin >= end or continuous and end - begin < work:
            continue
        first = begin if first is None else first
        if end - begin >= left:
            return first, begin + left
        left -= end - begin
    return None


def latest_start(intervals, end_at, work, continuous):
    """The start from which the work ends at `end_at`, an instant that ends a working second; None
    where no start does."""
    left = work
    for begin, end in reversed(intervals):
        end = min(end, end_at)
        if begin >= end:
            continue
        if end - begin >= left:
            return end - left
        if continuous:
            return None
        left -= end - begin
    return None


def work_until(intervals, earliest, earliest_end, work, continuous):
    """The first (start, end) with start ≥ earliest and end ≥ earliest_end; None past the intervals.

    The start is the first and the end closes the last working second, so the ends that there can be
    lie in (begin, end] of an interval; the earliest that a start can reach is taken.
    """
    span = work_from(intervals, earliest, work, continuous)
    if span is None or span[1] >= earliest_end:
        return span
    for begin, end in intervals:
        if end < earliest_end:
            continue
        end_at = max(begin + (work if continuous else 1), earliest_end)
        start = latest_start(intervals, end_at, work, continuous) if end_at <= end else None
        if start is not None and start >= earliest:
            return start, end_at
    return None


def span(plan, task, staffing, earliest, earliest_end):
    """(start, finish) of a task that may begin at `earliest` and may not end before `earliest_end`."""
    work = working_time(task, staffing)
    calendars = [task.calendar] + [plan.teams[team].calendar for team in staffing]
    open_time = OpenTime(plan, [id for id in calendars if id])
    if NEVER in (earliest, earliest_end):
        return NEVER, NEVER
    if work == 0 or open_time.always():
        return elapsed(earliest, earliest_end, work)
    for horizon in HORIZONS:
        found = work_until(open_time.until(horizon), earliest, earliest_end, work, task.continuous)
        if found:
            return found
    return NEVER, NEVER


def choices(plan, task):
    """The teams it may have: its own, or with `skills` any one team that has them all."""
    if not task.skills:
        return [assigned(plan, task)]
    result = []
    for team in plan.teams.values():
        if set(task.skills) <= set(team.skills) and team.members >= task.people[0]:
            result.append({team.id: min(task.people[1], team.members)})
    return result


class TaskTimes:
    """(start, finish) of each task, NEVER where it cannot run."""

    def __init__(self, plan):
        self.plan = plan
        self.known = {}

    def of(self, id):
        """Tasks that wait on each other never run: one met again on the way is NEVER for the other."""
        if id not in self.known:
            self.known[id] = (NEVER, NEVER)
            self.known[id] = self.computed(self.plan.tasks[id])
        return self.known[id]

    def computed(self, task):
        if task.done is not None:
            return task.done if task.started is None else task.started, task.done
        earliest, earliest_end = max(0, task.not_before), 0
        for link in task.after:
            if link.to in self.plan.milestones:
                earliest = max(earliest, self.plan.milestones[link.to] + link.lag)
                continue
            start, finish = self.of(link.to)
            if link.kind == "finish":
                earliest_end = max(earliest_end, finish + link.lag)
            else:
                earliest = max(earliest, (start if link.kind == "start" else finish) + link.lag)
        spans = [span(self.plan, task, staffing, earliest, earliest_end)
                 for staffing in choices(self.plan, task) if staffing is not None]
        return min(spans, key=lambda times: times[1], default=(NEVER, NEVER))


def enabled_at(plan):
    """For each entity that tasks enable, the instant at which the last of them ends."""
    times, result = TaskTimes(plan), {}
    for task in plan.tasks.values():
        finish = times.of(task.id)[1]
        for id in task.enables:
            result[id] = max(result.get(id, 0), finish)
    return result
