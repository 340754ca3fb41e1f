"""Runs clang-tidy on the sources that changed, or with --all on every one of lib and cli too.

Changed is what differs from the last commit that the main branch shares, and what is not committed. A file that passed
is not read again before it, a header or .clang-tidy changes: a mark in build/tidy/green/ says so."""
import concurrent.futures
import hashlib
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATABASE = ROOT / 'build/tidy'
GREEN = DATABASE / 'green'


def text_of_git(*words):
    return subprocess.run(['git', *words], cwd=ROOT, capture_output=True, text=True).stdout.split()


def changed():
    upstream = text_of_git('rev-parse', '--verify', '--quiet', 'origin/main') or ['HEAD']
    base = (text_of_git('merge-base', 'HEAD', upstream[0]) or ['HEAD'])[0]
    return set(text_of_git('diff', '--name-only', base)) | set(text_of_git('ls-files', '--others', '--exclude-standard'))


def sources():
    return sorted(path.relative_to(ROOT).as_posix() for folder in ('lib', 'cli', 'tests')
                  for path in (ROOT / folder).rglob('*.cpp') if 'fuzz' not in path.parts)


def concerned(files):
    """A source stands for itself and for the header beside it; a header without one for a source that includes it."""
    every, found = sources(), set()
    for path in files:
        if path in every:
            found.add(path)
        elif path.endswith('.hpp'):
            beside = path[:-4] + '.cpp'
            name = path.split('/', 1)[1]
            users = (source for source in every if f'"{name}"' in (ROOT / source).read_text(encoding='utf-8'))
            found.update([beside] if beside in every else list(users)[:1])
    return sorted(found)


def check(source, headers):
    seen = headers.copy()
    seen.update(source.encode() + (ROOT / source).read_bytes())
    mark = GREEN / seen.hexdigest()
    if mark.exists():
        return ''
    ran = subprocess.run(['clang-tidy-16', '-p', DATABASE, '--quiet', source], cwd=ROOT, capture_output=True, text=True)
    if ran.returncode == 0:
        mark.touch()
        return ''
    return re.sub(re.escape(str(ROOT)) + '/', '', ran.stdout) or ran.stderr


def main(words):
    files = concerned(changed())
    if '--all' in words:
        files = sorted({*files, *(path for path in sources() if not path.startswith('tests/'))})
    GREEN.mkdir(parents=True, exist_ok=True)
    headers = hashlib.sha256((ROOT / '.clang-tidy').read_bytes())
    for folder in ('lib', 'cli', 'tests'):
        for path in sorted((ROOT / folder).rglob('*')):
            if path.suffix in ('.hpp', '.def'):
                headers.update(path.as_posix().encode() + path.read_bytes())
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = [said for said in pool.map(lambda source: check(source, headers), files) if said]
    print(*found, sep='\n', end='\n' if found else '')
    print(f'{len(files)} sources read, {len(found)} with findings')
    if found:
        print('mend each, or say beside it why not: // NOLINT(the-check): reason')
    return bool(found)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
