"""Has each component of the library a test of its name, or a place that says where it is tested?"""
from tree import Complaint

LIST = 'tests/lint/tested-elsewhere.txt'


def complaints(tree):
    elsewhere = {}
    for number, line in enumerate(tree.lines(LIST), 1):
        if line.strip() and not line.startswith('#'):
            component, _, where = line.partition(' ')
            elsewhere[component] = number
            if not tree.has(component):
                yield Complaint(LIST, f'{component} is no file', 'delete the line', number)
            if not any((tree.root / word).exists() for word in where.split() if '/' in word):
                yield Complaint(LIST, f'{component}: no test is named that exists',
                                'write the path of the test or gallery after it', number)
    for component in tree.files('lib', '.cpp'):
        test = component.replace('lib/', 'tests/', 1).replace('.cpp', '_test.cpp')
        if tree.has(test) and component in elsewhere:
            yield Complaint(LIST, f'{component} has {test}', 'delete the line', elsewhere[component])
        if not tree.has(test) and component not in elsewhere:
            yield Complaint(component, 'is tested by nothing of its name',
                            f'write {test}, or name in {LIST} the test or gallery that shows it')
