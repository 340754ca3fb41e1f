"""Plans as somebody would write them who means harm, or holds the keyboard upside down."""
import json
import os
import random
import re

import yaml

import random_plans

NESTED = 3000
HEAD = b"bcp: 1\nplan: {name: x, timezone: Europe/Paris, start: 2020-03-14T08:00}\n"


def bomb(levels, width):
    """Lists of lists by aliases: width to the power of levels values."""
    lines = ["x-l0: &l0 [" + ", ".join(["x"] * width) + "]"]
    lines += [f"x-l{level}: &l{level} [" + ", ".join([f"*l{level - 1}"] * width) + "]"
              for level in range(1, levels)]
    return "\n".join(lines) + "\n"


def merging(levels):
    """Maps that merge the one before twice."""
    lines = ["x-m0: &m0 {owner: a}"]
    lines += [f"x-m{level}: &m{level} {{<<: [*m{level - 1}, *m{level - 1}], x-{level}: 1}}"
              for level in range(1, levels)]
    return "\n".join(lines) + "\n"


def votes(number):
    """A service that needs half of very many servers."""
    servers = "".join(f"  vote-{i}: {{}}\n" for i in range(number))
    names = ", ".join(f"vote-{i}" for i in range(number))
    return (f"infrastructure:\n{servers}services:\n  voting:\n    rto: 4h\n"
            f"    requires: [{{at_least: {number // 2}, of: [{names}]}}]\n")


def calendar_chain(number):
    """Calendars each of which is the only phase of the one before."""
    return ("calendars:\n" + "".join(f"  z{i}: {{phases: [{{calendar: z{i + 1}}}]}}\n" for i in range(number))
            + f"  z{number}: {{week: {{mon: open}}}}\n")


def shared_calendars(number, own):
    """Calendars that take over the days of one that has thousands of them."""
    days = ", ".join(f"{2000 + i // 336}-{1 + i // 28 % 12:02}-{1 + i % 28:02}: open" for i in range(0, 5000, 2))
    return ("calendars:\n  y: {week: {mon: open}, except: {" + days + "}}\n"
            + "".join(f"  y{i}: {{phases: [{{calendar: y}}]{own}}}\n" for i in range(number)))


def aliased_faults(keys, uses):
    """One map with very many faults, which stands in very many places."""
    faults = ", ".join(f"zork{i}: 1" for i in range(keys))
    return f"sites:\n  w0: &w {{{faults}}}\n" + "".join(f"  w{i}: *w\n" for i in range(1, uses))


def nested_choices(levels):
    """Alternatives of alternatives that are all alike."""
    inner = "v1"
    for _ in range(levels):
        inner = f"{{any_of: [{inner}, {{all_of: [v1]}}]}}"
    return f"sites: {{v1: {{recovery: 1h}}}}\nservices: {{v2: {{rto: 1d, requires: [{inner}]}}}}\n"


