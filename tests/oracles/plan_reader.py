"""What does the author's plan say?  YAML text to plain Python objects.

Every scalar is read as its text by the grammar of its key (docs/format.md, "Values"); YAML's own types
never apply.  Times are whole seconds counted from `plan.start`; quantities are exact fractions.
Nothing is checked: the oracle reads plans that `bcp validate` finds correct in form.
"""
import datetime
import glob
import math
import os
import re
from dataclasses import dataclass, field
from fractions import Fraction
from zoneinfo import ZoneInfo

import yaml

NEVER = math.inf
ALWAYS_BEFORE = -math.inf
DEFAULT_TIERS = ["vital", "important", "normal", "deferrable"]
NODE_SECTIONS = ["services", "applications", "infrastructure", "sites", "suppliers", "staff",
                 "equipment", "licences"]
KINDS = {"infrastructure": "infrastructure", "staff": "staff", "equipment": "equipment"}


# ---- The plan -------------------------------------------------------------------------------

@dataclass
class Node:
    """Anything that can be required; `requires` is a nested tuple, see `requirement`."""
    id: str
    section: str
    requires: list
    recovery: int = 0
    provides: dict = field(default_factory=dict)
    backup_every: int | None = None

    @property
    def kind(self):
        return KINDS.get(self.section, self.section.removesuffix("s"))


@dataclass
class Workaround:
    id: str
    level: Fraction
    ready: int
    lasts: float
    needs: list            # requirements: what it requires and its staff


@dataclass
class Service:
    id: str
    tier: str
    begin: int             # `from`, not before the plan's start
    rto: int | None
    mtpd: int | None
    rpo: int | None
    mbco: Fraction
    staff: dict
    workarounds: list

    @property
    def rto_at(self):
        """The instant of the RTO, None where it states none."""
        return None if self.rto is None else self.begin + self.rto

    @property
    def breach_at(self):
        """The instant of the MTPD, None where it states none."""
        return None if self.mtpd is None else self.begin + self.mtpd

    @property
    def deadline(self):
        """from + rto, without an RTO from + mtpd, without either None."""
        return self.breach_at if self.rto is None else self.rto_at


@dataclass
class Group:
    id: str
    headcount: int
    site: str | None
    alternatives: list     # of {type: units a person}; the first is what the gap counts with
    equipped: dict
    reassign: bool


@dataclass
class Pool:
    id: str
    type: str
    count: int
    lead_time: int
    transfer: int
    preparation: int | None
    usable_share: Fraction
    team: str | None
    site: str | None
    only_for: list | None
    reserve: str | None


@dataclass
class Team:
    id: str
    members: int
    group: str | None
    calendar: str | None
    skills: list


@dataclass
class Absence:
    of: str
    share: Fraction | None
    people: int | None
    begin: float
    end: float

    def size(self, whole):
        """How many of `whole` people it takes; a share is rounded up."""
        return self.people if self.share is None else math.ceil(whole * self.share)


@dataclass
class Link:
    """One item of `after`: `kind` is lag, start or finish."""
    to: str
    kind: str
    lag: int


@dataclass
class Task:
    id: str
    duration: int | None
    work: int | None
    teams: dict            # team: (fewest, most) people
    skills: list
    people: tuple
    calendar: str | None
    continuous: bool
    after: list
    not_before: int
    enables: list
    started: int | None
    done: int | None


@dataclass
class Calendar:
    week: dict             # 0 (Monday) … 6: list of (begin, end) in minutes, the end may pass 24 h
    phases: list           # of (first date no longer its own or None, calendar)
    exceptions: dict       # date: list of (begin, end)


@dataclass
class Plan:
    zone: ZoneInfo
    start: int             # seconds since 1970
    clock: int
    tiers: list
    milestones: dict
    services: dict
    nodes: dict
    concurrency: dict      # resource type: share of holders active at the same time
    groups: dict
    pools: dict
    teams: dict
    calendars: dict
    absences: list
    tasks: dict

    def iso(self, time):
        """An instant as results write it: ISO 8601 with the offset of the plan's zone."""
        if time is None or time == NEVER:
            return None
        return datetime.datetime.fromtimestamp(self.start + time, self.zone).isoformat()


# ---- YAML, files and sections ---------------------------------------------------------------

def plain(node):
    """A YAML node as dict, list or text; `<<` merges, own keys win; null is the empty text."""
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    own, merged = {}, {}
    for key, value in node.value:
        if key.value == "<<":
            sources = value.value if isinstance(value, yaml.SequenceNode) else [value]
            for source in sources:
                for name, thing in plain(source).items():
                    merged.setdefault(name, thing)
        elif not key.value.startswith("x-"):
            own[key.value] = plain(value)
    return {**merged, **own}


