"""In which order do nodes come back, and what carries each of them?  (docs/meaning.md §1)

The text taken by the word: again and again, of the nodes not settled yet, the one that is up first
is settled.  Every candidate is looked at anew each time; nothing is remembered but the order.
"""
from plan_reader import NEVER
from recovery import ready, ready_all, running_nodes


class Settling:
    """`up` of each node, the `order` of settling, what still runs, and what each uses as planned.

    `failed` are the nodes that are down; without any everything is.  All tasks count as done.
    """

    def __init__(self, plan, failed=()):
        self.plan, self.failed = plan, set(failed)
        self.running = running_nodes(plan.nodes, self.failed) if failed else set()
        self.order = sorted(self.running)
        self.up = {id: 0 if id in self.running else NEVER for id in plan.nodes}
        while len(self.order) < len(plan.nodes):
            time, id = min((self.up_now(id), id) for id in plan.nodes if id not in self.order)
            if time == NEVER:
                break
            self.up[id] = time
            self.order.append(id)

    def recovery(self, id):
        """What a node pays; what merely waits for those that failed resumes at once."""
        return self.plan.nodes[id].recovery if not self.failed or id in self.failed else 0

    def clock(self, id):
        """The earliest instant at which its recovery may begin."""
        return self.plan.clock if self.recovery(id) > 0 else 0

    def up_now(self, id):
        """When a node is up, counting with the nodes settled by now only."""
        waits = ready_all(self.plan.nodes[id].requires, self.up)
        return max(waits, self.clock(id)) + self.recovery(id)

    def start(self, id):
        return self.up[id] - self.recovery(id)

    # ---- As planned -------------------------------------------------------------------------

    def place(self, requirement):
        """At which place of the order a requirement came to be met."""
        places = {id: place for place, id in enumerate(self.order)}
        return ready(requirement, {id: places.get(id, NEVER) for id in self.plan.nodes})

    def carriers(self, requirement):
        """The nodes that carry a requirement: of a group the k items met first, then written first."""
        if isinstance(requirement, str):
            return {requirement}
        _, k, parts = requirement
        first = sorted(range(len(parts)), key=lambda index: (self.place(parts[index]), index))[:k]
        return {id for index in first for id in self.carriers(parts[index])}

    def carriers_of_all(self, requirements):
        return {id for item in requirements for id in self.carriers(item)}

    def used_by(self, id):
        """The nodes that a node uses: none where it never comes back, or never went."""
        if id in self.running or self.up[id] == NEVER:
            return set()
        return self.carriers_of_all(self.plan.nodes[id].requires)
