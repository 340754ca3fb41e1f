"""From which instant on is each node up?  (docs/meaning.md §1, §2, as the gap report uses them.)

An outage names what is down: nothing (the default), `--fail` some nodes, or everything (cold start).
What a task enables is down as well, until the task ends.  What still runs without all of these has
up = 0, loops included; the others come back as early as what they require allows.
"""
from dataclasses import dataclass, field

from plan_reader import NEVER
from tasks import enabled_at


@dataclass
class Outage:
    failed: set = field(default_factory=set)
    cold_start: bool = False


def ready(requirement, up):
    """The instant at which a requirement is met: k-th smallest of its parts."""
    if isinstance(requirement, str):
        return up[requirement]
    _, k, parts = requirement
    return sorted(ready(part, up) for part in parts)[k - 1]


def ready_all(requirements, up):
    """The instant at which all of a list of requirements are met; 0 where there is none."""
    return max((ready(item, up) for item in requirements), default=0)


def running_nodes(nodes, down):
    """The greatest set of nodes not down whose requirements are met within it: a loop runs on."""
    up = {id: NEVER if id in down else 0 for id in nodes}
    changed = True
    while changed:
        changed = False
        for id, node in nodes.items():
            if up[id] == 0 and ready_all(node.requires, up) == NEVER:
                up[id], changed = NEVER, True
    return {id for id in nodes if up[id] == 0}


def up_times(plan, outage):
    """{node: up}: begun with *never* for all that does not run, brought forward until nothing changes.

    A cycle without a way in from outside therefore stays *never*.
    """
    available = enabled_at(plan)
    down = outage.failed | {id for id, at in available.items() if at > 0}
    running = set() if outage.cold_start else running_nodes(plan.nodes, down & set(plan.nodes))
    up = {id: 0 if id in running else NEVER for id in plan.nodes}
    changed = True
    while changed:
        changed = False
        for id, node in plan.nodes.items():
            if id in running:
                continue
            pays = outage.cold_start or id in outage.failed
            recovery = node.recovery if pays else 0
            start = max(ready_all(node.requires, up), available.get(id, 0), plan.clock if recovery else 0)
            if start + recovery < up[id]:
                up[id], changed = start + recovery, True
    return up
