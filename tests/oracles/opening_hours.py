"""When is a calendar open?  Wall-clock hours to intervals of real time.

An `OpenTime` is the time at which all of some calendars are open, as sorted disjoint intervals
[begin, end) in seconds from the plan's start.  It is laid out day by day up to a horizon; who needs
more asks for a later horizon, and takes "not within three years" for never.
"""
import bisect
import datetime

from plan_reader import NEVER, epoch

DAY = 86400
HORIZONS = [60 * DAY, 3 * 366 * DAY]


def ranges_of(calendars, id, day):
    """The ranges of a calendar that begin on a date: by `except`, `holidays`, phase or week."""
    calendar = calendars[id]
    if day in calendar.exceptions:
        return calendar.exceptions[day]
    for until, phase in calendar.phases:
        if until is None or day < until:
            return ranges_of(calendars, phase, day)
    return calendar.week[day.weekday()]


def joined(intervals):
    """Sorted and disjoint: those that touch or overlap become one."""
    result = []
    for begin, end in sorted(intervals):
        if result and begin <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        elif begin < end:
            result.append((begin, end))
    return result


def intersection(some, others):
    """Where both lists of sorted disjoint intervals are open."""
    both, i, j = [], 0, 0
    while i < len(some) and j < len(others):
        begin, end = max(some[i][0], others[j][0]), min(some[i][1], others[j][1])
        if begin < end:
            both.append((begin, end))
        if some[i][1] < others[j][1]:
            i += 1
        else:
            j += 1
    return both


def is_open(intervals, time):
    """Whether an instant lies in one of some sorted disjoint intervals."""
    place = bisect.bisect_right(intervals, (time, NEVER)) - 1
    return place >= 0 and time < intervals[place][1]


def calendar_intervals(plan, id, horizon):
    """Where one calendar is open, from the plan's start to the horizon.

    The two days before the start count too: their ranges may run into the first day.
    """
    first = datetime.datetime.fromtimestamp(plan.start, plan.zone).date()
    intervals = []
    for number in range(-2, horizon // DAY + 2):
        day = first + datetime.timedelta(days=number)
        midnight = datetime.datetime.combine(day, datetime.time())
        for begin, end in ranges_of(plan.calendars, id, day):
            begin, end = (
                epoch(plan.zone, midnight + datetime.timedelta(minutes=minutes)) - plan.start
                for minutes in (begin, end))
            intervals.append((max(0, begin), min(end, horizon)))
    return joined(intervals)


class OpenTime:
    """The time at which all the named calendars are open; always, where none is named."""

    def __init__(self, plan, calendars):
        self.plan = plan
        self.calendars = sorted(set(calendars))
        self.known = {}

    def always(self):
        return not self.calendars

    def until(self, horizon):
        """The intervals from the start to the horizon."""
        if self.always():
            return [(0, NEVER)]
        if horizon not in self.known:
            intervals = [(0, horizon)]
            for id in self.calendars:
                intervals = intersection(intervals, calendar_intervals(self.plan, id, horizon))
            self.known[horizon] = intervals
        return self.known[horizon]
