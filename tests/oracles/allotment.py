"""Who gets which units?  (docs/meaning.md §5: `services`, `equipped` and the exit status.)

The nine steps are taken as they are written.  Every question "is this feasible?" is answered anew
from all commitments: people present, and a maximum flow of units for each type.  People of a group
whose profile has alternatives are split over them in every way that there is, until one fits.
"""
import itertools
import math
from fractions import Fraction

from coverage import covered_from, is_covered, running
from flow import most_met
from gap import figures_report, report_instant
from plan_reader import NEVER
from supply import absence_changes, held, need_of_one, present


# ---- Units of one type ----------------------------------------------------------------------

class Stock:
    """The units of one type that groups draw on, and whether they suffice.

    Amounts are whole multiples of 1 / scale, so that the flow works on integers, exactly.
    """

    def __init__(self, supply, kind):
        self.plan, self.kind = supply.plan, kind
        groups = self.plan.groups.values()
        sources = [source for source in supply.sources() if source.type == kind]
        exact = [source.units for source in sources] + [
            Fraction(group.equipped.get(kind, 0), group.headcount or 1) for group in groups] + [
            need_of_one(self.plan, group, kind, choice)
            for group in groups for choice in range(len(group.alternatives))]
        self.scale = math.lcm(*(Fraction(amount).denominator for amount in exact))
        self.needs = {group.id: [int(need_of_one(self.plan, group, kind, choice) * self.scale)
                                 for choice in range(len(group.alternatives))] for group in groups}
        self.lots = [(int(units * self.scale), {group.id: ready + source.delay(group)
                                                for group in groups})
                     for source in sources for ready, units in source.lots]
        self.known_held, self.known_unmet = {}, {}

    def held(self, group, time):
        if (group, time) not in self.known_held:
            in_hand = held(self.plan, self.plan.groups[group], self.kind, time)
            self.known_held[group, time] = int(in_hand * self.scale)
        return self.known_held[group, time]

    def demands(self, splits):
        """[(group, deadline, units)] that people draw beyond what their group holds.

        `splits` is {group: [(deadline, people on each alternative)]}, sorted by deadline.  The draw
        is counted up to each deadline; a unit once drawn is not given back.
        """
        result = []
        for group, steps in splits.items():
            need, drawn = 0, 0
            for deadline, people in steps:
                need += sum(map(int.__mul__, people, self.needs[group]))
                more = need - self.held(group, deadline) - drawn
                if more > 0:
                    result.append((group, deadline, more))
                    drawn += more
        return tuple(result)

    def unmet(self, splits):
        """Units, times the scale, that are missing for the people of `splits` to work."""
        demands = self.demands(splits)
        if not demands:
            return 0
        if demands not in self.known_unmet:
            amounts = [amount for _, _, amount in demands]
            lots = [(amount, tuple(there[group] <= deadline for group, deadline, _ in demands))
                    for amount, there in self.lots]
            met = most_met(lots, amounts)
            self.known_unmet[demands] = sum(amounts) - met
        return self.known_unmet[demands]


# ---- People ---------------------------------------------------------------------------------

def ways_to_split(people, choices):
    """All ways to spread people over alternatives, those with most on the first one first."""
    if choices == 1:
        return [(people,)]
    return [(first,) + rest for first in range(people, -1, -1)
            for rest in ways_to_split(people - first, choices - 1)]


