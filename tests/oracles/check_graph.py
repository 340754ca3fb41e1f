#!/usr/bin/env python3
"""Holds `bcp critical-path`, `bcp impact` and `bcp bia` against the oracle.

    check_graph.py BCP [--plans N] [--seed S] [--jobs 2] [--fields services] [--without FEATURE]
    check_graph.py BCP --plan FOLDER

The first form checks N random plans, each with one command, prints the first few differences and how
many plans exercised what; of 10,000 plans or more, each feature must have been exercised by 200.  The
second form checks one plan with every command.  Exit status 1 on any difference.
"""
import sys

import comparing
import random_graphs
from bia import bia
from comparing import Check, option_word, option_words
from coverage import covering, cover_as_planned, is_covered, limit, running, runs
from critical_path import bounds, critical_path, slack
from impact import impact, impact_of_each, required
from plan_reader import NEVER, read_plan
from recovery import ready


def expected(folder, words):
    """The oracle's answer, exit status, and what can be seen in the answer only."""
    plan = read_plan(folder, option_word(words, "--estimate", "likely"),
                     option_word(words, "--believe", "promised"))
    failed = set(option_words(words, "--fail") or [])
    only = option_word(words, "--service")
    if words[0] == "critical-path":
        answer, status, settling = critical_path(plan, failed, only)
        return answer, status, seen_in_critical_path(answer, settling)
    if words[0] == "bia":
        answer, status, settling = bia(plan, failed, only)
        return answer, status, seen_in_bia(answer, settling)
    if "--all" in words:
        return *impact_of_each(plan), {}
    return *(found := impact(plan, failed)), seen_in_impact(found[0], plan)


def every_run(folder):
    plan = read_plan(folder)
    commands = [["critical-path"], ["bia"]]
    commands += [[*words, "--estimate", "max", "--believe", "worst"] for words in commands]
    for id in plan.nodes:
        commands += [["critical-path", "--fail", id], ["impact", "--fail", id]]
    return commands


# ---- What a plan exercised ------------------------------------------------------------------

def loops(plan):
    """The nodes that require themselves, by way of others."""
    return {id for id in plan.nodes if id in above(plan, required(plan.nodes[id]))}


def above(plan, ids):
    """These and all that they require, alternatives included."""
    found, before = set(ids), None
    while found != before:
        before = set(found)
        found |= {other for id in before for other in required(plan.nodes[id])}
    return found


def groups(requirements):
    """Every group of which some items do, nested ones included."""
    for item in requirements:
        if not isinstance(item, str):
            if item[1] < len(item[2]):
                yield item
            yield from groups(item[2])


def is_tied(settling, group):
    """(whether the last item that carries a group and the next are met at one instant, by one node)"""
    _, k, parts = group
    times = sorted(ready(part, settling.up) for part in parts)
    places = sorted(settling.place(part) for part in parts)
    return (times[k - 1] == times[k] < NEVER, places[k - 1] == places[k] < NEVER)


def seen_in_settling(settling):
    plan, up = settling.plan, settling.up
    cold = not settling.failed
    never = {id for id in plan.nodes if up[id] == NEVER}
    looping = loops(plan)
    in_use = [group for id in set(plan.nodes) - never - settling.running
              for group in groups(plan.nodes[id].requires)]
    ties = [is_tied(settling, group) for group in in_use]
    return {
        "a deadlock": cold and bool(never),
        "a deadlock of nodes with recovery 0": cold and any(
            settling.recovery(id) == 0 for id in never & looping),
        "a deadlock after a failure": not cold and bool(never),
        "a loop with a way in": cold and bool(looping - never),
        "a loop that goes on running": bool(looping & settling.running),
        "a loop that is brought back": not cold and bool(looping - settling.running - never),
        "failed, with recovery 0": any(settling.recovery(id) == 0 for id in settling.failed),
        "what waited resumes later": any(
            0 < up[id] < NEVER and id not in settling.failed for id in plan.nodes) and not cold,
        "items of a group met at one instant": any(instant for instant, _ in ties),
        "items of a group met by one node": any(node for _, node in ties)}


