"""When does a service, or a workaround in its place, run?  (docs/meaning.md §1)"""
from plan_reader import NEVER
from recovery import ready_all


def runs(workaround, up):
    """[from, until) in which a workaround runs."""
    return (max(workaround.ready, ready_all(workaround.needs, up)),
            workaround.ready + workaround.lasts)


def running(service, up, time):
    """The workarounds that run at an instant."""
    return [workaround for workaround in service.workarounds
            if runs(workaround, up)[0] <= time < runs(workaround, up)[1]]


def covering(service, up, time):
    """Those of them that count: of a level of the MBCO or more."""
    return [workaround for workaround in running(service, up, time)
            if workaround.level >= service.mbco]


def covered_from(service, up):
    """The instant from which the service is up or covered for good; NEVER where it is not."""
    spans = [runs(workaround, up) for workaround in service.workarounds
             if workaround.level >= service.mbco]
    since = up[service.id]
    while any(begin < since <= end for begin, end in spans):
        since = min(begin for begin, end in spans if begin < since <= end)
    return since


def is_covered(service, up, time):
    """Whether it is up, or a workaround of level ≥ MBCO runs, at an instant."""
    return up[service.id] <= time or bool(covering(service, up, time))


def changes(service, up):
    """Every instant at which it may begin or cease to be covered; nothing changes after the last."""
    instants = {0, up[service.id]}
    for workaround in service.workarounds:
        instants.update(runs(workaround, up))
    return sorted(instants - {NEVER})


def is_uncovered_after(service, up, limit):
    """Whether it is uncovered at some instant from the limit on."""
    instants = [limit] + [time for time in changes(service, up) if time > limit]
    return not all(is_covered(service, up, time) for time in instants)


def verdict(service, up):
    """ok, late or breach; a service without a limit is ok."""
    limits = [service.rto_at, service.breach_at]
    is_lost = not is_covered(service, up, changes(service, up)[-1])
    if is_lost and limits != [None, None]:
        return "breach"
    if service.breach_at is not None and is_uncovered_after(service, up, service.breach_at):
        return "breach"
    if service.rto_at is not None and is_uncovered_after(service, up, service.rto_at):
        return "late"
    return "ok"


def limit(service, up):
    """The limit that the service keeps, so that a delay must not pass it; None: there is none."""
    kept = {"ok": [service.rto_at, service.breach_at], "late": [service.breach_at], "breach": []}
    return min((time for time in kept[verdict(service, up)] if time is not None), default=None)


def cover_as_planned(service, up):
    """[(workaround, instant from which it covers)] from the limit on until the service is up: at each
    instant the one that ends last, of these the smallest id.  Of a service that is never up it is the
    last one that never ends."""
    time, used = limit(service, up), []
    if time is None:
        return []
    while time < up[service.id]:
        best = min(covering(service, up, time), key=lambda it: (-runs(it, up)[1], it.id))
        used.append((best, time))
        time = runs(best, up)[1]
    return used
