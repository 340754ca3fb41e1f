"""The checks of `./dev lint` that are our own. Each is a file beside this one; this is their list.

A check is a function from the tree to complaints: a place, what is wrong there, and what to do about it."""
import pathlib
import sys

import arrows
import comments
import headers
import messages
import names
import sizes
import tested
from tree import Tree

CHECKS = [arrows, names, sizes, headers, comments, tested, messages]


def main(root):
    tree = Tree(root)
    complaints = [complaint for check in CHECKS for complaint in check.complaints(tree)]
    for complaint in complaints:
        print(complaint)
    return any(not complaint.warning for complaint in complaints)


if __name__ == '__main__':
    sys.exit(main(pathlib.Path(__file__).resolve().parents[2]))