def yaml_file(path):
    with open(path, encoding="utf-8-sig") as stream:
        node = yaml.compose(stream, Loader=yaml.CBaseLoader)
    return plain(node) if node else {}


def included_paths(folder, include):
    """The files that one `include` list names, relative to the folder of the file naming them."""
    paths = []
    for name in [include] if isinstance(include, str) else include:
        pattern = os.path.join(folder, name.removeprefix("?"))
        paths += sorted(glob.glob(pattern))
    return paths


def merged_document(path, seen=None):
    """The sections of a file and of all it includes, maps of the same section merged."""
    seen = set() if seen is None else seen
    if os.path.realpath(path) in seen:
        return {}
    seen.add(os.path.realpath(path))
    document = yaml_file(path)
    for other in included_paths(os.path.dirname(path), document.pop("include", [])):
        for section, content in merged_document(other, seen).items():
            if isinstance(content, dict):
                document[section] = {**document.get(section, {}), **content}
            else:
                document.setdefault(section, content)
    return document


# ---- Values ---------------------------------------------------------------------------------

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
ISO_DURATION = re.compile(
    r"P(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?")


def duration(value, point="likely"):
    """Whole seconds; of a three-point duration one of `min`, `likely` and `max`."""
    if isinstance(value, dict):
        return duration(value[point])
    if value.startswith("P"):
        parts = zip(ISO_DURATION.fullmatch(value).groups(), "wdhms")
    else:
        parts = re.findall(r"([\d.]+)([smhdw])", value)
    return int(sum(Fraction(number) * SECONDS[unit] for number, unit in parts if number))


def lag(text):
    """A duration with or without a sign."""
    size = duration(text.lstrip("+-"))
    return -size if text.startswith("-") else size


def effort(value, person_day):
    """Seconds of one person, rounded up; a plain duration counts as the time of one person."""
    if isinstance(value, dict):
        return effort(value["likely"], person_day)
    parts = re.findall(r"([\d.]+)(pd|ph|pm)", value)
    if not parts:
        return duration(value)
    units = {"pd": person_day, "ph": 3600, "pm": 60}
    return math.ceil(sum(Fraction(number) * units[unit] for number, unit in parts))


def ratio(text):
    return Fraction(text[:-1].strip()) / 100 if text.endswith("%") else Fraction(text)


def quantity(text):
    """An exact decimal; the unit that may follow says nothing new."""
    return Fraction(re.match(r"[\d.]+", text).group())


def flag(text):
    return text == "true"


def offset(zone, wall, fold):
    return wall.replace(tzinfo=zone, fold=fold).utcoffset()


def utc(wall):
    return int(wall.replace(tzinfo=datetime.timezone.utc).timestamp())


def epoch(zone, wall):
    """The instant of a wall-clock time; a time that occurs twice is the first, one that the change
    skips is the moment of the change."""
    before, after = offset(zone, wall, 0), offset(zone, wall, 1)
    if before >= after:
        return utc(wall - before)
    earliest, latest = utc(wall - after), utc(wall - before)  # the change lies in (earliest, latest]
    while latest - earliest > 1:
        middle = (earliest + latest) // 2
        changed = datetime.datetime.fromtimestamp(middle, zone).utcoffset() == after
        earliest, latest = (earliest, middle) if changed else (middle, latest)
    return latest


def date(text):
    return datetime.date.fromisoformat(text)


# ---- Sections -------------------------------------------------------------------------------

def requirement(item):
    """An id, or ("at_least", k, [requirements])."""
    if isinstance(item, str):
        return item
    if "any_of" in item:
        return ("at_least", 1, [requirement(part) for part in item["any_of"]])
    if "all_of" in item:
        parts = [requirement(part) for part in item["all_of"]]
        return ("at_least", len(parts), parts)
    return ("at_least", int(item["at_least"]), [requirement(part) for part in item["of"]])


def requirements(entity):
    return [requirement(item) for item in entity.get("requires", [])]


def hours(value):
    """Opening hours of one day as minutes; an end at or before its beginning is on the next day."""
    if value == "open":
        return [(0, 1440)]
    if value == "closed":
        return []
    ranges = []
    for text in [value] if isinstance(value, str) else value:
        begin, end = (int(part[:2]) * 60 + int(part[3:]) for part in text.strip().split("-"))
        ranges.append((begin, end if end > begin else end + 1440))
    return ranges


DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def week(value):
    """The hours of each weekday; a day not named is closed, a range of days may wrap."""
    result = {day: [] for day in range(7)}
    for days, text in value.items():
        first, _, last = days.partition("-")
        day, end = DAYS.index(first), DAYS.index(last or first)
        result[day] = hours(text)
        while day != end:
            day = (day + 1) % 7
            result[day] = hours(text)
    return result


def exceptions(entity):
    """Dates with hours of their own: `holidays` are closed, `except` wins over them."""
    result = {date(text): [] for text in entity.get("holidays", [])}
    for dates, text in entity.get("except", {}).items():
        first, _, last = dates.partition("..")
        day = date(first)
        while day <= date(last or first):
            result[day] = hours(text)
            day += datetime.timedelta(days=1)
    return result


def calendar(entity):
    phases = [(date(phase["until"]) if "until" in phase else None, phase["calendar"])
              for phase in entity.get("phases", [])]
    return Calendar(week(entity.get("week", {})), phases, exceptions(entity))


def people(value):
    """(fewest, most) of `4` or `{min: 2, max: 6}`."""
    if isinstance(value, dict):
        return int(value["min"]), int(value["max"])
    return int(value), int(value)


def task_teams(value):
    """{team: (fewest, most)}; a bare id is one person."""
    if isinstance(value, str):
        return {value: (1, 1)}
    return {team: people(number) for team, number in value.items()}


def link(item):
    if isinstance(item, str):
        return Link(item, "lag", 0)
    for kind in ("start", "finish"):
        if kind in item:
            return Link(item["task"], kind, lag(item[kind]))
    return Link(item["task"], "lag", lag(item.get("lag", "0s")))


def alternatives(profile):
    """The ways in which a profile's needs can be met, in the order written."""
    needs = dict(profile.get("needs", {}))
    choices = needs.pop("any_of", [{}])
    base = {kind: quantity(text) for kind, text in needs.items()}
    return [add_needs(base, choice) for choice in choices]


def add_needs(base, choice):
    total = dict(base)
    for kind, text in choice.items():
        total[kind] = total.get(kind, Fraction(0)) + quantity(text)
    return total