class Commitments:
    """{group: {deadline: people}}, and what may be added to it."""

    def __init__(self, supply):
        self.plan = supply.plan
        self.stocks = {kind: Stock(supply, kind) for kind in self.plan.concurrency}
        self.people = {group: {} for group in self.plan.groups}
        self.known_present = {}

    def present(self, group, time):
        if (group, time) not in self.known_present:
            self.known_present[group, time] = present(self.plan, self.plan.groups[group], time)
        return self.known_present[group, time]

    def with_more(self, more, deadline):
        """{group: [(deadline, people)]} with `more` ({group: people}) from a deadline on."""
        result = {}
        for group, steps in self.people.items():
            steps = dict(steps)
            if more.get(group):
                steps[deadline] = steps.get(deadline, 0) + more[group]
            if steps:
                result[group] = sorted(steps.items())
        return result

    def are_present(self, steps_of):
        for group, steps in steps_of.items():
            total = 0
            for deadline, people in steps:
                total += people
                if total > self.present(group, deadline):
                    return False
        return True

    def splits(self, steps_of):
        """Every way to spread the people of each group and deadline over their alternatives."""
        keys = [(group, deadline, ways_to_split(people, len(self.plan.groups[group].alternatives)))
                for group, steps in steps_of.items() for deadline, people in steps]
        for ways in itertools.product(*(ways for _, _, ways in keys)):
            split = {group: [] for group in steps_of}
            for (group, deadline, _), way in zip(keys, ways):
                split[group].append((deadline, way))
            yield split

    def feasible(self, more, deadline):
        """Whether `more` people can be committed from a deadline on, all earlier ones kept."""
        steps_of = self.with_more(more, deadline)
        return self.are_present(steps_of) and any(
            all(stock.unmet(split) == 0 for stock in self.stocks.values())
            for split in self.splits(steps_of))

    def commit(self, more, deadline):
        for group, people in more.items():
            if people:
                self.people[group][deadline] = self.people[group].get(deadline, 0) + people

    def most(self, group, limit, deadline):
        """How many more people of one group fit, up to a limit."""
        return largest(range(limit + 1), lambda people: self.feasible({group: people}, deadline))

    def left_present(self, group, deadline):
        """People of a group whom its presence leaves for a deadline."""
        steps = self.people[group]
        instants = [deadline] + [at for at in steps if at > deadline]
        return max(0, min(self.present(group, at) - sum(n for d, n in steps.items() if d <= at)
                          for at in instants))

    def best_splits(self):
        """The splits of those committed with the most people on the alternatives written first."""
        steps_of = self.with_more({}, None)
        fitting = [split for split in self.splits(steps_of)
                   if all(stock.unmet(split) == 0 for stock in self.stocks.values())]

        def on_first(split):
            return sum(people[0] for steps in split.values() for _, people in steps)
        most = max(map(on_first, fitting))
        return [split for split in fitting if on_first(split) == most]

    def missing_units(self, more, deadline):
        """{type: the fewest units, usable by anyone, that must be added} for `more` people on their
        first alternative, those committed keeping theirs; nothing where some split carries them."""
        if self.feasible(more, deadline):
            return {}
        result = {}
        for kind, stock in sorted(self.stocks.items(), key=lambda item: item[0].encode()):
            missing = min(stock.unmet(self.joined(split, more, deadline))
                          for split in self.best_splits())
            if missing:
                result[kind] = math.ceil(Fraction(missing, stock.scale))
        return result

    def joined(self, split, more, deadline):
        """A split of those committed with `more` people on their first alternative."""
        result = {group: dict(steps) for group, steps in split.items()}
        for group, people in more.items():
            if not people:
                continue  # nobody begins then, so that it is no deadline of the group's
            none = (0,) * len(self.plan.groups[group].alternatives)
            way = result.setdefault(group, {}).get(deadline, none)
            result[group][deadline] = (way[0] + people,) + way[1:]
        return {group: sorted(steps.items()) for group, steps in result.items()}


def largest(values, fits):
    """The last of some rising values that fits, by bisection; the first one always does."""
    values = list(values)
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(values[middle]) else (low, middle - 1)
    return values[low]


# ---- The steps ------------------------------------------------------------------------------

def arrivals(supply):
    """The instants at which a unit reaches a group that may draw on it, transfer included."""
    return {ready + source.delay(group) for source in supply.sources() for ready, _ in source.lots
            for group in supply.plan.groups.values() if source.delay(group) < NEVER}


