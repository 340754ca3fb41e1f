"""When is each service up again, what decides it, and which nodes have time to spare?  (§1)"""
from coverage import cover_as_planned, limit, runs, verdict
from plan_reader import NEVER
from settling import Settling


def number(time):
    return None if time is None or time == NEVER else time


def path(settling, id):
    """From a node to the one that waits for nothing."""
    if settling.up[id] == NEVER:
        return []
    if settling.start(id) == settling.clock(id):
        return [id]
    deciding = [other for other in settling.used_by(id) if settling.up[other] == settling.start(id)]
    return [id] + path(settling, min(deciding))


# ---- Slack ----------------------------------------------------------------------------------

def delayed(settling, slow, delay):
    """`up` of each node when one is up so much later, every node waiting for those that it uses."""
    up = {id: 0 if id in settling.running else NEVER for id in settling.plan.nodes}
    for id in settling.order:
        if id not in settling.running:
            waits = max((up[other] for other in settling.used_by(id)), default=0)
            up[id] = max(waits, settling.clock(id)) + settling.recovery(id)
        up[id] += delay if id == slow else 0
    return up


def bounds(settling):
    """[(node, latest `up` that worsens no verdict, the service)] of all services that set a limit."""
    found = []
    for service in settling.plan.services.values():
        kept = limit(service, settling.up)
        if kept is None:
            continue
        covers = cover_as_planned(service, settling.up)
        end = runs(covers[-1][0], settling.up)[1] if covers else kept
        found.append((service.id, end, service.id))
        found += [(id, since, workaround.id) for workaround, since in covers
                  for id in settling.carriers_of_all(workaround.needs)]
    return found


def slack(settling, id, limits):
    """The longest delay under which all limits hold, by trying; None: there is no limit.

    A delay past the last limit breaks any limit that it touches; of two delays the longer breaks
    what the shorter breaks, so halving finds the longest.
    """
    def holds(delay):
        up = delayed(settling, id, delay)
        return all(up[node] <= latest for node, latest, _ in limits)

    if settling.up[id] == NEVER or id in settling.running:
        return None
    too_long = max((latest for _, latest, _ in limits if latest < NEVER), default=0) + 1
    if holds(too_long):
        return None
    longest = 0
    assert holds(longest), id
    while too_long - longest > 1:
        middle = (longest + too_long) // 2
        longest, too_long = (middle, too_long) if holds(middle) else (longest, middle)
    return longest


# ---- The answer -----------------------------------------------------------------------------

def covered_by(service, up):
    """Workarounds that begin before the service is up and before their window ends."""
    rows = []
    for workaround in sorted(service.workarounds, key=lambda it: it.id):
        begin, end = runs(workaround, up)
        if workaround.level >= service.mbco and begin < up[service.id] and begin < end:
            rows.append({"workaround": workaround.id, "from_s": begin, "until_s": number(end)})
    return rows


def service_row(settling, service):
    up = settling.up[service.id]
    margin = None if up == NEVER or service.rto is None else service.rto_at - up
    return {"id": service.id, "tier": service.tier, "up_s": number(up), "rto_s": service.rto,
            "mtpd_s": service.mtpd, "margin_s": margin, "verdict": verdict(service, settling.up),
            "path": path(settling, service.id), "covered_by": covered_by(service, settling.up)}


def critical_path(plan, failed=(), only=None):
    """(answer, exit status, the settling); `only` lists one service."""
    settling = Settling(plan, failed)
    limits = bounds(settling)
    services = [service_row(settling, plan.services[id]) for id in sorted(plan.services)
                if only in (None, id)]
    nodes = [{"id": id, "kind": plan.nodes[id].kind, "up_s": number(settling.up[id]),
              "slack_s": slack(settling, id, limits)} for id in sorted(plan.nodes)]
    status = int(any(row["verdict"] != "ok" for row in services))
    return {"services": services, "nodes": nodes}, status, settling