class Reader:
    """Reads one document; knows the plan's zone, start and milestones, which instants need, and
    which recoveries to count with: the point of `--estimate`, the times of `--believe`."""

    def __init__(self, document, estimate, believe):
        self.document, self.estimate, self.believe = document, estimate, believe
        plan = document["plan"]
        self.zone = ZoneInfo(plan["timezone"])
        self.start = self.epoch_of(plan["start"])
        self.person_day = duration(plan.get("person_day", "8h"))
        self.milestone_texts = plan.get("milestones", {})

    def section(self, name):
        return {id: entity or {} for id, entity in (self.document.get(name) or {}).items()}

    def epoch_of(self, text):
        moment = datetime.datetime.fromisoformat(text)
        return int(moment.timestamp()) if moment.tzinfo else epoch(self.zone, moment)

    def instant(self, text):
        """Seconds from the plan's start: `+36h`, a milestone's id or ISO 8601."""
        if text.startswith("+"):
            return duration(text[1:])
        if text in self.milestone_texts:
            return self.instant(self.milestone_texts[text])
        return self.epoch_of(text) - self.start

    def recovery(self, entity):
        promised = duration(entity.get("recovery", "0s"), self.estimate)
        if self.believe == "promised" or "tested" not in entity:
            return promised
        tested = duration(entity["tested"]["recovery"])
        return tested if self.believe == "tested" else max(promised, tested)

    def node(self, id, section, entity):
        backup = entity.get("backup")
        node = Node(id, section, requirements(entity), self.recovery(entity),
                    {kind: quantity(text) for kind, text in entity.get("provides", {}).items()},
                    duration(backup["every"]) if backup else None)
        if section == "services":
            node.requires += list(entity.get("staff", {}))
        if section == "staff" and "site" in entity and not self.is_remote(entity):
            node.requires.append(entity["site"])
        if section in ("equipment", "licences") and "supplier" in entity:
            node.requires.append(entity["supplier"])
        return node

    def profile(self, group):
        return self.section("profiles").get(group.get("profile"), {})

    def is_remote(self, group):
        return flag(self.profile(group).get("remote", "false"))

    def workaround(self, id, entity):
        return Workaround(id, ratio(entity["level"]), duration(entity.get("ready", "0s")),
                          duration(entity["lasts"]) if "lasts" in entity else NEVER,
                          requirements(entity) + list(entity.get("staff", {})))

    def service(self, id, entity, last_tier):
        def limit(key):
            return duration(entity[key]) if key in entity else None

        return Service(
            id, entity.get("tier", last_tier), max(0, self.instant(entity.get("from", "+0s"))),
            limit("rto"), limit("mtpd"), limit("rpo"), ratio(entity.get("mbco", "100%")),
            {group: int(number) for group, number in entity.get("staff", {}).items()},
            [self.workaround(*pair) for pair in entity.get("workarounds", {}).items()])

    def group(self, id, entity):
        return Group(id, int(entity["headcount"]), entity.get("site"),
                     alternatives(self.profile(entity)),
                     {kind: quantity(text) for kind, text in entity.get("equipped", {}).items()},
                     flag(entity.get("reassign", "false")))

    def pool(self, id, entity):
        preparation = entity.get("preparation")
        return Pool(id, entity["type"], int(entity["count"]),
                    duration(entity.get("lead_time", "0s")), duration(entity.get("transfer", "0s")),
                    None if preparation is None else effort(preparation, self.person_day),
                    ratio(entity.get("yield", "1")), entity.get("team"), entity.get("site"),
                    entity.get("only_for"), entity.get("reserve"))

    def absence(self, entity):
        return Absence(entity["of"], ratio(entity["share"]) if "share" in entity else None,
                       int(entity["people"]) if "people" in entity else None,
                       self.instant(entity["from"]) if "from" in entity else ALWAYS_BEFORE,
                       self.instant(entity["until"]) if "until" in entity else NEVER)

    def task(self, id, entity):
        return Task(
            id, duration(entity["duration"]) if "duration" in entity else None,
            effort(entity["work"], self.person_day) if "work" in entity else None,
            task_teams(entity.get("team", {})), entity.get("skills", []),
            people(entity.get("people", "1")), entity.get("calendar"),
            flag(entity.get("continuous", "false")), [link(item) for item in entity.get("after", [])],
            self.instant(entity["not_before"]) if "not_before" in entity else 0,
            entity.get("enables", []),
            *(self.instant(entity[key]) if key in entity else None for key in ("started", "done")))

    def team(self, id, entity):
        return Team(id, int(entity["members"]), entity.get("of"), entity.get("calendar"),
                    entity.get("skills", []))

    def plan(self):
        def each(section, read):
            return {id: read(id, entity) for id, entity in self.section(section).items()}

        tiers = self.document.get("tiers", DEFAULT_TIERS)
        clock = self.document["plan"].get("clock", {})
        nodes = {id: self.node(id, section, entity) for section in NODE_SECTIONS
                 for id, entity in self.section(section).items()}
        # Channels can be required too; what they reach is not read.
        nodes |= {id: self.node(id, "channels", entity or {}) for id, entity in
                  self.section("communications").get("channels", {}).items()}
        return Plan(
            self.zone, self.start, sum(map(duration, clock.values())), tiers,
            {id: self.instant(id) for id in self.milestone_texts},
            each("services", lambda id, entity: self.service(id, entity, tiers[-1])), nodes,
            each("resource_types", lambda id, entity: ratio(entity.get("concurrency", "1"))),
            each("staff", self.group),
            each("equipment", self.pool) | each("licences", self.pool),
            each("teams", self.team), each("calendars", lambda id, entity: calendar(entity)),
            [self.absence(entity) for entity in self.section("absences").values()],
            each("tasks", self.task))


def read_plan(path, estimate="likely", believe="promised"):
    """The plan in a file, or in the `bcp.yaml` of a folder."""
    if os.path.isdir(path):
        path = os.path.join(path, "bcp.yaml")
    return Reader(merged_document(path), estimate, believe).plan()


def instant_argument(plan, text):
    """`--at`: an instant or a milestone, in seconds from the plan's start."""
    if text in plan.milestones:
        return plan.milestones[text]
    if text.startswith("+"):
        return duration(text[1:])
    moment = datetime.datetime.fromisoformat(text)
    return (int(moment.timestamp()) if moment.tzinfo else epoch(plan.zone, moment)) - plan.start


def absence_argument(plan, text):
    """`--absent GROUP=40%` or `=12`, `everyone` is each group: absences from the start on."""
    who, _, size = text.partition("=")
    share = ratio(size) if "%" in size or "." in size else None
    number = int(size) if share is None else None
    groups = list(plan.groups) if who == "everyone" else [who]
    return [Absence(group, share, number, 0, NEVER) for group in groups]
