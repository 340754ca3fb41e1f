"""How much of the demands can lots meet, where not everyone may draw on everything?"""


def most_met(lots, demands):
    """The largest total that flows from lots to demands (a list of amounts).

    A lot is (amount, reach), where `reach` tells for each demand whether it may draw on the lot;
    lots that reach the same count as one.  Ford and Fulkerson: as long as a demand that is not met
    can be reached from a lot with something left, over what is allowed forwards and what flows
    already backwards, as much as fits flows along that path.
    """
    together = {}
    for amount, reach in lots:
        together[reach] = together.get(reach, 0) + amount
    left, missing = list(together.values()), list(demands)
    allowed = [[demand for demand, reached in enumerate(reach) if reached] for reach in together]
    flow = [[0] * len(demands) for _ in left]
    while True:
        path = augmenting_path(left, missing, allowed, flow)
        if path is None:
            return sum(demands) - sum(missing)
        amount = min([left[path[0]], missing[path[-1]]]
                     + [flow[path[i + 1]][path[i]] for i in range(1, len(path) - 1, 2)])
        for i, step in enumerate(path[:-1]):
            if i % 2 == 0:
                flow[step][path[i + 1]] += amount
            else:
                flow[path[i + 1]][step] -= amount
        left[path[0]] -= amount
        missing[path[-1]] -= amount


def augmenting_path(left, missing, allowed, flow):
    """Lot, demand, lot, … demand: a shortest path, or None."""
    paths = [[lot] for lot, amount in enumerate(left) if amount]
    seen_lots, seen_demands = {path[0] for path in paths}, set()
    for path in paths:
        for demand in allowed[path[-1]]:
            if demand in seen_demands:
                continue
            seen_demands.add(demand)
            if missing[demand]:
                return path + [demand]
            for lot in range(len(left)):
                if flow[lot][demand] and lot not in seen_lots:
                    seen_lots.add(lot)
                    paths.append(path + [demand, lot])
    return None
