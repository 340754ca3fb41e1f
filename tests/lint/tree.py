"""The checkout as the checks see it, and what they say about it."""
import dataclasses
import functools
import pathlib


@dataclasses.dataclass(frozen=True)
class Complaint:
    """`where` is relative to the checkout; `way_out` is what to do; a warning does not fail."""
    where: str
    what: str
    way_out: str
    line: int = 1
    warning: bool = False

    def __str__(self):
        kind = 'warning' if self.warning else 'error'
        return f'{self.where}:{self.line}: {kind}: {self.what}\n    {self.way_out}'


class Tree:
    def __init__(self, root):
        self.root = pathlib.Path(root)

    def files(self, folder, *suffixes):
        """The files under a folder, as paths relative to the checkout, in order; all suffixes if none is given."""
        return sorted(path.relative_to(self.root).as_posix()
                      for path in (self.root / folder).rglob('*')
                      if path.is_file() and (not suffixes or path.suffix in suffixes))

    @functools.lru_cache(maxsize=None)
    def lines(self, path):
        return (self.root / path).read_text(encoding='utf-8').splitlines()

    def has(self, path):
        return (self.root / path).is_file()

    def opening_comment(self, path):
        """The first block of `//` lines of a source, as one text; empty if it opens with something else."""
        words = []
        for line in self.lines(path):
            if not line.startswith('//'):
                break
            words.append(line.lstrip('/').strip())
        return ' '.join(words)
