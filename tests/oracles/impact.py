"""What stops if something fails?  (docs/meaning.md §2)"""
from recovery import running_nodes


def named(requirement):
    """Every node that a requirement names, alternatives included."""
    if isinstance(requirement, str):
        return {requirement}
    return {id for part in requirement[2] for id in named(part)}


def required(node):
    return {id for item in node.requires for id in named(item)}


def lost(plan, failed):
    """All that stops but what failed."""
    return sorted(set(plan.nodes) - running_nodes(plan.nodes, failed) - failed)


def impact(plan, failed):
    """(answer, exit status)"""
    stopped = lost(plan, failed)
    down = failed | set(stopped)
    rows = [{"id": id, "kind": plan.nodes[id].kind,
             "because": sorted(required(plan.nodes[id]) & down)} for id in stopped]
    status = int(any(id in plan.services for id in stopped))
    return {"failed": sorted(failed), "lost": rows}, status


def weight(plan, service):
    """10 for each tier below that of the service, multiplied."""
    return 10 ** (len(plan.tiers) - 1 - plan.tiers.index(service.tier))


def impact_of_each(plan):
    """(answer, exit status)"""
    rows = []
    for id in sorted(plan.nodes):
        services = [other for other in lost(plan, {id}) if other in plan.services]
        rows.append({"id": id, "lost_services": services,
                     "weight": sum(weight(plan, plan.services[other]) for other in services)})
    return {"nodes": rows}, 0
