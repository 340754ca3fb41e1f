"""Is anything named after a technique instead of a concept?"""
import re

from tree import Complaint

REFUSED_FILES = re.compile(
    r'(^|_)(utils?|utilities|helpers?|managers?|common|misc|stuff|handlers?|processors?|shared|base|impl)(_|$)')
# A declaration such as `Plan get_plan(`: a type, then a function of that name.
REFUSED_FUNCTION = re.compile(r'^\s*(?:[\w:<>,&*\[\]]+\s+)+((?:get|do|handle)_\w+|get|process|handle)\s*\(')
REFUSED_TYPE = re.compile(r'^\s*(?:struct|class|enum class)\s+(\w*(?:Manager|Helper|Handler|Processor|Utils))\b')
# yaml-cpp's tree of nodes: looking a key up in it is linear and may change it, and of a key that stands twice it shows one.
REFUSED_TREE = re.compile(r'\bYAML::(?:Node|Load|LoadAll|LoadFile|LoadAllFromFile)\b')


def complaints(tree):
    for path in tree.files('lib') + tree.files('cli'):
        for number, line in enumerate(tree.lines(path), 1):
            if path.endswith(('.hpp', '.cpp')) and REFUSED_TREE.search(line):
                yield Complaint(path, 'reads YAML as yaml-cpp\'s nodes',
                                'take its events: docs/decisions/0001-yaml-events-not-nodes.md', number)
    for path in tree.files('lib') + tree.files('cli'):
        for part in path.split('/'):
            if REFUSED_FILES.search(part.split('.')[0]):
                yield Complaint(path, f'`{part}` names no concept of the domain',
                                'say which question it answers; what has no home shows a missing concept')
    for path in tree.files('lib', '.hpp') + tree.files('cli', '.hpp'):
        for number, line in enumerate(tree.lines(path), 1):
            function, kind = REFUSED_FUNCTION.match(line), REFUSED_TYPE.match(line)
            if function and not line.lstrip().startswith(('return', '//')):
                yield Complaint(path, f'`{function[1]}` says how, not what',
                                'one that asks is a noun or is_/has_, one that acts a verb of the domain', number)
            if kind:
                yield Complaint(path, f'`{kind[1]}` says nothing of the domain', "use the field's word for it", number)