# Texts for a whole plan, or for its end.
TAILS = [
    ",", "\n,\n", "...\n,", "---\na: 1\n", "\n--- ,\n", "%YAML 9.9\n", "\"", "'", "x: \"", "x-a: 'open\n", "x-a: [1",
    "x-a: {b: [", "&a", "*a", "!", "? ", "- ", ": ", "x-a: |\n", "\t", "x-a:\n\tb: 1\n", "include: [loop.yaml]\n",
    "include: [pipe]\n", "include: [zero]\n", "include: [folder]\n", "include: [huge.yaml]\n", "include: [bcp.yaml]\n",
    "include: [\"?nothing.yaml\", \"*.yaml\"]\n", "include: [../../../../etc/passwd, /etc/passwd, ~/x, \"http://x/y\"]\n",
    "include: [\"[\", \"[a-\", \"**\", \"*/*/*/*\", \"?*\", \"\", \"\\0\", \"a\\nb\"]\n", "include: {a: b}\n", "include: !x [a]\n",
    "x-a: &a [*a]\n", "x-a: &a {<<: *a}\n", "x-a: {<<: [1, {}, [], *b]}\n", "sites: &s {s1: {requires: [*s]}}\n",
    bomb(9, 9), bomb(6, 10), bomb(3, 2) + "x-z: *l2\n", merging(40), votes(10_000), "x-a: " + "[" * NESTED + "]" * NESTED + "\n",
    "x-a: " + "{a: " * NESTED + "\n", "x-a:\n" + "- " * NESTED + "1\n", "? " * NESTED, "x-a: " + "y" * 300_000 + "\n",
    "z" * 2000 + ": 1\n", "x-a: \"" + "\\u202e" * 20_000 + "\"\n", "x-" + "k" * 1000 + ": {a: 1, a: 1}\n",
    "".join(f"x-{i}: {{{'a' * (i % 7)}: 1}}\n" for i in range(5000)), "bogus: 1\n" * 3, "".join(f"bogus{i}: 1\n" for i in range(2000)),
    "calendars: {c9: {week: {mon-fri: 00:00-24:00}, except: {0001-01-01..9999-12-31: open}}}\n",
    "calendars: {c8: {phases: [{until: 2020-03-18, calendar: c8}, {calendar: c8}]}}\n",
    "tasks: {k1: {duration: 99999w, after: [k2]}, k2: {duration: 1e30w, after: [k1]}}\n",
    "services: {k3: {requires: [k4], rto: 0s}, k4: {requires: [k3], recovery: 9999w, mtpd: 1s}}\n",
    "staff: {k5: {headcount: 1000000000000000000}}\nservices: {k6: {staff: {k5: 999999999999999999}, rto: 1d}}\n",
    "sites: {q1: {requires: [!x {any_of: [q2]}, ! {all_of: [q2]}]}, q2: {}}\n", "!x sites: {!x q3: {!x requires: !x [!x q3]}}\n",
    calendar_chain(2000), shared_calendars(900, ""), shared_calendars(900, ", except: {2000-01-02: open}"), aliased_faults(500, 900),
    nested_choices(20), "x-a: {'a\n " + "''" * 500_000 + "': b}\n",
    "resource_types: {r1: {}}\nteams: {r2: {members: 1}}\nequipment: {r3: {type: r1, count: 1000000000, preparation: 1h, team: r2, lot: 1}}\n",
    "resource_types: {r4: {}, r5: {}}\nprofiles: {r6: {needs: {any_of: [{r4: 1}, {r5: 1}]}}}\n"
    "staff: {r7: {headcount: 100000000, profile: r6}}\nservices: {r8: {rto: 1d, staff: {r7: 100000000}}}\n",
]

# Values for anywhere.
VALUES = [
    "", "~", "null", "0", "-1", "010", "+5", "1e400", "-1e400", "1e30w", "nan", ".inf", "0x10", "1_000", "99999999999999999999",
    "1000000000000000000", "0.0000000000000000000000001", "1e-400", "100.00000000000000001%", "-5%", "7%", "1e999999999", "99999-01-01",
    "99999-12-31T23:59", "0000-00-00", "2020-02-30", "2020-03-29T02:30", "-9999-01-01T00:00", "2020-03-14T08:00+99:99", "+99999999999h",
    "+1e9w", "PT999999999999999H", "P1Y", "1h1h", "24:00", "23:59-24:00", "25:00-26:00", "open", "closed", "everyone", "first_time",
    "plan", "start", "end", "tag:", "tag:x", "services", "[]", "{}", "[[]]", "{a: }", "[,]", "[a,,b]", "{,}", "\"\"", "\"\\0\"", "\"\\x1b[2J\"",
    "\"\\e]0;x\\a\"", "\"\\u202e\\u2066\"", "\"\\n::error::x\"", "\"::set-output name=x::y\"", "\"\\x85\\x9b31m\"", "\"<script>\"", "\"|a|b|\"",
    "\"=cmd()\"", "\"\\uD800\"", "\"\\U0010FFFF\"", "&a x", "*a", "!x y", "!!int 5", "!!binary x", "<<", "? x", "|", ">-", "'it''s'", "'", "\"",
    "{min: 2h, likely: 1h, max: 0h}", "{min: 1h}", "{at_least: 10000, of: [a]}", "{any_of: []}", "{all_of: [{any_of: [{at_least: 0, of: []}]}]}",
    "{min: 9, max: 1}", "[" * 70 + "]" * 70, "{en: x, fr: \"\\u202e\", zz: 1, '': 2}", "x" * 5000, "é" * 200, "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "../../../etc/passwd", "/dev/zero", "pipe", "loop.yaml", "folder", "Mars/Olympus", "../../etc/localtime", "localtime", "UTC+99", "a\u00a0b",
]

