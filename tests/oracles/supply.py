"""Which people are present, and which units are there from when on?  (docs/meaning.md §4, "Supply".)"""
import math
from dataclasses import dataclass
from fractions import Fraction

from opening_hours import HORIZONS, OpenTime, is_open
from plan_reader import NEVER, ratio
from recovery import up_times


# ---- People ---------------------------------------------------------------------------------

def absent(plan, of, whole, time):
    """How many of a group or team its own absences take at an instant; they hold [from, until)."""
    return sum(absence.size(whole) for absence in plan.absences
               if absence.of == of and absence.begin <= time < absence.end)


def present(plan, group, time):
    """People of a group who are there at an instant."""
    return max(0, group.headcount - absent(plan, group.id, group.headcount, time))


def team_present(plan, team, time):
    """Members there: less the share of its group that is absent, rounded up, and its own absences."""
    lost = 0
    if team.group and plan.groups[team.group].headcount:
        group = plan.groups[team.group]
        away = group.headcount - present(plan, group, time)
        lost = math.ceil(Fraction(team.members * away, group.headcount))
    return max(0, team.members - lost - absent(plan, team.id, team.members, time))


def absence_changes(plan, ids):
    """The instants at which absences of the groups or teams named begin or end."""
    return sorted({at for absence in plan.absences if absence.of in ids
                   for at in (absence.begin, absence.end) if 0 < at < NEVER})


# ---- What each type is wanted for -----------------------------------------------------------

def needs_type(plan, service, kind):
    """Whether any alternative of any of the service's groups needs the type."""
    return any(alternative.get(kind, 0) > 0 for id, number in service.staff.items() if number > 0
               for alternative in plan.groups[id].alternatives)


def earliest_deadline(plan, kind):
    """The earliest deadline of a service that needs the type."""
    return min((service.deadline for service in plan.services.values()
                if service.deadline is not None and needs_type(plan, service, kind)), default=NEVER)


# ---- Preparation ----------------------------------------------------------------------------

class Crew:
    """How many members of a team work at an instant, and when that changes next."""

    def __init__(self, plan, team, horizon):
        intervals = OpenTime(plan, [team.calendar] if team.calendar else []).until(horizon)
        changes = {at for interval in intervals for at in interval if at < NEVER}
        changes |= set(absence_changes(plan, {team.id, team.group}))
        self.changes = sorted(changes)
        self.sizes = {}
        for at in [0] + self.changes:
            self.sizes[at] = team_present(plan, team, at) if is_open(intervals, at) else 0
        self.size = self.sizes[0]
        self.passed = 0

    def advance(self, time):
        while self.passed < len(self.changes) and self.changes[self.passed] <= time:
            self.size = self.sizes[self.changes[self.passed]]
            self.passed += 1

    def next_change(self):
        return self.changes[self.passed] if self.passed < len(self.changes) else NEVER


@dataclass
class Batch:
    """The units of one pool that wait to be prepared."""
    pool: object
    at_hand: float
    left: int
    finished: list


def prepare(crew, batches):
    """Lets a crew prepare batches, given in their order of urgency; fills in `finished`.

    `begun` holds the units begun and not finished, the earliest begun first: as many of them as
    there are members at work go on, the last wait, and a new one begins only when none waits.
    """
    time, begun = 0, []
    while begun or any(batch.left for batch in batches):
        crew.advance(time)
        for batch in batches:
            while batch.left and batch.at_hand <= time and len(begun) < crew.size:
                batch.left -= 1
                begun.append([batch.pool.preparation, batch])
        running = begun[:crew.size]
        arrivals = [batch.at_hand for batch in batches if batch.left and batch.at_hand > time]
        ends = [time + unit[0] for unit in running]
        later = min([crew.next_change()] + arrivals + ends)
        if later == NEVER:
            return
        for unit in running:
            unit[0] -= later - time
            if unit[0] == 0:
                unit[1].finished.append(later)
        begun = [unit for unit in begun if unit[0]]
        time = later