def seen_in_coverage(settling, service):
    up = settling.up
    covers = cover_as_planned(service, up)
    own_limits = [time for time in (service.rto_at, service.breach_at) if time is not None]
    rows = [(workaround, *runs(workaround, up)) for workaround in service.workarounds]
    return {
        "a workaround covers": bool(covers),
        "workarounds cover one after the other": len(covers) > 1,
        "several workarounds to choose from": any(
            len(covering(service, up, time)) > 1 for _, time in covers),
        "of workarounds with one end the smallest id": any(
            runs(one, up)[1] == runs(other, up)[1] and one.id != other.id
            for one, time in covers for other in covering(service, up, time)),
        "never up, but covered for good": up[service.id] == NEVER and bool(covers),
        "a workaround too weak": any(
            not is_covered(service, up, time) and running(service, up, time) for time in own_limits),
        "a workaround that waits for what it requires": any(
            workaround.ready < begin < end for workaround, begin, end in rows),
        "a workaround whose window ends before it can run": any(
            begin >= end for _, begin, end in rows),
        "a workaround that ends too early": not covers and any(
            begin < end < up[service.id] for _, begin, end in rows)}


def seen_in_critical_path(answer, settling):
    plan, up, services = settling.plan, settling.up, answer["services"]
    limits = bounds(settling)
    own = [bound for bound in limits if bound[2] in plan.services]
    spare = {row["id"]: row["slack_s"] for row in answer["nodes"]}
    paths = [row["path"] for row in services if len(row["path"]) > 0]
    seen = seen_in_settling(settling)
    for service in plan.services.values():
        for feature, happened in seen_in_coverage(settling, service).items():
            seen[feature] = seen.get(feature, False) or happened
    return seen | {verdict: any(row["verdict"] == verdict for row in services)
                   for verdict in ("ok", "late", "breach")} | {
        "up at its limit": any(up[id] == limit(service, up)
                               for id, service in plan.services.items()),
        "late without an MTPD": any(row["verdict"] == "late" and row["mtpd_s"] is None
                                    for row in services),
        "never up without a limit": any(not row["path"] and row["rto_s"] is row["mtpd_s"] is None
                                        for row in services),
        "a path of three nodes": any(len(path) > 2 for path in paths),
        "a path that the clock begins": any(settling.clock(path[-1]) > 0 for path in paths),
        "a path through a loop": any(set(path) & loops(plan) for path in paths),
        "a path chosen among equals": any(
            sum(up[other] == settling.start(id) for other in settling.used_by(id)) > 1
            for path in paths for id in path[:-1]),
        "slack 0": 0 in spare.values(),
        "slack above 0": any(time for time in spare.values()),
        "slack without limit": any(time is None and up[id] < NEVER and id not in settling.running
                                   for id, time in spare.items()),
        "slack after a failure": any(time is not None for time in spare.values())
                                 and bool(settling.failed),
        "slack to the end of a workaround": any(
            limit(plan.services[id], up) < end < NEVER for id, end, _ in own),
        "slack set by what a workaround requires": len(own) < len(limits) and any(
            time != slack(settling, id, own) for id, time in spare.items())}


def seen_in_impact(answer, plan):
    down = set(answer["failed"]) | {row["id"] for row in answer["lost"]}
    return {
        "a service lost": any(row["kind"] == "service" for row in answer["lost"]),
        "nothing lost": not answer["lost"],
        "lost for several reasons": any(len(row["because"]) > 1 for row in answer["lost"]),
        "lost by way of another": any(not set(row["because"]) & set(answer["failed"])
                                      for row in answer["lost"]),
        "survives by an alternative": any(required(node) & down for id, node in plan.nodes.items()
                                          if id not in down),
        "a loop lost": any(id in loops(plan) for id in down - set(answer["failed"]))}


def seen_in_bia(answer, settling):
    plan, rows = settling.plan, answer["entities"]
    needed = [row for row in rows if row["required_rto_s"] is not None]
    return {
        "required RTO below 0": any(row["required_rto_s"] < 0 for row in needed),
        "required RTO missed": any(row["required_rto_s"] < row["up_s"] for row in needed),
        "every required RTO met": all(row["required_rto_s"] >= row["up_s"] for row in needed),
        "required RTO of several services": any(len(row["because"]) > 1 for row in needed),
        "required RTO of another's": any(
            row["id"] in plan.services and row["id"] not in row["because"]
            and plan.services[row["id"]].rto is not None for row in needed),
        "no required RTO, but an RPO": any(
            row["required_rto_s"] is None and row["required_rpo_s"] is not None for row in rows),
        "never up, with a required RPO": any(
            row["up_s"] is None and row["required_rpo_s"] is not None for row in rows),
        "more reasons than ten": any(row["because_more"] for row in rows),
        "more reasons for the RPO than ten": any(row["rpo_because_more"] for row in rows),
        "a backup that offers too little": any(
            row["rpo_s"] is not None and row["required_rpo_s"] is not None
            and row["rpo_s"] > row["required_rpo_s"] for row in rows)}


if __name__ == "__main__":
    commands = {"critical-path", "impact", "bia"}
    sys.exit(comparing.main(Check(commands, expected, random_graphs.random_plan, every_run), __doc__))
