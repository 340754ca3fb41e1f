"""Do the includes of lib/ and cli/ run one way, and in no circle?"""
import re

from tree import Complaint

# Each folder may include itself and those after it.
ORDER = ['cli', 'validate', 'drill', 'people', 'supply', 'rollout', 'graph', 'plan', 'source']
INCLUDE = re.compile(r'\s*#\s*include\s+(["<])([^">]+)[">]')

# The library computes: it prints nothing, reads no disk and knows no language.
NOT_IN_LIB = {
    r'CLI/': 'options are parsed in cli/commands/',
    r'nlohmann/': 'JSON is written in cli/render/',
    r'boost/locale': 'languages are joined in cli/',
    r'unicode/': 'numbers and dates get their form in cli/',
    r'iostream$|fstream$|cstdlib$': 'files come through a function that the caller gives; take it as a value',
    r'fcntl\.h|unistd\.h|sys/': 'the disk is behind one seam, lib/source/disk_files.cpp',
    r'bcp/': 'in the house it is "folder/name.hpp"; <bcp/…> is for outsiders',
}
DISK = 'lib/source/disk_files.cpp'


def folder_of(path):
    """`lib/graph/recovery.hpp` lies in graph, `cli/render/table.cpp` in cli."""
    parts = path.split('/')
    return 'cli' if parts[0] == 'cli' else parts[1]


def resolved(tree, name):
    """The file that `#include "name"` finds, or None."""
    return next((path for path in (f'lib/{name}', f'cli/{name}') if tree.has(path)), None)


def circle(graph):
    """The files of one circle, in the order of their includes, or None."""
    state = {}

    def search(node, way):
        state[node] = 'open'
        for target in graph[node]:
            if state.get(target) == 'open':
                return way[way.index(target):] + [target]
            if target not in state:
                found = search(target, way + [target])
                if found:
                    return found
        state[node] = 'closed'
        return None

    for node in graph:
        if node not in state:
            found = search(node, [node])
            if found:
                return found
    return None


def complaints(tree):
    files = tree.files('lib', '.hpp', '.cpp', '.def') + tree.files('cli', '.hpp', '.cpp', '.def')
    graph = {path: [] for path in files}
    for path in files:
        folder = folder_of(path)
        if folder not in ORDER:
            yield Complaint(path, f'`{folder}` is no folder of the house',
                            'move it into one, or give the folder its place in tests/lint/arrows.py and the design')
            continue
        for number, line in enumerate(tree.lines(path), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, name = match.groups()
            if folder != 'cli' and path != DISK:
                for pattern, reason in NOT_IN_LIB.items():
                    if re.match(pattern, name):
                        yield Complaint(path, f'lib/ does not include <{name}>', reason, number)
            if quote == '<':
                continue
            target = resolved(tree, name)
            if not target:
                yield Complaint(path, f'"{name}" is not in the house',
                                'write it from lib/ or from cli/ on: "graph/recovery.hpp", "render/table.hpp"', number)
                continue
            graph[path].append(target)
            there = folder_of(target)
            if there in ORDER and ORDER.index(there) < ORDER.index(folder):
                yield Complaint(path, f'{folder} includes {there}, against the arrows ({" → ".join(ORDER)})',
                                'have the caller pass in what is needed as a value, or move the concept down', number)
    found = circle(graph)
    if found:
        yield Complaint(found[0], f'includes in a circle: {" → ".join(found)}',
                        'put what two of them share into a third, or declare it forward')
