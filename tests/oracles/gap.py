"""How many units are missing at an instant?  (docs/meaning.md §4: `types` and `headline`.)"""
import math
from fractions import Fraction

from flow import most_met
from supply import held, need_of_one, present


def begun(plan, time):
    """The services that have begun to be needed by an instant."""
    return [service for service in plan.services.values() if service.begin <= time]


def due(plan, time):
    """The services whose deadline is not after an instant."""
    return [service for service in plan.services.values()
            if service.deadline is not None and service.deadline <= time]


def wanted(services, group):
    """People of a group at the full level of some services."""
    return sum(service.staff.get(group, 0) for service in services)


def minimum(services, group):
    """People of a group at the minimum level of some services."""
    return sum(math.ceil(service.mbco * service.staff.get(group, 0)) for service in services)


class Instant:
    """The figures of all types at one instant; `minimum_of`: whose minimum counts."""

    def __init__(self, supply, time, minimum_of):
        self.plan, self.supply, self.time = supply.plan, supply, time
        groups = self.plan.groups.values()
        self.present = {group.id: present(self.plan, group, time) for group in groups}
        self.of_services = self.capped(wanted, begun(self.plan, time))
        self.of_minimum = self.capped(minimum, minimum_of)
        self.given = supply.given(time)

    def capped(self, people, services):
        return {id: min(number, people(services, id)) for id, number in self.present.items()}

    def ready_by(self, source, group=None):
        """Units of a source that are there by the instant; with a group, in that group's hands."""
        delay = source.delay(group) if group else 0
        return sum(units for ready, units in source.lots if ready + delay <= self.time)

    def figures(self, kind):
        """All figures of a type."""
        result = {}
        pools = [source for source in self.supply.pools + self.given if source.type == kind]
        provided = [source for source in self.supply.provided if source.type == kind]
        result["obtainable"] = sum(map(self.ready_by, pools))
        full = self.measure(kind, self.present, pools, provided, result["obtainable"])
        services = self.measure(kind, self.of_services, pools, provided, result["obtainable"])
        least = self.measure(kind, self.of_minimum, pools, provided, result["obtainable"])
        result |= full | {"needed_services": services["needed"], "gap_services": services["gap"]}
        return result | {name + "_minimum": figure for name, figure in least.items()}

    def measure(self, kind, people, pools, provided, obtainable):
        """needed, in_hand, gap and out_of_reach for so many people of each group."""
        groups = list(self.plan.groups.values())
        needs = [people[group.id] * need_of_one(self.plan, group, kind) for group in groups]
        lacks = [max(Fraction(0), need - held(self.plan, group, kind, self.time))
                 for group, need in zip(groups, needs)]
        rest = math.ceil(sum(lacks) - sum(map(self.ready_by, provided)))
        gap = self.gap(groups, lacks, pools + provided)
        return {"needed": math.ceil(sum(needs)),
                "in_hand": math.ceil(sum(needs)) - max(0, rest),
                "gap": gap, "out_of_reach": gap - max(0, rest - obtainable)}

    def gap(self, groups, lacks, sources):
        """The fewest units, usable by anyone, that must be added: what no flow brings, rounded up.

        Where everyone may draw on everything this is max(0, ⌈R⌉ − obtainable).
        """
        lots = [(units, tuple(ready + source.delay(group) <= self.time for group in groups))
                for source in sources for ready, units in source.lots]
        met = most_met(lots, lacks)
        return math.ceil(sum(lacks) - met)


# ---- The report's instant -------------------------------------------------------------------

def last_ready(supply):
    """When all pools are ready; the start, where there is none."""
    return max((source.lots[-1][0] for source in supply.pools), default=0)


def report_instant(supply):
    """The first milestone, else the first deadline, at which a minimum is missing; none: the last
    milestone, the last deadline, or when all pools are ready."""
    plan = supply.plan
    milestones = sorted(plan.milestones.values())
    deadlines = sorted(service.deadline for service in plan.services.values()
                       if service.deadline is not None)
    for time in milestones + deadlines:
        instant = Instant(supply, time, due(plan, time))
        if any(instant.figures(kind)["gap_minimum"] for kind in plan.concurrency):
            return time
    for times in (milestones, deadlines):
        if times:
            return times[-1]
    return last_ready(supply)


def type_rows(supply, time, at_given):
    """One row a type, with its figures at the report's instant and at every milestone."""
    plan = supply.plan
    here = Instant(supply, time, begun(plan, time) if at_given else due(plan, time))
    there = {id: Instant(supply, at, due(plan, at)) for id, at in plan.milestones.items()}
    by_id = sorted(there, key=str.encode)
    return [{"type": kind, "at": plan.iso(time), **here.figures(kind),
             "milestones": [{"id": id, "at": plan.iso(there[id].time), **there[id].figures(kind)}
                            for id in by_id]}
            for kind in sorted(plan.concurrency, key=str.encode)]


def share(part, whole):
    return Fraction(part, whole) if whole else Fraction(0)


def headline(rows, at):
    """The type with the largest gap_minimum / needed_minimum, then gap / needed, then id."""
    missing = [row for row in rows if row["gap"] or row["gap_minimum"]]
    if not missing:
        return {"at": at, "type": None, "gap": 0, "gap_minimum": 0}
    row = min(missing, key=lambda row: (-share(row["gap_minimum"], row["needed_minimum"]),
                                        -share(row["gap"], row["needed"]), row["type"].encode()))
    return {"at": at, "type": row["type"], "gap": row["gap"], "gap_minimum": row["gap_minimum"]}


def staff_rows(plan, time, at_given):
    """One row a group at the report's instant, without `equipped`, which the allotment says."""
    minimum_of = begun(plan, time) if at_given else due(plan, time)
    return [{"id": id, "headcount": group.headcount, "present": present(plan, group, time),
             "wanted": wanted(begun(plan, time), id), "minimum": minimum(minimum_of, id)}
            for id, group in sorted(plan.groups.items(), key=lambda item: item[0].encode())]


def figures_report(supply, time, at_given):
    """headline (but its services), types, staff (but equipped) and sources."""
    rows = type_rows(supply, time, at_given)
    return {"headline": headline(rows, supply.plan.iso(time)), "types": rows,
            "staff": staff_rows(supply.plan, time, at_given), "sources": supply.rows()}
