"""Do comments say why, in the present tense, once?"""
import re

from tree import Complaint

REFUSED = [
    (re.compile(r'(//|#).*\b(TODO|FIXME|XXX|HACK)\b'), 'a note to oneself', 'write an issue, or do it'),
    (re.compile(r'^\s*//\s*[-=*#/]{4,}'), 'a banner line', 'a file that needs banners is two files'),
    (re.compile(r'^\s*//(?!/).*[;{}]\s*$'), 'code in a comment', 'delete it: the history keeps it'),
]


def complaints(tree):
    for path in [path for folder in ('lib', 'cli', 'tests') for path in tree.files(folder, '.hpp', '.cpp')]:
        for number, line in enumerate(tree.lines(path), 1):
            for pattern, what, way_out in REFUSED:
                if pattern.search(line):
                    yield Complaint(path, what, way_out, number)