# Paths at which no plan stands: a pipe that nobody writes to, devices, folders, links in a circle, a file too large.
NO_PLANS = ["pipe", "zero", "/dev/zero", "/dev/tty", "/dev/null/x", "loop.yaml", "folder", "folder/", "huge.yaml", "nothing.yaml", "/",
            "x" * 5000, "\x1b[2J\n::error::", "\u202e", "/proc/self/mem"]


def naming(path):
    """A plan that names a path wherever a file can be named."""
    name = json.dumps(path)
    return HEAD + (f"include: [{name}]\nsites: {{here: {{procedure: {name}}}}}\nroles: {{r: {{holder: x, duties: {name}}}}}\n"
                   f"communications: {{channels: {{c: {{reaches: {{everyone: 50%}}}}}}, messages: {{m: {{subject: s, body: {{fr: {name}, en: {name}}}, "
                   f"audience: [everyone], channels: [c]}}}}}}\nprogramme: {{p: {{type: t, every: 1y, drill: {name}}}}}\n").encode()


# Bytes for anywhere.
BYTES = [
    b"\0", b"\x01", b"\x1b[31m", b"\x7f", b"\x80", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xff\xfe", b"\xef\xbb\xbf",
    b"\xc2\x85", b"\xc2\x9b", b"\xe2\x80\xae", b"\xe2\x81\xa6", b"\xe2\x80\xa8", b"\r", b"\r\n", b"\t", b"\n\t", b"\n---\n", b"\n...\n",
    b"# bcp: allow BCP", b"# bcp: allow BCP9999 because x", b"\n::error::\n", b"#", b" #", b",", b":", b": ", b"- ", b"? ", b"\"", b"'",
    b"[", b"]", b"{", b"}", b"&a ", b"*a ", b"!x ", b"<<: *a\n", b"|\n", b">9\n", b"%",
]

TOKEN = re.compile(rb"[A-Za-z0-9_.:+%-]+|[\[\]{},:\"']")


def flip_byte(rng, text):
    at = rng.randrange(len(text))
    return text[:at] + bytes([text[at] ^ (1 << rng.randrange(8))]) + text[at + 1:]


def put_bytes(rng, text):
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(BYTES) + text[at + rng.choice([0, 0, 1, 3]):]


def cut(rng, text):
    begin = rng.randrange(len(text))
    return text[:begin] + text[begin + rng.randrange(1, 40):]


def end_early(rng, text):
    return text[:rng.randrange(len(text))]


def change_lines(rng, text):
    lines = text.splitlines(keepends=True)
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    how = rng.randrange(4)
    if how == 0:
        del lines[one]
    elif how == 1:
        lines.insert(other, lines[one])
    elif how == 2:
        lines[one], lines[other] = lines[other], lines[one]
    else:
        lines[one] = rng.choice([b" ", b"  ", b"\t", b"- "]) + lines[one]
    return b"".join(lines)


def swap_tokens(rng, text):
    tokens = list(TOKEN.finditer(text))
    if len(tokens) < 2:
        return text
    one, other = sorted(rng.sample(tokens, 2), key=lambda token: token.start())
    return (text[:one.start()] + other.group() + text[one.end():other.start()] + one.group() + text[other.end():])


def replace_token(rng, text, choose):
    """Puts what `choose` makes of all tokens in place of one of them."""
    tokens = list(TOKEN.finditer(text))
    if not tokens:
        return text
    token = rng.choice(tokens)
    return text[:token.start()] + choose(tokens) + text[token.end():]


def copy_token(rng, text):
    """One thing gets the name of another."""
    return replace_token(rng, text, lambda tokens: rng.choice(tokens).group())


def splice_value(rng, text):
    return replace_token(rng, text, lambda _: rng.choice(VALUES).encode())


