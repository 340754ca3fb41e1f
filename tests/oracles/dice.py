"""What random plans are drawn and written with: the same for the same seed.

A plan is a dict as YAML would give it, every scalar a text.
"""
import os
import random

import yaml


class Dice:
    """Draws from one generator of random numbers; notes the features that a plan exercises."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.features = set()

    def chance(self, probability, *features):
        """Whether something happens; if so, the plan exercises the features."""
        happens = self.random.random() < probability
        if happens:
            self.features.update(features)
        return happens

    def one_of(self, things):
        return self.random.choice(list(things))

    def some(self, things, least=1):
        things = list(things)
        return self.random.sample(things, self.random.randint(min(least, len(things)), len(things)))

    def duration(self, *hours):
        """One of some numbers of hours, in one of the ways to write it."""
        minutes = round(60 * self.one_of(hours))
        ways = [f"{minutes}m", f"PT{minutes // 60}H{minutes % 60}M", f"{minutes * 60}s"]
        if minutes % 60 == 0:
            ways += [f"{minutes // 60}h"] * 3
        if minutes % 30 == 0:
            ways.append(f"{minutes / 60:g}h")
        if minutes % 1440 == 0:
            ways += [f"{minutes // 1440}d"] * 3
        elif minutes > 1440:
            ways.append(f"{minutes // 1440}d{minutes % 1440}m")
        return self.one_of(ways)

    def three_points(self, text):
        """Sometimes the likely one of three points."""
        if self.chance(0.04, "three-point duration"):
            return {"min": "0s", "likely": text, "max": "9w"}
        return text

    def ratio(self, *percents):
        percent = self.one_of(percents)
        return self.one_of([f"{percent:g}%", f"{percent / 100:.6g}"])

    def flag(self, value):
        return "true" if value else "false"


def write(document, folder, in_parts=False):
    """Writes bcp.yaml; in parts, every other section is a file of its own that it includes."""
    os.makedirs(os.path.join(folder, "parts"), exist_ok=True)
    for name in os.listdir(os.path.join(folder, "parts")):
        os.remove(os.path.join(folder, "parts", name))
    root = dict(document)
    if in_parts:
        for section in list(root)[2::2]:
            save({section: root.pop(section)}, os.path.join(folder, "parts", section + ".yaml"))
        root["include"] = ["parts/*.yaml", "?private/*.yaml"]
    save(root, os.path.join(folder, "bcp.yaml"))


def save(document, path):
    with open(path, "w", encoding="utf-8") as stream:
        yaml.dump(document, stream, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
