"""Lists that run on in one line: "1) one thing 2) another", "• one thing • another"."""

import re
from collections.abc import Iterator

_BULLETS = r"[•⁃‣▪●]"
_BULLET = re.compile(rf"(?<!\S){_BULLETS}(?=\s*\w)")
_LABEL = re.compile(
    rf"(?<!\S)(?P<bullet>{_BULLETS}\s*)?(?P<open>\(?)(?P<label>\d{{1,3}}|[a-z])"
    r"(?P<close>\.\)|\)|\.)\s+(?=\S)"
)
_JOINED = re.compile(r"(?:[,;]|\b(?:and|or))\s*$")
_FIRST = ("1", "a")
_ENDS = ".!?:;"

Items = list[re.Match[str]]


def item_starts(text: str) -> set[int]:
    """Where the items of lists begin, each list with two items at least.

    A list begins at the head of the text, after a mark that ends a sentence, or where a
    list before it stops; its labels are of one style and each follows the one before.
    Items that commas or "and" join are parts of one sentence, not a list.
    """
    lists = [*filter(_is_list, _labelled(text)), *filter(_is_list, _bulleted(text))]
    return {item.start() for items in lists for item in items}


def _labelled(text: str) -> Iterator[Items]:
    items: Items = []
    for found in _LABEL.finditer(text):
        if items and _follows(items[-1], found):
            items.append(found)
        elif _heads(text, found.start()) or (_is_list(items) and found["label"] in _FIRST):
            yield items
            items = [found]
    yield items


def _bulleted(text: str) -> Iterator[Items]:
    items = list(_BULLET.finditer(text))
    if items and _heads(text, items[0].start()):
        yield items


def _is_list(items: Items) -> bool:
    """Two items are a list if they look like some, three by their number alone."""
    if len(items) < 2 or any(map(_is_joined, items[1:])):
        return False
    return len(items) > 2 or all(map(_opens_item, items[1:]))


def _is_joined(item: re.Match[str]) -> bool:
    return _JOINED.search(item.string, max(0, item.start() - 6), item.start()) is not None


def _opens_item(item: re.Match[str]) -> bool:
    """Whether it is more than a number that ends its sentence ("in class 2. the …")."""
    following = item.string[item.end() :].lstrip()[:1]
    return not following.islower() or not item[0].rstrip().endswith(".") or item[0][0] in "•⁃‣▪●"


def _follows(last: re.Match[str], found: re.Match[str]) -> bool:
    same = all(last[part] == found[part] for part in ("open", "close"))
    return (
        same
        and bool(last["bullet"]) == bool(found["bullet"])
        and _next(last["label"]) == found["label"]
    )


def _next(label: str) -> str:
    return str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)


def _heads(text: str, start: int) -> bool:
    before = text[max(0, start - 5) : start].rstrip()
    return not before or before[-1] in _ENDS
