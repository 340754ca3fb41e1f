"""Small random plans, the same for the same seed, and a list of what each of them exercises.

A plan is a dict as YAML would give it, every scalar a text.  What it exercises is noted where it is
written, so that a run can tell how many plans of each kind it has seen.
"""
import datetime

from dice import Dice

GROUPS = ["accountants", "b1", "clerks", "nurses", "v.team", "zone-2"]
TYPES = ["laptop", "licence", "a-phone", "vpn_session"]
POOLS = ["q0", "q-1", "training-room", "a.stock", "y_reserve"]
SERVICES = ["s0", "s-1", "s.2", "payments", "a_call", "z"]
WEEKENDS = {
    "Europe/Paris": ["2020-03-27T08:00", "2020-03-28T08:00", "2020-03-28T21:30", "2020-10-24T10:00",
                     "2020-10-24T23:15", "2020-10-25T01:45"],
    "UTC": ["2020-03-28T08:00", "2020-10-24T10:00"],
    "America/New_York": ["2020-03-06T17:15", "2020-03-07T22:00", "2020-10-31T09:30",
                         "2020-10-31T23:00"]}
CHANGES = {("Europe/Paris", 3): "2020-03-29T02:30", ("Europe/Paris", 10): "2020-10-25T02:30",
           ("America/New_York", 3): "2020-03-08T02:15", ("America/New_York", 10): "2020-11-01T01:30"}
ORDINARY = ["2020-06-05T08:00", "2020-02-28T12:00", "2021-12-31T20:00"]
EARLY = ["08:00-18:00", ["08:00-12:00", "13:00-20:00"], "09:00-12:00", "open", "closed"]
NIGHT = ["22:00-06:00", "20:30-04:00", "21:00-02:30", "23:00-03:00", "22:00-24:00"]
ODD_DAY = ["02:30-07:00", "01:00-05:00", ["02:30-03:30", "04:00-09:00"], "01:00-02:30", "closed",
           "00:00-24:00", "02:15-02:45"]
ODD_NIGHT = ["19:00-02:00", "closed", "20:00-21:00", "07:00-12:00"]


