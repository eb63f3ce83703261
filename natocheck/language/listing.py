"""Lists that run on in one line: "1) one thing 2) another"."""

import re

_BULLET = r"[•⁃‣▪●]"
_LABEL = re.compile(
    rf"(?:(?<=\s)|^)(?P<bullet>{_BULLET}\s*)?(?P<open>\(?)(?P<label>\d{{1,3}}|[a-z])"
    r"(?P<close>\.\)|\)|\.)\s+(?=\S)"
)
_ENDS = ".!?:;"


def item_starts(text: str) -> set[int]:
    """Where the items of lists begin, each list with two items at least.

    A list begins at the head of the text or after a mark that ends a sentence; its
    labels are of one style and each follows the one before.
    """
    starts: set[int] = set()
    last: re.Match[str] | None = None
    for found in _LABEL.finditer(text):
        if last is not None and _follows(last, found) and _opens_item(text, found):
            starts |= {last.start(), found.start()}
            last = found
        elif _heads(text, found.start()):
            last = found
    return starts


def _follows(last: re.Match[str], found: re.Match[str]) -> bool:
    same = all(last[part] == found[part] for part in ("open", "close"))
    return (
        same
        and bool(last["bullet"]) == bool(found["bullet"])
        and _next(last["label"]) == found["label"]
    )


def _next(label: str) -> str:
    return str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)


def _opens_item(text: str, found: re.Match[str]) -> bool:
    return not text[found.end()].islower() or found["close"] != "." or bool(found["bullet"])


def _heads(text: str, start: int) -> bool:
    before = text[max(0, start - 5) : start].rstrip()
    return not before or before[-1] in _ENDS
