"""`./dev new KIND NAME`: copies the files under .new/KIND/ into the checkout and puts the rows of .new/KIND.rows in place.

In their paths and texts @name@ is the name as given (gap-report), @snake@ the same as an identifier (gap_report), @Pascal@
as a type (GapReport); a finding is given as CODE-NAME (BCP1227-bad-colour, or 12-bad-colour for the next free number of its
area), and @code@ is the four digits. A row stands as `file<TAB>row`, its lines divided by `\\n`, and goes in order among the
rows in that file whose first line is of its shape. .new/KIND.then says what is left to do."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
NEW = ROOT / '.new'
MARK = re.compile(r'@(name|snake|Pascal|code)@')


class Refused(Exception):
    pass


def next_free(area):
    """The number behind the last of the area's in codes.def."""
    taken = re.findall(rf'^CODE\(({area}\d\d),', (ROOT / 'lib/source/codes.def').read_text(encoding='utf-8'), re.M)
    return str(int(max(taken)) + 1) if taken else area + '01'


def words_of(kind, name):
    code = ''
    if kind == 'finding':
        match = re.fullmatch(r'(?:BCP)?(\d{4}|\d\d)-(.+)', name)
        if not match:
            raise Refused('a finding is CODE-NAME, like BCP1227-bad-colour, or AREA-NAME, like 12-bad-colour')
        code, name = match.groups()
        code = code if len(code) == 4 else next_free(code)
    if not re.fullmatch(r'[a-z][a-z0-9]*(-[a-z0-9]+)*', name):
        raise Refused(f'`{name}` is no name: small letters, with hyphens between the words')
    return {'name': name, 'snake': name.replace('-', '_'), 'code': code,
            'Pascal': ''.join(word.capitalize() for word in name.split('-'))}


def filled(text, words):
    return MARK.sub(lambda match: words[match[1]], text)


def with_row(lines, row, template):
    """The row, in order among those whose first line differs from its own only in what the template leaves open."""
    rows = row.split('\\n')
    first = template.split('\\n')[0]
    shape = re.compile(r'([\w-]+)'.join(re.escape(part) for part in MARK.split(first)[::2]).replace('…', '.*'))
    alike = [number for number, line in enumerate(lines) if shape.fullmatch(line)]
    if not alike:
        raise Refused(f'no row like `{rows[0].strip()}` is there to stand beside')
    twin = next((lines[n] for n in alike if shape.fullmatch(lines[n])[1] == shape.fullmatch(rows[0])[1]), None)
    if twin:
        raise Refused(f'`{twin.strip()}` is there already')
    place = next((number for number in alike if lines[number] > rows[0]), None)
    if place is not None:
        return lines[:place] + rows + lines[place:]
    if len(rows) == 1:
        return lines[:alike[-1] + 1] + rows + lines[alike[-1] + 1:]
    return lines + [''] + rows[:-1]  # rows of several lines, with an empty one behind each, end their files


def main(kind, name):
    words = words_of(kind, name)
    files = {ROOT / filled(path.relative_to(NEW / kind).as_posix(), words): filled(path.read_text(encoding='utf-8'), words)
             for path in sorted((NEW / kind).rglob('*')) if path.is_file()}
    there = [path for path in files if path.exists()]
    if there:
        raise Refused(f'{there[0].relative_to(ROOT)} is there already')
    for line in (NEW / f'{kind}.rows').read_text(encoding='utf-8').splitlines():
        place, template = line.split('\t')
        path = ROOT / place
        lines = files.get(path, path.read_text(encoding='utf-8')).splitlines()
        files[path] = '\n'.join(with_row(lines, filled(template, words), template)) + '\n'
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')
        print(path.relative_to(ROOT))
    print(filled((NEW / f'{kind}.then').read_text(encoding='utf-8'), words), end='')


if __name__ == '__main__':
    try:
        main(*sys.argv[1:])
    except Refused as refusal:
        sys.exit(f'./dev new: {refusal}')