class Writer(Dice):
    """Writes one plan; the methods draw in a fixed order."""

    def __init__(self, seed):
        super().__init__(seed)
        self.document = {}
        self.milestones = {}

    def instant(self, *hours):
        """An instant so many hours after the start: relative, in local time, with an offset."""
        after = self.one_of(hours)
        if after >= 0 and self.chance(0.5):
            return f"+{after:g}h"
        wall = self.start + datetime.timedelta(hours=after)
        if self.chance(0.15):
            return wall.isoformat(timespec="minutes") + "+01:00"
        return wall.isoformat(timespec="minutes")

    def around(self, *hours):
        """An instant, or sometimes a milestone or one in the hour that the clock change touches."""
        if self.milestones and self.chance(0.1, "milestone as an instant"):
            return self.one_of(self.milestones)
        change = CHANGES.get((self.document["plan"]["timezone"], self.start.month))
        if change and self.chance(0.1, "instant within a clock change"):
            return change
        return self.instant(*hours)

    # ---- Sections ---------------------------------------------------------------------------

    def plan(self):
        zone = self.one_of(WEEKENDS)
        start = self.one_of(WEEKENDS[zone] * 3 + ORDINARY)
        self.start = datetime.datetime.fromisoformat(start)
        self.features.add(f"zone {zone}")
        if zone != "UTC" and start in WEEKENDS[zone]:
            self.features.add("clock goes forward" if self.start.month == 3 else "clock goes back")
        plan = {"name": "random", "timezone": zone, "start": start}
        self.document |= {"bcp": "1", "plan": plan}
        if not self.chance(0.08, "no milestones"):
            hours = [3, 8, 9.5, 14, 20, 24, 27, 33, 45, 50, 72.25, 75.5, 400]
            self.milestones = {self.one_of("mn") + str(number): self.instant(*hours)
                               for number in range(self.random.randint(1, 4))}
            plan["milestones"] = self.milestones
        if self.chance(0.2, "person_day"):
            plan["person_day"] = self.duration(7, 7.5, 10)
        if self.chance(0.2):
            plan["clock"] = {"detect": "45m", "decide": "1h"}
        if self.chance(0.1, "own tiers"):
            self.document["tiers"] = ["red", "amber"]

    def tiers(self):
        return self.document.get("tiers", ["vital", "important", "normal", "deferrable"])

    def types(self):
        types = {}
        for kind in self.some(TYPES)[:3]:
            types[kind] = {}
            if self.chance(0.4, "concurrency below 1"):
                types[kind]["concurrency"] = self.ratio(30, 35, 45, 70, 85, 90, 95, 33.3)
            if self.chance(0.3):
                types[kind]["unit"] = "each"
        self.document["resource_types"] = types

    def needs(self):
        kinds = self.some(self.document["resource_types"])[:2]
        return {kind: self.one_of(["1", "1", "1", "0.1", "0.25", "0.5", "1.5", "2"]) for kind in kinds}

    def profiles(self):
        profiles = {f"p{number}": {"needs": self.needs()} for number in range(self.random.randint(1, 3))}
        if any("." in need for profile in profiles.values() for need in profile["needs"].values()):
            self.features.add("fractions of units")
        for profile in profiles.values():
            if self.chance(0.4, "remote profile"):
                profile["remote"] = "true"
        kinds = list(self.document["resource_types"])
        if len(kinds) > 1 and self.chance(0.3, "any_of needs"):
            choices = [{kind: self.one_of(["1", "2", "0.5"])} for kind in self.some(kinds, 2)]
            profiles["either"] = {"needs": {"any_of": choices}}
            if len(choices) > 2:
                self.features.add("three alternatives")
            free = [kind for kind in kinds if not any(kind in choice for choice in choices)]
            if free and self.chance(0.5, "any_of beside other needs"):
                profiles["either"]["needs"][free[0]] = "1"
        self.document["profiles"] = profiles

    def group(self):
        group = {"headcount": str(self.random.randint(1, 8))}
        if self.chance(0.03, "group of nobody"):
            group["headcount"] = "0"
        if self.chance(0.85):
            group["profile"] = self.one_of(self.document["profiles"])
        else:
            self.features.add("group without profile")
        if group.get("profile") == "either":
            group["headcount"] = str(self.random.randint(1, 4))
        if self.chance(0.6):
            group["site"] = self.one_of(self.document["sites"])
        if self.chance(0.55, "units in hand"):
            group["equipped"] = {kind: str(self.random.randint(0, 4))
                                 for kind in self.some(self.document["resource_types"])}
            if self.chance(0.4):
                group["reassign"] = self.flag(self.chance(0.8, "reassign"))
        if self.chance(0.1, "group requires"):
            group["requires"] = [self.one_of(self.document["applications"])]
        return group

    def staff(self):
        ids = self.some(GROUPS, 2)[:5]
        self.document["staff"] = {id: self.group() for id in ids}
        split = [id for id in ids if self.document["staff"][id].get("profile") == "either"]
        for id in split[1:]:                        # every further one multiplies the ways to split
            self.document["staff"][id]["headcount"] = "1"

    def people(self):
        ids = self.some(self.document["staff"])[:3]
        return {id: str(self.random.randint(1, 5)) for id in ids}

    def requirement(self, ids):
        """An item of `requires`, groups and votes included."""
        ids = self.some(ids, 2)
        if len(ids) < 2 or not self.chance(0.3):
            return ids[0]
        if self.chance(0.4, "at_least"):
            return {"at_least": str(self.random.randint(1, len(ids))), "of": ids}
        if len(ids) > 2 and self.chance(0.3, "nested requirements"):
            return {"any_of": [ids[0], {"all_of": ids[1:]}]}
        self.features.add("any_of requirement")
        return {"any_of": ids}

    def nodes(self):
        self.document["sites"] = {"here": {}, "there": {"recovery": self.duration(1, 6)}}
        applications = {f"app-{number}": {"recovery": self.duration(0.5, 1, 5, 10, 26, 100)}
                        for number in range(self.random.randint(1, 4))}
        for id, application in applications.items():
            others = [other for other in applications if other > id]
            if others and self.chance(0.5):
                application["requires"] = [self.requirement(others)]
        if len(applications) > 1 and self.chance(0.15, "cycle of requirements"):
            applications["app-1"]["requires"] = ["app-0"]
            applications["app-0"]["requires"] = ["app-1"]
            if self.chance(0.5):
                applications["app-0"]["requires"] = [{"any_of": ["app-1", "here"]}]
        self.document["applications"] = applications
        self.document["suppliers"] = {"firm": {"recovery": self.duration(2, 20)}}
        self.document["infrastructure"] = {"wire": {"recovery": "1h"}}
        if self.chance(0.5, "provides"):
            gateway = {"recovery": self.duration(3, 30),
                       "provides": {kind: self.one_of(["0", "1", "2", "2.5", "3", "5"])
                                    for kind in self.some(self.document["resource_types"])[:2]}}
            if self.chance(0.4):
                gateway["requires"] = [self.one_of(["wire", "app-0", "firm"])]
            self.document["infrastructure"]["gateway"] = gateway

    def workaround(self):
        workaround = {"level": self.ratio(20, 37, 54, 60, 69, 82, 94, 100)}
        if self.chance(0.6):
            workaround["ready"] = self.duration(1, 3, 10, 16)
        if self.chance(0.6, "workaround that ends"):
            workaround["lasts"] = self.duration(6, 24, 60, 1440)
        if self.chance(0.4):
            workaround["requires"] = [self.one_of(["paper", "here", "wire", "app-0"])]
        if self.chance(0.4):
            workaround["staff"] = {self.one_of(self.document["staff"]): "1"}
        return workaround

    def service(self, id):
        service = {"tier": self.one_of(self.tiers())} if self.chance(0.85) else {}
        rto = self.one_of([2, 4, 8, 24, 30, 48, 72])
        if self.chance(0.75):
            service["rto"] = self.duration(rto)
        if self.chance(0.75):
            service["mtpd"] = self.duration(*(rto * times for times in (1, 1.5, 2, 3, 8)))
        limits = [key for key in ("rto", "mtpd") if key in service]
        self.features.add("service with " + (" and ".join(limits) or "no limit"))
        if self.chance(0.85):
            service["mbco"] = self.ratio(0, 10, 20, 30, 40, 60, 70, 90, 100, 33.3, 7)
        if self.chance(0.9):
            service["staff"] = self.people()
        else:
            self.features.add("service without staff")
        if self.chance(0.25, "service from later"):
            service["from"] = self.around(1, 6, 30, 100)
        elif self.chance(0.05, "service from before the start"):
            service["from"] = (self.start - datetime.timedelta(hours=5)).isoformat(timespec="minutes")
        if self.chance(0.5):
            targets = [*self.document["applications"], "wire", "there", "firm"]
            service["requires"] = [self.requirement(targets)]
        if self.chance(0.35, "workaround"):
            service["workarounds"] = {f"by-hand-{id}-{number}": self.workaround()
                                      for number in range(self.random.randint(1, 2))}
        return service

    def services(self):
        self.document["applications"]["paper"] = {"recovery": self.duration(0.5, 4)}
        ids = self.some(SERVICES)[:5]
        self.document["services"] = {id: self.service(id) for id in ids}

    def hours_of_week(self, hours):
        days = [("mon-fri", "sat-sun"), ("fri-mon", "tue-thu"), ("mon-sun",), ("thu-sun",)]
        return {day: self.one_of(hours) for day in self.one_of(days)}

    def dates(self):
        first = self.start.date() + datetime.timedelta(days=self.random.randint(0, 3))
        if self.chance(0.3, "except for a range of days"):
            return f"{first}..{first + datetime.timedelta(days=1)}"
        return str(first)

    def calendar(self, week, odd):
        calendar = {"week": week}
        if self.chance(0.5, "except"):
            calendar["except"] = {self.dates(): self.one_of(odd)}
        if self.chance(0.25, "holidays"):
            calendar["holidays"] = [str(self.start.date() + datetime.timedelta(days=2))]
        return calendar

    def calendars(self):
        night = self.one_of(NIGHT)
        nights = {self.one_of(["fri-mon", "mon-sun"]): night}
        seam = self.start.date() + datetime.timedelta(days=self.random.randint(1, 3))
        first, last = self.some(["day", "dark", "always"], 2)[:2]
        phased = {"phases": [{"until": str(seam), "calendar": first}, {"calendar": last}]}
        if self.chance(0.15):
            phased["holidays"] = [str(seam)]
        self.document["calendars"] = {
            "day": self.calendar(self.hours_of_week(EARLY), ODD_DAY),
            "dark": self.calendar(nights, ODD_NIGHT),
            "always": {"week": {"mon-sun": self.one_of(["open", "00:00-24:00"])}},
            "phased": phased}

    def teams(self):
        teams = {"crew": {"members": str(self.random.randint(1, 4))},
                 "others": {"members": str(self.random.randint(1, 4)), "skills": ["web"]}}
        for team in teams.values():
            if self.chance(0.75):
                team["calendar"] = self.one_of(self.document["calendars"])
            if self.chance(0.4, "team of a group"):
                team["of"] = self.one_of(self.document["staff"])
        self.document["teams"] = teams

    def calendar_features(self, id):
        """Notes the kinds of calendar that work depends on."""
        if id == "phased":
            self.features.add("work in phases")
        if id == "dark":
            self.features.add("work at night")
        self.features.add("work by a calendar" if id else "work around the clock")

    def pool(self):
        pool = {"type": self.one_of(self.document["resource_types"]),
                "count": str(self.random.randint(0, 12))}
        if self.chance(0.6, "lead_time"):
            pool["lead_time"] = self.three_points(self.duration(1, 4, 7.5, 8, 14, 24, 50))
        if self.chance(0.5, "yield"):
            pool["yield"] = self.ratio(10, 20, 35, 50, 60, 75, 80, 95, 66.7)
        if self.chance(0.25, "supplier"):
            pool["supplier"] = "firm"
        if self.chance(0.1, "pool requires"):
            pool["requires"] = [self.one_of(self.document["applications"])]
        if self.chance(0.3, "only_for"):
            pool["only_for"] = self.some(self.document["staff"])
        if self.chance(0.5):
            pool["site"] = self.one_of(self.document["sites"])
            if self.chance(0.8, "site with transfer"):
                pool["transfer"] = self.three_points(self.duration(1, 3, 20, 45))
        if self.chance(0.5, "preparation"):
            self.preparation(pool)
        if self.chance(0.2, "reserve as a count"):
            pool["reserve"] = self.one_of(["1", "2", "3"])
        elif self.chance(0.2, "reserve as a share"):
            pool["reserve"] = self.ratio(5, 10, 35)
        return pool

    def preparation(self, pool):
        pool["preparation"] = self.three_points(
            self.one_of(["20m", "40m", "90m", "45pm", "5h", "0.5pd", "1pd", "1d2h", "1.1ph"]))
        if self.chance(0.05, "preparation without a team"):
            return
        pool["team"] = self.one_of(["crew", "crew", "others"])
        self.calendar_features(self.document["teams"][pool["team"]].get("calendar"))
        if self.chance(0.2, "people and lot"):
            pool |= {"people": {"min": "1", "max": "1"}, "lot": "2"}

    def pools(self):
        ids = self.some(POOLS)[:4]
        for id in ids:
            section = self.one_of(["equipment", "equipment", "licences"])
            self.document.setdefault(section, {})[id] = self.pool()
        prepared = [pool["team"] for section in ("equipment", "licences")
                    for pool in self.document.get(section, {}).values() if "team" in pool]
        if len(prepared) > len(set(prepared)):
            self.features.add("pools that share a team")
        return ids

    def absence(self):
        of = self.one_of([*self.document["staff"], *self.document["teams"]])
        self.features.add("absence of a team" if of in self.document["teams"] else "absence of a group")
        absence = {"of": of}
        if self.chance(0.5, "absence as a share"):
            absence["share"] = self.ratio(10, 15, 20, 25, 30, 40, 33.3, 100)
        else:
            self.features.add("absence of people")
            absence["people"] = str(self.random.randint(1, 3))
        if self.chance(0.5, "absence that begins later"):
            absence["from"] = self.around(1, 2.5, 5, 9, 30)
        if self.chance(0.7, "absence that ends"):
            absence["until"] = self.around(31, 34.5, 50, 72, 100)
        return absence

    def absences(self):
        absences = {f"flu-{number}": self.absence() for number in range(self.one_of([0, 1, 1, 2, 3]))}
        who = [absence["of"] for absence in absences.values()]
        if len(who) > len(set(who)):
            self.features.add("absences that overlap")
        if absences:
            self.document["absences"] = absences

    def task(self, earlier):
        task = {}
        if self.chance(0.3, "task with work"):
            task["work"] = self.three_points(self.one_of(["1pd", "2.5pd", "7ph", "100pm", "20h"]))
            if self.chance(0.25, "task with skills"):
                task |= {"skills": ["web"], "people": self.one_of(["1", "2", {"min": "1", "max": "3"}])}
            else:
                task["team"] = self.task_team()
        else:
            task["duration"] = self.three_points(self.duration(0, 1, 2.5, 6, 11, 30))
            if self.chance(0.3, "task of a team"):
                task["team"] = self.task_team()
        if self.chance(0.5, "task by a calendar"):
            task["calendar"] = self.one_of(self.document["calendars"])
        if self.chance(0.15, "continuous task"):
            task["continuous"] = "true"
        if self.chance(0.3, "not_before"):
            task["not_before"] = self.around(1, 3, 12.25, 30)
        if earlier and self.chance(0.6):
            task["after"] = [self.link(id) for id in self.some(earlier)]
        if self.milestones and self.chance(0.2, "after a milestone"):
            milestone = self.one_of(self.milestones)
            task.setdefault("after", []).append(
                {"task": milestone, "lag": "2h"} if self.chance(0.3) else milestone)
        return task

    def task_team(self):
        if self.chance(0.2):
            return "crew"
        number = self.one_of(["1", "2", "3", {"min": "1", "max": "2"}, {"min": "2", "max": "6"}])
        if self.chance(0.15, "task of two teams"):
            return {"crew": number, "others": "1"}
        return {self.one_of(self.document["teams"]): number}

    def link(self, id):
        kind = self.one_of(["", "", "lag", "start", "finish"])
        if not kind:
            return id
        self.features.add(f"after with {kind}")
        return {"task": id, kind: self.one_of(["0s", "2h", "1h", "-1h", "+90m"])}

    def tasks(self, pools):
        targets = {"pool": pools, "service": self.document["services"],
                   "application": self.document["applications"], "site": ["here", "there"],
                   "node that provides": self.document["infrastructure"],
                   "group": self.document["staff"]}
        tasks = {}
        for id in self.some(["stock-taking", "meeting", "move", "a-task"], 0)[:3]:
            tasks[id] = self.task(list(tasks))
            if self.chance(0.8):
                kind = self.one_of(["pool", "pool", "pool", *targets, "service"])
                self.features.add(f"task enables a {kind}")
                tasks[id]["enables"] = self.some(targets[kind])[:2]
        if len(tasks) > 1 and self.chance(0.06, "tasks that wait on each other"):
            first, last = list(tasks)[0], list(tasks)[-1]
            tasks[first]["after"] = [last]
            tasks[last]["after"] = [first]
        if tasks:
            self.document["tasks"] = tasks

    def whole(self):
        """The sections in an order in which each knows the ids that it may name."""
        self.plan()
        self.types()
        self.profiles()
        self.nodes()
        self.staff()
        self.services()
        self.calendars()
        self.teams()
        pools = self.pools()
        self.absences()
        self.tasks(pools)
        return self.document

    # ---- The command line -------------------------------------------------------------------

    def arguments(self):
        words = []
        if self.milestones and self.chance(0.3, "--at MILESTONE"):
            words += ["--at", self.one_of(self.milestones)]
        elif self.chance(0.25, "--at INSTANT"):
            words += ["--at", self.instant(-5, 0, 1, 6, 14, 27, 45, 75.5, 200)]
        else:
            self.features.add("without --at")
        if self.chance(0.08, "--absent everyone"):
            words += ["--absent", "everyone=25%"]
        elif self.chance(0.16):
            group = self.one_of(self.document["staff"])
            size = self.one_of(["40%", "7%", "2", "12"])
            self.features.add("--absent GROUP=" + ("share" if "%" in size else "count"))
            words += ["--absent", f"{group}={size}"]
        if self.chance(0.05, "--cold-start"):
            words += ["--cold-start"]
        elif self.chance(0.06, "--fail"):
            nodes = [*self.document["applications"], "here", "there", "firm", "wire"]
            words += ["--fail", *self.some(nodes)[:2]]
        if self.chance(0.1, "--strict"):
            words += ["--strict"]
        return words


def random_plan(seed):
    """(document, arguments, features exercised)"""
    writer = Writer(seed)
    document = writer.whole()
    arguments = writer.arguments()
    return document, arguments, writer.features
