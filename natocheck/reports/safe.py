r"""Text of articles, made fit to be shown: nothing in it can steer a terminal.

Controls, terminal escapes and characters that reorder or hide text are shown as
``\x1b`` or ``\u202e``. Joiners stay: scripts and emoji need them.
"""

import re
import unicodedata

_JOINERS = "\u200c\u200d"
_HARMFUL = {"Cc", "Cf", "Cs", "Co", "Cn"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&:@$^=])")
_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\xa0": " "}
)


def visible(text: str) -> str:
    """Give ``text`` on one line, runs of space made single and controls made visible."""
    return harmless(" ".join(text.split()))


def harmless(text: str) -> str:
    """Give ``text`` with its lines as they are and all other controls made visible."""
    if text.isprintable():
        return text  # nearly always: no sign of it is a control
    return "".join(char if char == "\n" else _visible(char) for char in text)


def as_markdown(text: str) -> str:
    """Give ``text`` on one line as Markdown shows it: nothing in it is a mark."""
    return _SPECIAL.sub(r"\\\1", visible(text))


def plain(text: str) -> str:
    """Give ``text`` with typographic quotes, dashes and accents put in ASCII."""
    bare = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    kept = (c for c in bare if not unicodedata.combining(c))
    return "".join(c if c.isascii() else "?" for c in kept)


def _visible(char: str) -> str:
    harmful = unicodedata.category(char) in _HARMFUL and char not in _JOINERS
    return char.encode("unicode_escape").decode("ascii") if harmful else char
