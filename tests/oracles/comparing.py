"""Do the program and the oracle agree, on one plan and on many?  What every check_*.py shares."""
import argparse
import copy
import glob
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import Callable

import dice

LEAST_PLANS_PER_FEATURE = 200
SHOWN = 3
EXAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "examples")


@dataclass
class Check:
    """What one check compares.  Words are those of a command line, the command first."""
    commands: set
    expected: Callable      # folder, words: the oracle's answer, exit status, {feature: whether seen}
    random_plan: Callable   # seed: document, words, set of the features that it exercises
    runs: Callable          # folder: the lists of words with which to check a plan of one's own


# ---- Both answers ---------------------------------------------------------------------------

def option_words(words, name):
    """The words after an option, up to the next one; None where it is not given."""
    if name not in words:
        return None
    values = []
    for word in words[words.index(name) + 1:]:
        if word.startswith("--"):
            break
        values.append(word)
    return values


def option_word(words, name, default=None):
    """The one word after an option."""
    return (option_words(words, name) or [default])[0]


def answered(bcp, folder, words):
    """The program's answer and exit status; (text, status) where it is no JSON."""
    command = [bcp, words[0], os.path.join(folder, "bcp.yaml"), "--format", "json", *words[1:]]
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
    return [] if equal(want, got) else [f"{place}: {shown(got)}, expected {shown(want)}"]


def shown(value):
    return json.dumps(value, default=float)[:300]


def compared(check, bcp, folder, words, fields):
    """(differences, what could be seen in the answer only)"""
    want, status, seen = check.expected(folder, words)
    got, got_status = answered(bcp, folder, words)
    if isinstance(got, str):
        return [f"no JSON, status {got_status}: {got}"], seen
    if "error" in got:
        return [f"status {got_status}, error: {shown(got['error'])}"], seen
    part = {key: value for key, value in want.items() if not fields or key in fields}
    found = differences(part, got)
    if not fields and status != got_status:
        found.append(f"status: {got_status}, expected {status}")
    return found, seen


def check_seed(work):
    """One random plan: (seed, words, document, differences, {feature: whether exercised})."""
    check, bcp, seed, fields, without, folders = work
    document, words, features = check.random_plan(seed)
    if features & without:
        return seed, words, document, [], {}
    in_parts = seed % 20 == 0
    folder = os.path.join(folders, str(os.getpid()))
    dice.write(document, folder, in_parts)
    exercised = dict.fromkeys(features, True) | {"include": in_parts}
    try:
        found, seen = compared(check, bcp, folder, words, fields)
        exercised |= {f"answer: {feature}": happened for feature, happened in seen.items()}
    except subprocess.TimeoutExpired:
        found = ["bcp took more than a minute"]
    return seed, words, document, found, exercised


# ---- Smaller plans that still differ --------------------------------------------------------

def without_each(thing):
    """Copies of a document with one entry of one map or list left out, the outer ones first."""
    places = [(thing, [])]
    for part, path in places:
        keys = part if isinstance(part, dict) else range(len(part))
        for key in keys:
            if path or key not in ("bcp", "plan"):
                yield removed(thing, path + [key])
            if isinstance(part[key], (dict, list)):
                places.append((part[key], path + [key]))


def removed(thing, path):
    result = copy.deepcopy(thing)
    inner = result
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return result


def is_about_figures(found):
    """Whether both answered, and differ in what they say."""
    return bool(found) and "error" not in found[0] and "no JSON" not in found[0]


def shrunk(check, bcp, document, words, fields):
    """Leaves out what can be left out of a plan so that the answers go on differing."""
    def differs(candidate):
        dice.write(candidate, folder)
        try:
            return is_about_figures(compared(check, bcp, folder, words, fields)[0])
        except (KeyError, ValueError, IndexError):      # the oracle trusts that references hold
            return False

    with tempfile.TemporaryDirectory() as folder:
        smaller = document
        while smaller:
            document = smaller
            smaller = next(filter(differs, without_each(document)), None)
    return document


# ---- Running --------------------------------------------------------------------------------

def print_difference(check, bcp, result, fields, shrink):
    seed, words, document, found, _ = result
    if shrink and is_about_figures(found):
        document = shrunk(check, bcp, document, words, fields)
    command, *rest = words
    print(f"\nseed {seed}: bcp {command} bcp.yaml --format json {' '.join(rest)}")
    dice.save(document, "/dev/stdout")
    sys.stdout.write("".join(f"  {line}\n" for line in found[:12]))


def print_features(counts):
    print("\nfeature: number of plans that exercised it")
    for feature, number in sorted(counts.items()):
        print(f"  {feature}: {number}")


def check_examples(check):
    """The oracle against the worked examples of its commands; true where it errs itself."""
    number, failed = 0, 0
    for path in sorted(glob.glob(os.path.join(EXAMPLES, "*", "*.json"))):
        with open(path, encoding="utf-8") as stream:
            example = json.load(stream)
        if example["arguments"][0] not in check.commands:
            continue
        answer, status, _ = check.expected(os.path.dirname(path), example["arguments"])
        found = differences(example["expected"], json.loads(json.dumps(answer, default=float)))
        if status != example["status"]:
            found.append(f"status: {status}, expected {example['status']}")
        number, failed = number + 1, failed + bool(found)
        sys.stdout.write("".join(f"{path}{line}\n" for line in found[:12]))
    print(f"{number} worked examples, the oracle errs in {failed}")
    return failed > 0 or number == 0


def check_random(check, options, fields, without):
    began, counts, failures = time.time(), Counter(), []
    with tempfile.TemporaryDirectory() as folders, multiprocessing.Pool(options.jobs) as pool:
        works = [(check, options.bcp, options.seed + number, fields, without, folders)
                 for number in range(options.plans)]
        for result in pool.imap(check_seed, works, chunksize=20):
            counts.update({feature: int(happened) for feature, happened in result[4].items()})
            if result[3]:
                failures.append(result)
    for result in failures[:options.show]:
        print_difference(check, options.bcp, result, fields, options.shrink)
    print_features(counts)
    rare = [feature for feature, number in counts.items() if number < LEAST_PLANS_PER_FEATURE]
    took = time.time() - began
    print(f"\n{options.plans} plans, {len(failures)} differ, {took:.0f} s")
    if options.plans >= 10000 and rare:
        print("exercised too rarely: " + ", ".join(sorted(rare)))
    if failures:
        print("seeds: " + " ".join(str(result[0]) for result in failures[:40]))
    return bool(failures) or options.plans >= 10000 and bool(rare)


def check_one(check, bcp, folder, fields):
    """One plan, with each of some command lines."""
    failed = False
    for words in check.runs(folder):
        began = time.time()
        found, _ = compared(check, bcp, folder, words, fields)
        failed = failed or bool(found)
        print(f"{' '.join(words)}: {len(found)} differences, {time.time() - began:.1f} s")
        sys.stdout.write("".join(f"  {line}\n" for line in found[:12]))
    return failed


def main(check, description):
    """The command line of a check; true where something differs, or was exercised too rarely."""
    parser = argparse.ArgumentParser(description=description.split("\n")[0])
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
        return check_one(check, options.bcp, options.plan, fields)
    return check_examples(check) or check_random(check, options, fields, set(options.without))
