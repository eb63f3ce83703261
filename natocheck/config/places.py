"""Where a key stands in a configuration file, so that messages can say it."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from natocheck.model.errors import ConfigError

Keys = tuple[str | int, ...]
"""The way to a value: keys of tables, and from 0 the entries of lists."""

_HEADER = re.compile(r"\s*(\[\[?)(.+?)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


class Written(msgspec.Struct, frozen=True):
    """A configuration as it stands in its file, below the keys ``above``."""

    path: Path
    text: str
    above: Keys = ()

    def wrong(self, keys: Keys, message: str) -> ConfigError:
        """An error with the file, the line of a key as far as that can be told, and its name."""
        line = line_of(self.text, (*self.above, *keys))
        where = f"{self.path}:{line}" if line else str(self.path)
        name = named(keys)
        return ConfigError(f"{where}: {name}: {message}" if name else f"{where}: {message}")


def named(keys: Keys) -> str:
    """The way to a value in words: "suppress entry 2: expires"."""
    parts = (f" entry {k + 1}" if isinstance(k, int) else f": {k}" for k in keys)
    return "".join(parts).removeprefix(": ")


def line_of(text: str, keys: Keys) -> int | None:
    """The line on which a key stands, else of the nearest above it that has a line of its own."""
    lines = list(_lines(text))
    for length in range(len(keys), 0, -1):
        for way, number in lines:
            if way[:length] == keys[:length]:
                return number
    return None


def _lines(text: str) -> Iterator[tuple[Keys, int]]:
    """Every table and key with its line, in the order of the file."""
    at: Keys = ()
    entries: Counter[Keys] = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            at = _parts(header[2])
            if header[1] == "[[":
                entries[at] += 1
                at = (*at, entries[at] - 1)
            yield at, number
        elif key := _KEY.match(line):
            yield (*at, *_parts(key[1])), number


def _parts(dotted: str) -> Keys:
    return tuple("".join(part.groups(default="")) for part in _PART.finditer(dotted))
