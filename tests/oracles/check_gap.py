#!/usr/bin/env python3
"""Holds `bcp gap-report` against the oracle.

    check_gap.py BCP [--plans N] [--seed S] [--jobs 2] [--fields types,sources] [--without FEATURE]
    check_gap.py BCP --plan FOLDER

The first form checks N random plans, prints the first few differences and how many plans exercised
what; of 10,000 plans or more, each feature must have been exercised by 200.  The second form checks
one plan, with and without `--at`.  Exit status 1 on any difference.
"""
import argparse
import copy
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from fractions import Fraction

import random_plans
from allotment import gap_report
from plan_reader import absence_argument, instant_argument, read_plan
from recovery import Outage
from supply import Supply

LEAST_PLANS_PER_FEATURE = 200
SHOWN = 3


# ---- Both answers ---------------------------------------------------------------------------

def option_words(arguments, name):
    """The words after an option, up to the next one; None where it is not given."""
    if name not in arguments:
        return None
    words = []
    for word in arguments[arguments.index(name) + 1:]:
        if word.startswith("--"):
            break
        words.append(word)
    return words


def expected(folder, arguments):
    """The oracle's answer and exit status."""
    plan = read_plan(folder)
    at, absent = option_words(arguments, "--at"), option_words(arguments, "--absent")
    if absent:
        plan.absences += absence_argument(plan, absent[0])
    outage = Outage(set(option_words(arguments, "--fail") or []), "--cold-start" in arguments)
    report = gap_report(Supply(plan, outage), instant_argument(plan, at[0]) if at else None)
    status = report.pop("status")
    if "--strict" in arguments and any(row["gap"] for row in report["types"]):
        status = 1
    return report, status