def prepared_times(plan, at_hand):
    """{pool: when each of its units is prepared, in order}; units that never are, are left out."""
    times = {}
    for pool in plan.pools.values():
        arrives = at_hand[pool.id] < NEVER
        times[pool.id] = [at_hand[pool.id]] * pool.count if arrives and not pool.preparation else []
    for team in plan.teams.values():
        pools = [pool for pool in plan.pools.values()
                 if pool.team == team.id and pool.preparation and at_hand[pool.id] < NEVER]
        pools.sort(key=lambda pool: (earliest_deadline(plan, pool.type), pool.preparation,
                                     pool.id.encode()))
        for horizon in HORIZONS if pools else []:
            batches = [Batch(pool, at_hand[pool.id], pool.count, []) for pool in pools]
            prepare(Crew(plan, team, horizon), batches)
            if all(len(batch.finished) == batch.pool.count for batch in batches):
                break
        times |= {batch.pool.id: batch.finished for batch in batches} if pools else {}
    return times


def usable_times(pool, prepared):
    """When each usable unit is there: the j-th with the first n for which ⌊n × yield⌋ ≥ j; the last
    are kept back as the reserve."""
    whole = math.floor(pool.count * pool.usable_share)
    kept = reserve(pool, whole)
    usable = []
    for n, time in enumerate(prepared, 1):
        usable += [time] * (math.floor(n * pool.usable_share) - len(usable))
    return usable[:max(0, whole - kept)]


def reserve(pool, whole):
    """A count, or a share of the usable units rounded up."""
    if pool.reserve is None:
        return 0
    if pool.reserve.isdigit():
        return int(pool.reserve)
    return math.ceil(whole * ratio(pool.reserve))


# ---- All of it ------------------------------------------------------------------------------

@dataclass
class Source:
    """Where units of a type come from: a pool, a node that provides, or a group that gives."""
    id: str
    type: str
    lots: list             # of (ready, units) by ready
    pool: object = None    # None: anyone may draw on it

    def delay(self, group):
        """The transfer to a group; NEVER where it may not draw on the source."""
        if self.pool is None:
            return 0
        if self.pool.only_for is not None and group.id not in self.pool.only_for:
            return NEVER
        elsewhere = self.pool.site and group.site and self.pool.site != group.site
        return self.pool.transfer if elsewhere else 0

    @property
    def units(self):
        return sum(units for _, units in self.lots)

    def row(self, plan):
        return {"id": self.id, "type": self.type, "units": self.units,
                "first": plan.iso(self.lots[0][0]), "last": plan.iso(self.lots[-1][0])}


def lots_of(times):
    return [(time, times.count(time)) for time in sorted(set(times))]


def held(plan, group, kind, time):
    """What a group has in hand: what absent people hold is away with them."""
    if not group.headcount:
        return Fraction(0)
    return group.equipped.get(kind, 0) * Fraction(present(plan, group, time), group.headcount)


def need_of_one(plan, group, kind, alternative=0):
    """Units that one person of the group needs, shared with those who work at other times."""
    return group.alternatives[alternative].get(kind, 0) * plan.concurrency[kind]


def surplus(plan, group, kind, time):
    """Units that a group with `reassign` gives: ⌊held − full need⌋."""
    if not group.reassign:
        return 0
    need = present(plan, group, time) * need_of_one(plan, group, kind)
    return max(0, math.floor(held(plan, group, kind, time) - need))


class Supply:
    """All sources of a plan.  A source without a unit, ever, is left out."""

    def __init__(self, plan, outage):
        self.plan = plan
        self.up = up_times(plan, outage)
        at_hand = {id: max(pool.lead_time, self.up[id]) for id, pool in plan.pools.items()}
        prepared = prepared_times(plan, at_hand)
        self.pools = [Source(id, pool.type, lots_of(usable_times(pool, prepared[id])), pool)
                      for id, pool in plan.pools.items()]
        self.provided = [Source(id, kind, [(self.up[id], units)])
                         for id, node in plan.nodes.items() for kind, units in node.provides.items()
                         if units and self.up[id] < NEVER]
        self.pools = [source for source in self.pools if source.lots]

    def given(self, time):
        """What groups give of their surplus at an instant, each at once."""
        given = [Source(id, kind, [(time, surplus(self.plan, group, kind, time))])
                 for id, group in self.plan.groups.items() for kind in group.equipped]
        return [source for source in given if source.units]

    def sources(self):
        """All sources as the allotment draws on them: the surplus is that of the start."""
        return self.pools + self.provided + self.given(0)

    def rows(self):
        rows = [source.row(self.plan) for source in self.sources()]
        return sorted(rows, key=lambda row: (row["id"].encode(), row["type"].encode()))
