"""What do the services ask of every node?  (docs/meaning.md §3)"""
from critical_path import number
from impact import required
from plan_reader import NEVER
from settling import Settling

MOST_REASONS = 10


def chains(settling, users, id):
    """(the node at the top, the recoveries above this one) of every chain in use that begins here."""
    yield id, 0
    for user in users[id]:
        for top, above in chains(settling, users, user):
            yield top, above + settling.recovery(user)


def by_rto(settling, users, id):
    """(required RTO, the services that set it): over all chains, the RTO less the recoveries above."""
    if settling.up[id] == NEVER:
        return None, set()
    asked = [(settling.plan.services[top].rto_at - above, top)
             for top, above in chains(settling, users, id)
             if top in settling.plan.services and settling.plan.services[top].rto is not None]
    least = min((time for time, _ in asked), default=None)
    return least, {top for time, top in asked if time == least}


def hanging_on(plan, id):
    """The node, and all from which a chain of requirements leads to it."""
    found, before = {id}, None
    while found != before:
        before = set(found)
        found |= {other for other, node in plan.nodes.items() if required(node) & found}
    return found


def by_rpo(plan, id):
    """(required RPO, the services that set it)"""
    asked = {other: plan.services[other].rpo for other in hanging_on(plan, id)
             if other in plan.services and plan.services[other].rpo is not None}
    least = min(asked.values(), default=None)
    return least, {other for other, rpo in asked.items() if rpo == least}


def reasons(plan, ids):
    """(the services of the most urgent tiers, how many more)"""
    ordered = sorted(ids, key=lambda id: (plan.tiers.index(plan.services[id].tier), id))
    return ordered[:MOST_REASONS], max(0, len(ordered) - MOST_REASONS)


def entity(settling, users, id):
    plan, node = settling.plan, settling.plan.nodes[id]
    rto, rto_set_by = by_rto(settling, users, id)
    rpo, rpo_set_by = by_rpo(plan, id)
    because, because_more = reasons(plan, rto_set_by)
    rpo_because, rpo_because_more = reasons(plan, rpo_set_by)
    return {"id": id, "kind": node.kind, "up_s": number(settling.up[id]), "required_rto_s": rto,
            "because": because, "because_more": because_more, "rpo_s": node.backup_every,
            "required_rpo_s": rpo, "rpo_because": rpo_because, "rpo_because_more": rpo_because_more}


def bia(plan, failed=(), only=None):
    """(answer, exit status, the settling); `only` lists one service and what it hangs on."""
    settling = Settling(plan, failed)
    users = {id: [other for other in plan.nodes if id in settling.used_by(other)]
             for id in plan.nodes}
    services = [{"id": id, "tier": it.tier, "mtpd_s": it.mtpd, "rto_s": it.rto, "rpo_s": it.rpo,
                 "mbco": it.mbco} for id, it in sorted(plan.services.items())
                if only in (None, id)]
    entities = [entity(settling, users, id) for id in sorted(plan.nodes)
                if only is None or only in hanging_on(plan, id)]
    status = int(any(row["required_rto_s"] is not None and row["up_s"] > row["required_rto_s"]
                     for row in entities))
    return {"services": services, "entities": entities}, status, settling