def last_instant(supply):
    """The last arrival of a unit or end of a group's absence; none: the start."""
    plan = supply.plan
    ends = {absence.end for absence in plan.absences
            if absence.of in plan.groups and absence.end < NEVER}
    return max({0} | arrivals(supply) | ends)


class Share:
    """One service in the allotment: what it wants and what it got."""

    def __init__(self, service, time):
        self.service, self.time = service, time
        wants = service.begin <= time
        self.wanted = {group: number if wants else 0
                       for group, number in sorted(service.staff.items(),
                                                   key=lambda item: item[0].encode())}
        self.people = {group: {} for group in self.wanted}
        self.whole_at = None
        self.short_staff, self.short_types = {}, {}

    def at_level(self, level):
        """⌈level × people⌉ of every group."""
        return {group: math.ceil(level * number) for group, number in self.wanted.items()}

    def levels(self, most):
        """The levels at which the number of people changes, up to the most, and it."""
        steps = {Fraction(people, number) for number in self.wanted.values()
                 for people in range(number + 1) if number}
        return sorted({Fraction(0), most} | {level for level in steps if level < most})

    def got(self, group, time=NEVER):
        return sum(people for at, people in self.people[group].items() if at <= time)

    def rest(self, level):
        """Who is still missing for a level, counting all commitments."""
        return {group: max(0, people - self.got(group))
                for group, people in self.at_level(level).items()}

    def minimum(self):
        return self.at_level(self.service.mbco)


class Allotment:
    """The commitments of the whole plan; `at` is None without `--at`."""

    def __init__(self, supply, at):
        self.plan, self.at = supply.plan, at
        self.last = last_instant(supply) if at is None else at
        self.commitments = Commitments(supply)
        changes = set(absence_changes(self.plan, set(self.plan.groups)))
        self.instants = sorted(arrivals(supply) | changes)
        self.shares = [Share(service, self.time_of(service))
                       for service in self.plan.services.values()]
        self.shares.sort(key=self.urgency)
        self.idle = {}
        for share in self.shares:
            self.give_minimum(share)
        for share in self.shares:
            if share.whole_at is not None:
                self.give_full(share)
        for share in self.shares:
            if share.whole_at is None:
                self.give_what_fits(share, share.time)
        for group in sorted(self.plan.groups, key=str.encode):
            self.give_idle(group)

    def time_of(self, service):
        """D_s"""
        if self.at is not None:
            return self.at
        return self.last if service.deadline is None else service.deadline

    def urgency(self, share):
        service = share.service
        breach_at = NEVER if service.breach_at is None else service.breach_at
        return (self.plan.tiers.index(service.tier), service.deadline is None, share.time,
                breach_at, service.id.encode())

    def commit(self, share, more, time):
        self.commitments.commit(more, time)
        for group, people in more.items():
            if people:
                share.people[group][time] = share.people[group].get(time, 0) + people

    def commit_largest(self, share, most, time):
        level = largest(share.levels(most),
                        lambda level: self.commitments.feasible(share.rest(level), time))
        self.commit(share, share.rest(level), time)

    def give_minimum(self, share):
        """Steps 5 and 6."""
        mbco = share.service.mbco
        if self.commitments.feasible(share.minimum(), share.time):
            self.commit(share, share.minimum(), share.time)
            share.whole_at = share.time
            return
        self.note_shortage(share)
        self.commit_largest(share, mbco, share.time)
        if self.at is not None:
            return
        for time in self.instants:
            if time > share.time and self.commitments.feasible(share.rest(mbco), time):
                self.commit(share, share.rest(mbco), time)
                share.whole_at = time
                return
        self.commit_largest(share, mbco, max(share.time, self.last))

    def note_shortage(self, share):
        """What the service is short of for its minimum, given the commitments before it."""
        rest = {}
        for group, people in share.minimum().items():
            rest[group] = min(people, self.commitments.left_present(group, share.time))
            if people > rest[group]:
                share.short_staff[group] = people - rest[group]
        share.short_types = self.commitments.missing_units(rest, share.time)

    def give_full(self, share):
        """Step 7."""
        self.commit_largest(share, Fraction(1), share.whole_at)
        self.give_what_fits(share, share.whole_at)

    def give_what_fits(self, share, time):
        """Step 8, and the end of step 7: group by group as many as fit."""
        for group, number in share.wanted.items():
            more = self.commitments.most(group, number - share.got(group), time)
            self.commit(share, {group: more}, time)

    def give_idle(self, group):
        """Step 9: everyone present who serves none."""
        serving = sum(self.commitments.people[group].values())
        limit = max(0, self.commitments.present(group, self.last) - serving)
        self.idle[group] = self.commitments.most(group, limit, self.last)
        self.commitments.commit({group: self.idle[group]}, self.last)

    def equipped(self, group, time):
        """The allotment's people of a group by an instant."""
        return sum(people for at, people in self.commitments.people[group].items() if at <= time)