def add_tail(rng, text):
    """Behind the plan, where a section of the same name may stand before, or behind a plan of nothing else."""
    return (text if rng.random() < 0.5 else HEAD) + rng.choice(TAILS).encode()


def other_ends(rng, text):
    return text.replace(b"\n", rng.choice([b"\r\n", b"\r", b"\n\n", b" \n"]))


def other_encoding(rng, text):
    how = rng.choice(["utf-16", "utf-16-le", "utf-32", "latin-1", "bom", "boms"])
    if how in ("bom", "boms"):
        return b"\xef\xbb\xbf" * (1 if how == "bom" else 3) + text
    return text.decode("utf-8", "replace").encode(how, "replace")


CHANGES = [flip_byte, put_bytes, put_bytes, cut, end_early, change_lines, change_lines, swap_tokens, copy_token,
           copy_token, splice_value, splice_value, splice_value, splice_value, add_tail, other_ends, other_encoding]

PATHS = [
    "plan.start", "plan.timezone", "plan.name", "plan.person_day", "plan", "services", "staff", "equipment", "teams", "x-a", "bcp", "include",
    "tiers", "[services]", "services.[a.b].rto", "services.nowhere.rto", "a" * 3000, ".".join(["a"] * 5000), "[", "]", "[[x]]", ".", "..",
    "plan.milestones.start", "calendars.c.week.mon", "\ufeffplan.name", "\ufeff", "\ufeff\ufeff{", "\u202e", "\x1b[2J", "",
]

INSTANTS = ["+1h", "+1e30w", "99999-01-01", "-1h", "everyone", "2020-03-29T02:30", "", "\x1b[2J", "+99999999999999999999h", "nowhere", "\u202e"]
ABSENT = ["everyone=25%", "everyone=1e400", "=", "a=b", "everyone=", "everyone=-1", "everyone=101%", "\x1b=1%", "x" * 2000 + "=1%"]


def plan_of(seed, bases):
    """The bytes of a plan that something has happened to."""
    rng = random.Random(seed)
    text = rng.choice(bases)
    for _ in range(rng.choice([1, 1, 1, 2, 3, 6])):
        text = rng.choice(CHANGES)(rng, text) or b" "
    return text


def words_of(seed, commands):
    """A command and words for it, most of them in order."""
    rng = random.Random(f"words {seed}")
    command = rng.choice(commands)
    words = [command]
    if command == "impact" or (command in ("gap-report", "critical-path") and rng.random() < 0.1):
        words += ["--fail", *rng.choice([["g1"], ["nowhere"], ["\u202e", "\x1b[2J"], ["s1", "s2"], ["x" * 3000], [""]])]
    if rng.random() < 0.5:
        words += ["--format", "json"]
    elif rng.random() < 0.1:
        words += ["--format", rng.choice(["csv", "markdown", "html", "", "\x1b", "JSON"])]
    if rng.random() < 0.15:
        value = rng.choice(VALUES).replace("\0", "")
        words += ["--set", rng.choice(PATHS).replace("\0", "") + rng.choice(["=", "=", "=", ""]) + value]
    if rng.random() < 0.2:
        words += ["--lang", rng.choice(["fr", "fr", "en", "de", "\u202e"])]
    if command == "gap-report" and rng.random() < 0.2:
        words += rng.choice([["--at", rng.choice(INSTANTS)], ["--absent", rng.choice(ABSENT)], ["--cold-start"], ["--strict"]])
    if rng.random() < 0.03:
        words += rng.choice([["--nothing"], ["--format="], ["--threads", "0"], ["--threads", "99999999999"], ["--max-findings", "-1"], ["-q"],
                             ["--"], [""], ["\x1b[2J"], ["--\u202e"], ["--threads", "2"], ["--as-of", "99999-01-01"]])
    return words


def bases():
    """Plans to begin with: random ones that all is well with, and one that has every key."""
    plans = [yaml.safe_dump(random_plans.random_plan(seed)[0], sort_keys=False, allow_unicode=True).encode()
             for seed in range(40)]
    with open(os.path.join(os.path.dirname(__file__), "../plan/every_key.yaml"), "rb") as file:
        plans.append(file.read())
    return plans + plans[-1:] * 15