def answered(bcp, folder, arguments):
    """The program's answer and exit status; (text, status) where it is no JSON."""
    command = [bcp, "gap-report", os.path.join(folder, "bcp.yaml"), "--format", "json", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    try:
        return json.loads(done.stdout), done.returncode
    except ValueError:
        return (done.stdout + done.stderr)[:2000], done.returncode


# ---- Comparing ------------------------------------------------------------------------------

def row_name(row, index):
    """What to call an item of a list: its id, group, type or place."""
    if isinstance(row, dict):
        names = [str(row[key]) for key in ("id", "type", "staff") if isinstance(row.get(key), str)]
        return " ".join(names) or str(index)
    return str(index)


def equal(want, got):
    if isinstance(want, (float, Fraction)) and isinstance(got, (int, float)):
        return abs(float(want) - got) <= 1e-9 * max(1.0, abs(float(want)))
    return want == got and isinstance(want, bool) == isinstance(got, bool)


def differences(want, got, place=""):
    """Lines saying where an answer is not what is expected; more fields may stand beside."""
    if isinstance(want, dict) and isinstance(got, dict):
        return [line for key, value in want.items()
                for line in (differences(value, got[key], f"{place}.{key}") if key in got
                             else [f"{place}.{key}: missing"])]
    if isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        return [line for index, (one, other) in enumerate(zip(want, got))
                for line in differences(one, other, f"{place}[{row_name(one, index)}]")]
    return [] if equal(want, got) else [f"{place}: bcp says {shown(got)}, the oracle {shown(want)}"]


def shown(value):
    return json.dumps(value, default=float)[:300]


def compared(bcp, folder, arguments, fields):
    """(differences, the oracle's answer)"""
    want, status = expected(folder, arguments)
    got, got_status = answered(bcp, folder, arguments)
    if isinstance(got, str):
        return [f"no JSON, status {got_status}: {got}"], want
    if "error" in got:
        return [f"status {got_status}, error: {shown(got['error'])}"], want
    part = {key: value for key, value in want.items() if not fields or key in fields}
    found = differences(part, got)
    if not fields and status != got_status:
        found.append(f"status: bcp ends with {got_status}, the oracle with {status}")
    return found, want


# ---- What a plan exercised ------------------------------------------------------------------

def outcomes(report, arguments):
    """What can be seen in the answer only."""
    types, services = report["types"], report["services"]
    seen = {
        "answer: a gap": any(row["gap"] for row in types),
        "answer: a gap of the minimum": any(row["gap_minimum"] for row in types),
        "answer: no gap at all": report["headline"]["type"] is None,
        "answer: units out of reach": any(row["out_of_reach"] for row in types),
        "answer: units out of reach for the minimum": any(row["out_of_reach_minimum"]
                                                          for row in types),
        "answer: gaps differ between milestones": any(
            len({there["gap"] for there in row["milestones"]}) > 1 for row in types),
        "answer: a group gives": any(row["id"] in {group["id"] for group in report["staff"]}
                                     for row in report["sources"]),
        "answer: units ready one after the other": any(row["first"] != row["last"]
                                                       for row in report["sources"]),
        "answer: staff of no service equipped": any(
            row["equipped"] > row["wanted"] for row in report["staff"]),
        "answer: minimum reached after its deadline": any(
            row["minimum_at"] and row["minimum_at"] != row["at"] for row in services),
        "answer: short of people": any("staff" in item for row in services
                                       for item in row["short"]),
        "answer: short of units": any("type" in item for row in services for item in row["short"]),
        "answer: limited by itself": any(row["id"] in row["limited_by"] for row in services),
        "answer: a level between 0 and 1": any(0 < row["level"] < 1 for row in services),
        "answer: a minimum of two groups": any(
            len(row["staff"]) > 1 and row["verdict"] == "ok" and row["mbco"] > 0
            for row in services)}
    for verdict in ("ok", "late", "breach"):
        seen[f"answer: {verdict}"] = any(row["verdict"] == verdict for row in services)
    return {name for name, happened in seen.items() if happened}


def check_seed(work):
    """One random plan: (seed, arguments, document, differences, features)."""
    bcp, seed, fields, without = work
    document, arguments, features = random_plans.random_plan(seed)
    if features & without:
        return seed, arguments, document, [], set()
    in_parts = seed % 20 == 0
    folder = os.path.join(tempfile.gettempdir(), f"bcp-oracle-{os.getpid()}")
    random_plans.write(document, folder, in_parts)
    try:
        found, report = compared(bcp, folder, arguments, fields)
        features = features | outcomes(report, arguments)
    except subprocess.TimeoutExpired:
        found = ["bcp took more than a minute"]
    return seed, arguments, document, found, features | ({"include"} if in_parts else set())


# ---- Smaller plans that still differ --------------------------------------------------------

def without_each(thing):
    """Copies of a document with one entry of one map left out, the outer ones first."""
    places = [(thing, [])]
    for part, path in places:
        if isinstance(part, dict):
            for key in part:
                if path or key not in ("bcp", "plan"):
                    yield removed(thing, path + [key])
                places.append((part[key], path + [key]))


def removed(thing, path):
    result = copy.deepcopy(thing)
    inner = result
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return result


def shrunk(bcp, document, arguments, fields):
    """Leaves out what can be left out of a plan so that the answers go on differing."""
    folder = tempfile.mkdtemp(prefix="bcp-oracle-")
    smaller = document
    while smaller:
        document, smaller = smaller, None
        for candidate in without_each(document):
            random_plans.write(candidate, folder)
            try:
                found, _ = compared(bcp, folder, arguments, fields)
            except (KeyError, ValueError, IndexError):      # the oracle trusts that references hold
                continue
            if found and "error" not in found[0] and "no JSON" not in found[0]:
                smaller = candidate
                break
    return document


# ---- Running --------------------------------------------------------------------------------

def print_difference(bcp, result, fields, shrink):
    seed, arguments, document, found, _ = result
    if shrink and "error" not in found[0] and "no JSON" not in found[0]:
        document = shrunk(bcp, document, arguments, fields)
    print(f"\nseed {seed}: bcp gap-report bcp.yaml --format json {' '.join(arguments)}")
    random_plans.save(document, "/dev/stdout")
    sys.stdout.write("".join(f"  {line}\n" for line in found[:12]))


def print_features(counts):
    print("\nfeature: number of plans that exercised it")
    for feature, number in sorted(counts.items()):
        print(f"  {feature}: {number}")


def check_random(options, fields, without):
    began, counts, failures = time.time(), Counter(), []
    works = [(options.bcp, options.seed + number, fields, without)
             for number in range(options.plans)]
    with multiprocessing.Pool(options.jobs) as pool:
        for result in pool.imap(check_seed, works, chunksize=20):
            counts.update(result[4])
            if result[3]:
                failures.append(result)
    for result in failures[:options.show]:
        print_difference(options.bcp, result, fields, options.shrink)
    print_features(counts)
    rare = [feature for feature, number in counts.items() if number < LEAST_PLANS_PER_FEATURE]
    took = time.time() - began
    print(f"\n{options.plans} plans, {len(failures)} differ, {took:.0f} s")
    if options.plans >= 10000 and rare:
        print("exercised too rarely: " + ", ".join(sorted(rare)))
    if failures:
        print("seeds: " + " ".join(str(result[0]) for result in failures[:40]))
    return bool(failures) or options.plans >= 10000 and bool(rare)


def check_one(bcp, folder, fields):
    """One plan: as it is, at each milestone, and with a quarter of everyone absent."""
    plan, failed = read_plan(folder), False
    runs = [[], ["--absent", "everyone=25%"]] + [["--at", id] for id in plan.milestones]
    for arguments in runs:
        began = time.time()
        found, _ = compared(bcp, folder, arguments, fields)
        failed = failed or bool(found)
        print(f"{' '.join(arguments) or 'default'}: {len(found)} differences, "
              f"{time.time() - began:.1f} s")
        sys.stdout.write("".join(f"  {line}\n" for line in found[:12]))
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bcp", help="the program to check")
    parser.add_argument("--plans", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--fields", help="compare these top-level fields only, not the exit status")
    parser.add_argument("--without", action="append", default=[],
                        help="leave out plans that exercise a feature; may be repeated")
    parser.add_argument("--show", type=int, default=SHOWN, help="how many differing plans to print")
    parser.add_argument("--shrink", action="store_true",
                        help="make these plans as small as possible")
    parser.add_argument("--plan", metavar="FOLDER", help="check this plan instead of random ones")
    options = parser.parse_args()
    options.bcp = os.path.abspath(options.bcp)
    fields = options.fields.split(",") if options.fields else None
    if options.plan:
        return check_one(options.bcp, options.plan, fields)
    return check_random(options, fields, set(options.without))


if __name__ == "__main__":
    sys.exit(main())
