#!/usr/bin/env python3
"""Holds `bcp` against plans, words and files that mean harm.

    check_hostile.py BCP [--plans N] [--seed S] [--jobs 2] [--keep FOLDER]

Each plan is a good one to which something has happened, and each is given to one command.  Whatever it is,
`bcp` ends by itself with 0, 1 or 2, within a second of computing and 512 MiB, says something, and writes
nothing that a terminal, a workflow or a reader of JSON could take for more than text.  The seed of a plan is
S plus its number, so that `--seed SEED --plans 1` shows one of them again; `--keep` writes the plans at fault.
"""
import argparse
import json
import multiprocessing
import os
import re
import resource
import signal
import sys
import tempfile
import time
from collections import Counter

import hostile_plans

COMMANDS = ["validate", "gap-report", "critical-path", "impact", "bia"]
MOST_SECONDS = 1.0
MOST_MEBIBYTES = 512
MOST_WAITING = 60
SHOWN = 10

# All but line ends and tabs: C0, DEL, C1, and what turns the direction of writing.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Hangs(Exception):
    """The program did not come to an end."""


def ring(_number, _frame):
    raise Hangs


class Sandbox:
    """A folder with a plan and bad company."""

    def __init__(self, folder, bcp):
        self.folder, self.bcp = folder, bcp
        self.environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "exitcode=99",
                            "UBSAN_OPTIONS": "exitcode=99:print_stacktrace=1"}
        os.symlink("loop.yaml", os.path.join(folder, "loop.yaml"))
        os.symlink("/dev/zero", os.path.join(folder, "zero"))
        os.mkfifo(os.path.join(folder, "pipe"))
        os.mkdir(os.path.join(folder, "folder"))
        with open(os.path.join(folder, "huge.yaml"), "wb") as file:
            file.truncate(1 << 40)
        os.chdir(folder)

    def run(self, text, words):
        """(status, its computing in seconds, its memory in MiB, standard output, standard error)"""
        with open("bcp.yaml", "wb") as file:
            file.write(text)
        streams = [(os.POSIX_SPAWN_OPEN, number, name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                   for number, name in ((1, "out"), (2, "err"))]
        given = "bcp.yaml" if "-" in words else "/dev/null"
        streams.append((os.POSIX_SPAWN_OPEN, 0, given, os.O_RDONLY, 0))
        child = os.posix_spawn(self.bcp, ["bcp", *words], self.environment, file_actions=streams)
        signal.alarm(MOST_WAITING)
        try:
            resource.prlimit(child, resource.RLIMIT_CPU, (MOST_WAITING, MOST_WAITING))
            _, status, used = os.wait4(child, 0)
        except Hangs:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            raise
        finally:
            signal.alarm(0)
        with open("out", "rb") as out, open("err", "rb") as err:
            return (os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime,
                    used.ru_maxrss / 1024, out.read(), err.read())


def whole_document(text):
    """What is wrong with a text that has to be one document of JSON."""
    def refused(word):
        raise ValueError(f"{word} is no JSON")
    try:
        document = json.loads(text, parse_constant=refused)
    except ValueError as problem:
        return [f"no JSON: {problem}"]
    return [] if isinstance(document, dict) and "bcp" in document else ["JSON without `bcp`"]


def faults_of(words, status, seconds, memory, out, err):
    """What no run may show."""
    faults = []
    if status not in (0, 1, 2):
        faults.append(f"status {status}")
    if seconds > MOST_SECONDS:
        faults.append(f"{seconds:.2f} s")
    if memory > MOST_MEBIBYTES:
        faults.append(f"{memory:.0f} MiB")
    if not out and not err:
        faults.append("not a word")
    if b"internal error" in err or b"Sanitizer" in err or b"runtime error" in err:
        faults.append("says " + err[:200].decode("utf-8", "replace"))
    is_json = "--format" in words[:-1] and words[words.index("--format") + 1] == "json"
    for name, stream in (("output", out), ("errors", err)):
        try:
            text = stream.decode("utf-8")
        except UnicodeDecodeError:
            faults.append(f"no UTF-8 in standard {name}")
            continue
        found = UNPRINTABLE.search(text.replace("\r\n", "\n"))
        if found:
            faults.append(f"U+{ord(found.group()):04X} in standard {name}")
        if re.search("^::", text, re.MULTILINE):
            faults.append(f"a line of standard {name} begins with `::`")
    # Words that are refused before a format is known are told as text.
    return faults + (whole_document(out) if is_json and out else [])


def check_share(task):
    """Checks every so manyth plan; what was at fault, and figures for the closing line."""
    bcp, commands, seeds, bases, keep = task
    signal.signal(signal.SIGALRM, ring)
    faulty, statuses, slowest, largest = [], Counter(), 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        sandbox = Sandbox(folder, bcp)
        for seed in seeds:
            text = hostile_plans.plan_of(seed, bases)
            words = hostile_plans.words_of(seed, commands)
            try:
                status, seconds, memory, out, err = sandbox.run(text, words)
            except Hangs:
                faulty.append((seed, words, [f"no end within {MOST_WAITING} s"], text))
                continue
            statuses[status] += 1
            slowest, largest = max(slowest, seconds), max(largest, memory)
            faults = faults_of(words, status, seconds, memory, out, err)
            if faults:
                faulty.append((seed, words, faults, text))
                if keep:
                    with open(os.path.join(keep, f"{seed}.yaml"), "wb") as file:
                        file.write(text)
        os.chdir("/")
    return faulty, statuses, slowest, largest


def check_paths(bcp, commands):
    """What is no plan at all ends every command with 2, and what a good plan names besides ends none of them."""
    signal.signal(signal.SIGALRM, ring)
    faulty = []
    with tempfile.TemporaryDirectory() as folder:
        sandbox = Sandbox(folder, bcp)
        runs = [(hostile_plans.HEAD, [command, path, *rest], (2,))
                for command in commands for path in hostile_plans.NO_PLANS
                for rest in ([], ["--format", "json"])]
        runs += [(hostile_plans.naming(path), [command, *rest], (0, 1, 2))
                 for command in commands for path in hostile_plans.NO_PLANS for rest in ([], ["--format", "json"])]
        for text, words, statuses in runs:
            if words[0] == "impact":
                words += ["--fail", "here"]
            try:
                result = sandbox.run(text, words)
            except Hangs:
                faulty.append((0, words, [f"no end within {MOST_WAITING} s"], text))
                continue
            faults = faults_of(words, *result)
            if result[0] not in statuses:
                faults.append(f"status {result[0]}")
            if faults:
                faulty.append((0, words, faults, text))
        os.chdir("/")
    return faulty


def commands_of(bcp):
    """Those of the commands that this program has."""
    help_text = os.popen(f"'{bcp}' --help").read()
    return [name for name in COMMANDS if re.search(rf"^\s+{name}\b", help_text, re.MULTILINE)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bcp", help="the program to check")
    parser.add_argument("--plans", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", help="a folder for the plans at fault")
    options = parser.parse_args()
    bcp = os.path.abspath(options.bcp)
    keep = os.path.abspath(options.keep) if options.keep else None
    began = time.time()
    bases, commands = hostile_plans.bases(), commands_of(bcp)
    if not commands:
        sys.exit("the program names no command in its help")
    shares = [(bcp, commands, range(options.seed + job, options.seed + options.plans, options.jobs), bases, keep)
              for job in range(options.jobs)]
    with multiprocessing.Pool(options.jobs) as pool:
        results = pool.map(check_share, shares, chunksize=1)
    faulty = check_paths(bcp, commands) + sorted(one for result in results for one in result[0])
    statuses = sum((result[1] for result in results), Counter())
    for seed, words, faults, text in faulty[:SHOWN]:
        print(f"seed {seed}: bcp {' '.join(ascii(word)[:80] for word in words)}: {'; '.join(faults)}")
        print(f"  {ascii(text[-300:])}")
    print(f"{options.plans} hostile plans, {len(faulty)} with faults; status "
          + ", ".join(f"{status}: {count}" for status, count in sorted(statuses.items()))
          + f"; at most {max(result[2] for result in results):.2f} s and {max(result[3] for result in results):.0f} MiB"
          + f"; {time.time() - began:.1f} s")
    return bool(faulty)


if __name__ == "__main__":
    sys.exit(main())
