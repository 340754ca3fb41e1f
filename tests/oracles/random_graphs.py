"""Small random plans of nodes that require each other, and a list of what each of them exercises.

Recoveries and limits are few and small, so that nodes are often up at one instant, and services often
up just when they must be.
"""
from dice import Dice

IDS = ["a-9", "b", "b.2", "bank", "d0", "d1", "k", "m-1", "m.2", "power", "q", "s1", "s10",
       "s2", "t", "z"]
HOURS = [0.5, 1, 1, 2, 2, 3, 5]
LIMITS = [1, 2, 3, 3.5, 4, 5, 6, 8, 12]
MANY = 12


class Writer(Dice):
    """Writes one plan and a command line; the methods draw in a fixed order."""

    def __init__(self, seed):
        super().__init__(seed)
        self.document = {}
        self.ids = self.random.sample(IDS, len(IDS))
        self.nodes = {}         # id: entity, in an order in which most requirements point backwards
        self.of = {}            # section: ids

    # ---- Values -----------------------------------------------------------------------------

    def points(self):
        """A recovery: of three points, of one, of none at all."""
        if self.chance(0.2, "recovery of three points"):
            low, likely, high = sorted(self.random.choice([0, 1, 2, 3, 4]) for _ in range(3))
            return {"min": f"{low}h", "likely": f"{likely}h", "max": f"{high}h"}
        if self.chance(0.15, "recovery of 0 in writing"):
            return "0s"
        return self.duration(*HOURS)

    def moment(self):
        return self.one_of(["+1h", "+2h", "+150m", "monday", "2020-03-14T10:00",
                            "2020-03-14T09:30+01:00"])

    # ---- Requirements -----------------------------------------------------------------------

    def items(self, ids, number, depth=0):
        """About so many requirements of one list: no id twice in it, but again in a nested group."""
        left, written = self.random.sample(ids, len(ids)), []
        for _ in range(number):
            if depth < 3 and self.chance(0.4 - 0.1 * depth):
                written.append(self.group(ids, depth + 1))
            elif left:
                written.append(left.pop())
        return written

    def group(self, ids, depth):
        parts = self.items(ids, self.random.randint(2, 3), depth)
        if depth > 1:
            self.features.add("group within a group")
        kind = self.one_of(["any_of", "any_of", "all_of", "at_least"])
        if kind != "at_least":
            self.features.add(kind)
            return {kind: parts}
        number = self.random.randint(1, len(parts))
        if 1 < number < len(parts):
            self.features.add("vote")
        return {"at_least": str(number), "of": parts}

    def requirements(self, own, most=2):
        """What a node requires: mostly of those before it, sometimes of any, so that loops come up."""
        before = list(self.nodes)[:list(self.nodes).index(own)]
        others = [id for id in self.nodes if id != own] if self.chance(0.35) else before
        return self.items(others, self.random.randint(0, most)) if others else []

    # ---- Nodes ------------------------------------------------------------------------------

    def take(self, section, least, most):
        ids = [self.ids.pop() for _ in range(self.random.randint(least, most))]
        self.of[section] = ids
        for id in ids:
            self.nodes[id] = {}

    def recover(self, entity):
        if self.chance(0.7):
            entity["recovery"] = self.points()
        if self.chance(0.25, "tested"):
            entity["tested"] = {"recovery": self.duration(*HOURS), "on": "2020-01-07"}

    def backups(self):
        for id in self.of["applications"] + self.of["infrastructure"]:
            if self.chance(0.4, "backup"):
                self.nodes[id]["backup"] = {"every": self.duration(1, 4, 24)}

    def groups(self):
        self.document["profiles"] = {"at-home": {"remote": "true"}, "at-desk": {"remote": "false"}}
        for id in self.of["staff"]:
            group = self.nodes[id]
            group["headcount"] = "9"
            if self.of["sites"] and self.chance(0.7):
                group["site"] = self.one_of(self.of["sites"])
                profile = self.one_of(["at-home", "at-desk", None])
                if profile:
                    group["profile"] = profile
                self.features.add("site of a remote group" if profile == "at-home"
                                  else "site of a group at its desk")

    def pools(self):
        self.document["resource_types"] = {"laptop": {}}
        for id in self.of["equipment"] + self.of["licences"]:
            self.nodes[id] |= {"type": "laptop", "count": "5"}
            if self.of["suppliers"] and self.chance(0.7, "supplier of a pool"):
                self.nodes[id]["supplier"] = self.one_of(self.of["suppliers"])

    # ---- Services ---------------------------------------------------------------------------

    def workaround(self, service):
        workaround = {"level": self.one_of(["30%", "30%", "0.6", "100%"])}
        if self.chance(0.6):
            workaround["ready"] = self.duration(0, 1, 2, 3, 4, 5)
        if self.chance(0.6):
            workaround["lasts"] = self.duration(0, 1, 2, 4, 8)
        self.needs_of_workaround(workaround, service, 0.55)
        return workaround

    def needs_of_workaround(self, workaround, service, probability):
        others = [id for id in self.nodes if id != service]
        if self.chance(probability, "workaround that requires"):
            workaround["requires"] = self.items(others, self.random.randint(1, 2))
        if self.of["staff"] and self.chance(probability / 2, "workaround with staff"):
            workaround["staff"] = {self.one_of(self.of["staff"]): "2"}

    def relay(self, service, ways):
        """Workarounds of which one takes over from the other until the service is up, hours later."""
        self.nodes[service] |= {"recovery": self.duration(5, 8, 10),
                                "mtpd": self.duration(3, 4, 6), "mbco": "60%"}
        begin, relay = 0, {}
        for way in ways:
            length = self.one_of([2, 3, 4, 6])
            relay[way] = {"level": self.one_of(["60%", "100%"]), "ready": f"{begin}h",
                          "lasts": f"{length}h"}
            self.needs_of_workaround(relay[way], service, 0.3)
            begin += length - self.one_of([0, 1, 2])
        if self.chance(0.5):
            del relay[ways[-1]]["lasts"]
        if self.chance(0.5):
            relay["copy-of-" + ways[0]] = dict(relay[ways[0]])
        return relay

    def service(self, id):
        service = self.nodes[id]
        if self.chance(0.8):
            service["tier"] = self.one_of(self.document.get("tiers", ["vital", "important", "normal"]))
        urgent = self.chance(0.78)
        if urgent and self.chance(0.8):
            service["rto"] = self.duration(*LIMITS)
        if urgent and self.chance(0.75):
            service["mtpd"] = self.duration(*LIMITS, 24, 48)
        limits = [key for key in ("rto", "mtpd") if key in service]
        self.features.add("service with " + (" and ".join(limits) or "no limit"))
        if self.chance(0.5):
            service["rpo"] = self.duration(1, 2, 4, 24)
        if self.chance(0.2, "service from later"):
            service["from"] = self.moment()
        elif self.chance(0.08, "service from before the start"):
            service["from"] = "2020-03-14T03:00"
        if self.chance(0.6):
            service["mbco"] = self.one_of(["0%", "0.3", "60%", "0.61", "0.9"])
        if self.of["staff"] and self.chance(0.4, "staff of a service"):
            service["staff"] = {self.one_of(self.of["staff"]): "3"}
        if any(other in str(service.get("requires")) for other in self.of["services"]):
            self.features.add("service that requires a service")

    def workarounds(self):
        for number, id in enumerate(self.of["services"]):
            if self.chance(0.8):
                ways = [f"{way}-{number}" for way in self.random.sample(
                    ["by-hand", "fax", "paper"], self.random.randint(1, 3))]
                if "rto" in self.nodes[id] and self.chance(0.7, "workarounds in a row"):
                    self.nodes[id]["workarounds"] = self.relay(id, ways)
                else:
                    self.nodes[id]["workarounds"] = {way: self.workaround(id) for way in ways}

    def many_services(self):
        """A dozen services that ask the same of one node."""
        self.features.add("many services")
        rto, rpo = self.duration(1, 2, 5), self.duration(1, 4)
        hub = self.one_of(self.of["applications"])
        for number in range(MANY):
            service = {"rto": rto, "rpo": rpo, "requires": [hub]}
            if self.chance(0.7):
                service["tier"] = self.one_of(["vital", "normal"])
            self.nodes[f"n{number}"] = service
            self.of["services"].append(f"n{number}")

    # ---- The plan ---------------------------------------------------------------------------

    def plan(self):
        plan = {"name": "random", "timezone": self.one_of(["UTC", "Europe/Paris"]),
                "start": "2020-03-14T08:00", "milestones": {"monday": "+3h"}}
        if self.chance(0.4, "clock"):
            plan["clock"] = self.one_of([{"detect": "1h"}, {"decide": "30m", "assemble": "90m"},
                                         {"detect": "20m", "decide": "20m", "assemble": "20m"}])
        self.document |= {"bcp": "1", "plan": plan}
        if self.chance(0.1, "own tiers"):
            self.document["tiers"] = ["normal", "important", "vital"]

    def whole(self):
        """The nodes first, then what each requires, which names them."""
        self.plan()
        for section, least, most in [("suppliers", 0, 1), ("sites", 0, 1), ("infrastructure", 0, 2),
                                     ("applications", 1, 3), ("staff", 0, 1), ("equipment", 0, 1),
                                     ("licences", 0, 1), ("channels", 0, 1), ("services", 1, 3)]:
            self.take(section, least, most)
        if self.chance(0.3, "nodes in any order"):
            ids = self.random.sample(list(self.nodes), len(self.nodes))
            self.nodes = {id: self.nodes[id] for id in ids}
        for id, entity in self.nodes.items():
            self.recover(entity)
            requires = self.requirements(id)
            if requires:
                entity["requires"] = requires
        self.backups()
        self.groups()
        self.pools()
        for id in self.of["services"]:
            self.service(id)
        self.workarounds()
        if self.chance(0.17):
            self.many_services()
        sections = {section: {id: self.nodes[id] for id in ids}
                    for section, ids in self.of.items() if ids}
        if "channels" in sections:
            sections["communications"] = {"channels": sections.pop("channels")}
        return self.document | sections

    # ---- The command line -------------------------------------------------------------------

    def failed(self):
        ids = self.random.sample(list(self.nodes), self.one_of([1, 1, 2, 3]))
        self.features.add("--fail of one" if len(ids) == 1 else "--fail of several")
        return ["--fail", *ids]

    def times(self):
        words = []
        if self.chance(0.25):
            point = self.one_of(["min", "max", "likely"])
            words += ["--estimate", point]
            if "recovery of three points" in self.features:
                self.features.add(f"--estimate {point} of three points")
        if self.chance(0.3):
            whom = self.one_of(["tested", "worst", "promised"])
            words += ["--believe", whom]
            if "tested" in self.features:
                self.features.add(f"--believe {whom} of tested")
        return words

    def words(self):
        command = self.one_of(["critical-path"] * 7 + ["bia"] * 4 + ["impact"] * 2)
        self.features.add(command)
        if command == "impact":
            return ["impact", *self.failed()]
        words = [command, *self.times()]
        if command == "critical-path" and self.chance(0.3, "critical-path --fail"):
            words += self.failed()
        if self.chance(0.1, f"{command} --service"):
            words += ["--service", self.one_of(self.of["services"])]
        return words


def random_plan(seed):
    """(document, words of the command line, features exercised)"""
    writer = Writer(seed)
    document = writer.whole()
    return document, writer.words(), writer.features
