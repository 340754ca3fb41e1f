"""Does the French catalogue say all that the sources say, and nothing else?

`./dev lint` writes the sentences of the sources to build/messages.pot first."""
import ast
import json
import re

from tree import Complaint

CATALOGUE, SENTENCES, SAME = 'cli/po/fr.po', 'build/messages.pot', 'tests/lint/same-in-both.txt'
PLACEHOLDER = re.compile(r'\{([^{}]*)\}')
UP_TO_DATE = './dev messages brings the catalogue up to date; then translate what is new in it'


class Entry:
    def __init__(self, line):
        self.line, self.flags, self.texts = line, set(), {}

    def key(self):
        return self.texts.get('msgctxt'), self.texts.get('msgid'), self.texts.get('msgid_plural')

    def translations(self):
        return {field: text for field, text in self.texts.items() if field.startswith('msgstr')}


def entries(lines):
    """The living entries of a .po file, without its header; and the lines of the obsolete ones."""
    found, obsolete, entry, field = [], [], None, None
    for number, line in enumerate(lines + [''], 1):
        if line.startswith('#~'):
            obsolete.append(number)
            continue
        if not line.strip():
            if entry and entry.texts.get('msgid'):
                found.append(entry)
            entry = None
            continue
        entry = entry or Entry(number)
        if line.startswith('#,'):
            entry.flags |= {flag.strip() for flag in line[2:].split(',')}
        elif not line.startswith('#'):
            word, _, text = line.partition('"')
            if word.strip():
                field = word.strip()
                entry.line = number if field == 'msgid' else entry.line
            entry.texts[field] = entry.texts.get(field, '') + ast.literal_eval('"' + text)
    return found, obsolete


def shown(text):
    return json.dumps(text if len(text) < 60 else text[:57] + '…', ensure_ascii=False)


def placeholders(text):
    return set(PLACEHOLDER.findall(text.replace('{{', '').replace('}}', '')))


def complaints(tree):
    sentences, _ = entries(tree.lines(SENTENCES))
    catalogue, obsolete = entries(tree.lines(CATALOGUE))
    same = {line for line in tree.lines(SAME) if not line.startswith('#')}
    wanted, had = {entry.key() for entry in sentences}, {entry.key() for entry in catalogue}
    for key in sorted(wanted - had, key=str):
        yield Complaint(CATALOGUE, f'{shown(key[1])} is missing', UP_TO_DATE)
    for line in obsolete:
        yield Complaint(CATALOGUE, 'an obsolete sentence', UP_TO_DATE, line)
    met = set()
    for entry in catalogue:
        context, english, plural = entry.key()
        french = entry.translations()
        if entry.key() not in wanted:
            yield Complaint(CATALOGUE, f'{shown(english)} is in no source', UP_TO_DATE, entry.line)
        if 'fuzzy' in entry.flags:
            yield Complaint(CATALOGUE, f'{shown(english)} is marked fuzzy', 'read it, mend it, delete the mark', entry.line)
        for name in sorted(placeholders(english + (plural or ''))):
            if not re.fullmatch(r'[a-z_]+', name):
                yield Complaint(CATALOGUE, f'{shown(english)} has the placeholder {{{name}}}',
                                'placeholders are bare {name}: only then are those of the translation checked', entry.line)
        if not all(french.values()):
            yield Complaint(CATALOGUE, f'{shown(english)} has no French', 'translate it', entry.line)
        # The form for many must say all; the one for one may leave its number out.
        most = max(french.values(), key=lambda text: len(placeholders(text)), default='')
        if all(french.values()) and placeholders(most) != placeholders(plural or english):
            yield Complaint(CATALOGUE, f'{shown(english)} and its French have other placeholders', 'use the same', entry.line)
        if english in french.values():
            met.add(english)
            if english not in same and re.search('[a-z]', PLACEHOLDER.sub('', english)):
                yield Complaint(CATALOGUE, f'{shown(english)} is the same in French',
                                f'translate it, or put it into {SAME} if French says it so', entry.line)
    for number, line in enumerate(tree.lines(SAME), 1):
        if line and not line.startswith('#') and line not in met:
            yield Complaint(SAME, f'{shown(line)} is not the same in both, or in no source', 'delete the line', number)
