"""Does each file still answer one question?"""
from tree import Complaint

ASK, REFUSE = 400, 600


def complaints(tree):
    files = [path for folder in ('lib', 'cli', 'tests', 'examples') for path in tree.files(folder, '.hpp', '.cpp', '.py')]
    for path in files:
        lines = tree.lines(path)
        if len(lines) > REFUSE and 'because' not in tree.opening_comment(path):
            yield Complaint(path, f'{len(lines)} lines',
                            'move the second thing in it out, or say in its first sentence why it is long ("because …")')
        elif len(lines) > ASK:
            yield Complaint(path, f'{len(lines)} lines', 'which second thing moved in?', warning=True)
    for folder in ('lib', 'cli'):
        for path in {path.rsplit('/', 1)[0] for path in tree.files(folder, '.hpp')}:
            pairs = len([f for f in tree.files(path, '.hpp') if f.rsplit('/', 1)[0] == path])
            if pairs > 16 and path not in ('cli/commands', 'cli/render'):
                yield Complaint(path, f'{pairs} headers in one folder', 'which second concept moved in?', warning=True)
