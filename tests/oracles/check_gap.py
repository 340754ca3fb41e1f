#!/usr/bin/env python3
"""Holds `bcp gap-report` against the oracle.

    check_gap.py BCP [--plans N] [--seed S] [--jobs 2] [--fields types,sources] [--without FEATURE]
    check_gap.py BCP --plan FOLDER

The first form checks N random plans, prints the first few differences and how many plans exercised
what; of 10,000 plans or more, each feature must have been exercised by 200.  The second form checks
one plan, with and without `--at`.  Exit status 1 on any difference.
"""
import sys

import comparing
import random_plans
from allotment import gap_report
from comparing import Check, option_word, option_words
from plan_reader import absence_argument, instant_argument, read_plan
from recovery import Outage
from supply import Supply


def expected(folder, words):
    """The oracle's answer, exit status, and what can be seen in the answer only."""
    plan = read_plan(folder)
    at, absent = option_word(words, "--at"), option_word(words, "--absent")
    if absent:
        plan.absences += absence_argument(plan, absent)
    outage = Outage(set(option_words(words, "--fail") or []), "--cold-start" in words)
    report = gap_report(Supply(plan, outage), instant_argument(plan, at) if at else None)
    status = report.pop("status")
    if "--strict" in words and any(row["gap"] for row in report["types"]):
        status = 1
    return report, status, seen(report)


def random_plan(seed):
    document, arguments, features = random_plans.random_plan(seed)
    return document, ["gap-report", *arguments], features


def runs(folder):
    """As it is, with a quarter of everyone absent, and at each milestone."""
    options = [[], ["--absent", "everyone=25%"]]
    options += [["--at", id] for id in read_plan(folder).milestones]
    return [["gap-report", *words] for words in options]


def seen(report):
    types, services = report["types"], report["services"]
    verdicts = {verdict: any(row["verdict"] == verdict for row in services)
                for verdict in ("ok", "late", "breach")}
    return verdicts | {
        "a gap": any(row["gap"] for row in types),
        "a gap of the minimum": any(row["gap_minimum"] for row in types),
        "no gap at all": report["headline"]["type"] is None,
        "units out of reach": any(row["out_of_reach"] for row in types),
        "units out of reach for the minimum": any(row["out_of_reach_minimum"] for row in types),
        "gaps differ between milestones": any(
            len({there["gap"] for there in row["milestones"]}) > 1 for row in types),
        "a group gives": any(row["id"] in {group["id"] for group in report["staff"]}
                             for row in report["sources"]),
        "units ready one after the other": any(row["first"] != row["last"]
                                               for row in report["sources"]),
        "staff of no service equipped": any(
            row["equipped"] > row["wanted"] for row in report["staff"]),
        "minimum reached after its deadline": any(
            row["minimum_at"] and row["minimum_at"] != row["at"] for row in services),
        "short of people": any("staff" in item for row in services for item in row["short"]),
        "short of units": any("type" in item for row in services for item in row["short"]),
        "limited by itself": any(row["id"] in row["limited_by"] for row in services),
        "a level between 0 and 1": any(0 < row["level"] < 1 for row in services),
        "a minimum of two groups": any(
            len(row["staff"]) > 1 and row["verdict"] == "ok" and row["mbco"] > 0
            for row in services)}


if __name__ == "__main__":
    sys.exit(comparing.main(Check({"gap-report"}, expected, random_plan, runs), __doc__))
