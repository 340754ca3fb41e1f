"""Each check of this folder complains of what it is there for, and of nothing in a tidy house."""
import pathlib
import tempfile
import unittest

import lint
from tree import Tree

PO_HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
TIDY = {
    'lib/source/span.hpp': '// Where does a text stand?\n#pragma once\n',
    'lib/source/span.cpp': '#include "source/span.hpp"\n',
    'lib/plan/plan.hpp': '// What is a plan?\n#pragma once\n\n#include "source/span.hpp"\n',
    'cli/run.hpp': '// What do arguments lead to?\n#pragma once\n\n#include "plan/plan.hpp"\n',
    'tests/source/span_test.cpp': '',
    'tests/lint/tested-elsewhere.txt': '# None.\n',
    'tests/lint/same-in-both.txt': '# None.\n',
    'build/messages.pot': PO_HEADER + 'msgid "a day"\nmsgstr ""\n\nmsgid "{n} day"\nmsgid_plural "{n} days"\n'
                                      'msgstr[0] ""\nmsgstr[1] ""\n',
    'cli/po/fr.po': PO_HEADER + 'msgid "a day"\nmsgstr "un jour"\n\nmsgid "{n} day"\nmsgid_plural "{n} days"\n'
                                'msgstr[0] "un jour"\nmsgstr[1] "{n} jours"\n',
}


def complaints(**changes):
    """What is said of the tidy house with some files put in, or changed, by path; errors and warnings as text."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in (TIDY | changes).items():
            file = pathlib.Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding='utf-8')
        tree = Tree(folder)
        return '\n'.join(str(complaint) for check in lint.CHECKS for complaint in check.complaints(tree))


class Checks(unittest.TestCase):
    def test_a_tidy_house_has_no_complaints(self):
        self.assertEqual(complaints(), '')

    def test_planted_faults_are_found(self):
        header = '// What is it?\n#pragma once\n'
        entry = PO_HEADER + 'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "un jour"\nmsgstr[1] "{n} jours"\n\n'
        for said, changes in [
            ('source includes plan, against the arrows', {'lib/source/span.hpp': header + '#include "plan/plan.hpp"\n'}),
            ('includes in a circle', {'lib/plan/plan.hpp': header + '#include "plan/task.hpp"\n',
                                      'lib/plan/task.hpp': header + '#include "plan/plan.hpp"\n'}),
            ('is not in the house', {'lib/plan/plan.hpp': header + '#include "plan/tsk.hpp"\n'}),
            ('lib/ does not include <iostream>', {'lib/plan/plan.hpp': header + '#include <iostream>\n'}),
            ('`extras` is no folder of the house', {'lib/extras/more.hpp': header}),
            ('names no concept', {'lib/plan/plan_helpers.hpp': header}),
            ("yaml-cpp's nodes", {'lib/source/span.cpp': 'const auto root = YAML::Load(text);\n'}),
            ('`get_name` says how', {'lib/plan/plan.hpp': header + 'std::string get_name(const Plan& plan);\n'}),
            ('`PlanManager` says nothing', {'lib/plan/plan.hpp': header + 'class PlanManager {\n'}),
            ('601 lines', {'tests/source/span_test.cpp': '\n' * 601}),
            ('warning: 401 lines', {'tests/source/span_test.cpp': '\n' * 401}),
            ('does not open with a sentence', {'lib/plan/plan.hpp': '#pragma once\n'}),
            ('has no `#pragma once`', {'lib/plan/plan.hpp': '// What is a plan?\n'}),
            ('a note to oneself', {'lib/plan/plan.hpp': header + '// TODO: more\n'}),
            ('code in a comment', {'lib/plan/plan.hpp': header + '// more();\n'}),
            ('is tested by nothing of its name', {'lib/plan/plan.cpp': ''}),
            ('lib/plan/gone.cpp is no file', {'tests/lint/tested-elsewhere.txt': 'lib/plan/gone.cpp tests/source\n'}),
            ('has tests/source/span_test.cpp', {'tests/lint/tested-elsewhere.txt': 'lib/source/span.cpp tests/source\n'}),
            ('"a day" is missing', {'cli/po/fr.po': entry}),
            ('"a day" has no French', {'cli/po/fr.po': entry + 'msgid "a day"\nmsgstr ""\n'}),
            ('"a day" is marked fuzzy', {'cli/po/fr.po': entry + '#, fuzzy\nmsgid "a day"\nmsgstr "un jour"\n'}),
            ('"a day" is the same in French', {'cli/po/fr.po': entry + 'msgid "a day"\nmsgstr "a day"\n'}),
            ('"a night" is in no source', {'cli/po/fr.po': entry + 'msgid "a night"\nmsgstr "une nuit"\n'}),
            ('an obsolete sentence', {'cli/po/fr.po': TIDY['cli/po/fr.po'] + '#~ msgid "a night"\n'}),
            ('other placeholders', {'cli/po/fr.po': TIDY['cli/po/fr.po'].replace('{n} jours', 'des jours')}),
            ('has the placeholder {n:L}', {path: TIDY[path].replace('{n}', '{n:L}')
                                           for path in ('cli/po/fr.po', 'build/messages.pot')}),
            ('"a day" is not the same in both', {'tests/lint/same-in-both.txt': 'a day\n'}),
        ]:
            with self.subTest(said):
                self.assertIn(said, complaints(**changes))


if __name__ == '__main__':
    unittest.main()
