"""Does each header open with the question that it answers?"""
from tree import Complaint


def complaints(tree):
    for path in tree.files('lib', '.hpp') + tree.files('cli', '.hpp'):
        opening = tree.opening_comment(path)
        if not opening.endswith(('.', '?')):
            yield Complaint(path, 'does not open with a sentence',
                            'first line: `// ` and the question that the file answers, as a sentence')
        if '#pragma once' not in tree.lines(path):
            yield Complaint(path, 'has no `#pragma once`', 'add it below the opening sentence')