# ---- Level and verdict ----------------------------------------------------------------------

def level(share, up):
    """The level at D_s; of a service that is down that of its best running workaround."""
    time = max(0, share.time)  # before the start nothing else is down than at it
    if up[share.service.id] > time:
        return max((workaround.level for workaround in running(share.service, up, time)),
                   default=Fraction(0))
    return min((Fraction(share.got(group, share.time), number)
                for group, number in share.wanted.items() if number), default=Fraction(1))


def minimum_at(share, up, at):
    """t_s, not before the service is up or covered for good; None: never, or not by `--at`."""
    if share.whole_at is None:
        return None
    covered = covered_from(share.service, up)
    time = share.whole_at if covered == 0 else max(share.whole_at, covered)
    return None if time == NEVER or at is not None and time > at else time


def verdict(service, reached, at):
    if at is not None:
        return "ok" if reached is not None else "late"
    if service.deadline is None or reached is not None and reached <= service.deadline:
        return "ok"
    if reached is None:
        return "breach"
    return "late" if service.breach_at is None or reached <= service.breach_at else "breach"


def number(value):
    """Exact shares as JSON writes them."""
    return int(value) if value == int(value) else float(value)


def service_row(plan, share, up, at):
    service = share.service
    reached = minimum_at(share, up, at)
    down = [] if is_covered(service, up, max(0, share.time)) else [service.id]
    return {
        "id": service.id, "tier": service.tier, "mbco": number(service.mbco),
        "at": plan.iso(share.time), "level": number(level(share, up)),
        "minimum_at": plan.iso(reached), "verdict": verdict(service, reached, at),
        "limited_by": list(share.short_staff) + list(share.short_types) + down,
        "short": [{"staff": group, "people": people}
                  for group, people in share.short_staff.items()]
        + [{"type": kind, "units": units} for kind, units in share.short_types.items()],
        "staff": [{"id": group, "wanted": wanted, "minimum": share.minimum()[group],
                   "equipped": share.got(group, share.time)}
                  for group, wanted in share.wanted.items()]}


def gap_report(supply, at=None):
    """The whole answer of `gap-report`, and its exit status."""
    plan = supply.plan
    time = report_instant(supply) if at is None else at
    report = figures_report(supply, time, at is not None)
    allotment = Allotment(supply, at)
    rows = [service_row(plan, share, supply.up, at) for share in allotment.shares]
    report["services"] = sorted(rows, key=lambda row: row["id"].encode())
    failing = [row["id"] for row in report["services"] if row["verdict"] != "ok"]
    report["headline"]["services"] = failing
    for row in report["staff"]:
        row["equipped"] = allotment.equipped(row["id"], time)
    missing = any(row["gap_minimum"] for row in report["types"])
    report["status"] = 1 if failing or missing else 0
    return report
