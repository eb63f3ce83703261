"""Which words of a sentence stand inside quotation marks, straight or curly, nested or not.

A mark that could open and close is told by its neighbours: it opens before a word and
closes after one. An apostrophe is told from a single mark in the same way, and a straight
single mark opens only where the sentence also closes it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc

_CLOSED_BY = {"“": "”", "„": "”", "‟": "”", "«": "»", "‘": "’", '"': '"', "'": "'"}
_CLOSERS = {"”": "”“", "“": "”", "»": "»", "’": "’", '"': '"', "'": "'"}
_MARKS = _CLOSED_BY.keys() | _CLOSERS.keys()
_ANY = "any"
_SINGLE = "'’"


def quoted_tokens(doc: "Doc", open_before: bool) -> tuple[frozenset[int], bool]:
    """The indices of the tokens inside quotation marks, the marks themselves left out.

    ``open_before`` says that an earlier sentence left a quotation open; the second value
    says whether this one does. Marks without a partner are passed over, never an error.
    """
    text = doc.text
    if not open_before and not _MARKS & set(text):
        return frozenset(), False
    stack: list[str] = [_ANY] if open_before else []
    inside: list[bool] = []
    for position, mark in enumerate(text):
        inside.append(bool(stack))
        if mark in _MARKS:
            before = len(stack)
            _read(text, position, mark, stack)
            if len(stack) != before or not stack:
                inside[-1] = False
    words = _MARKS | {"''", "``"}
    tokens = (token for token in doc if inside[token.idx] and token.text not in words)
    return frozenset(token.i for token in tokens), bool(stack)


def _read(text: str, position: int, mark: str, stack: list[str]) -> None:
    """Let one mark open or close on the stack of closers that are waited for."""
    if _closes(text, position, mark, stack):
        stack.pop()
    elif _opens(text, position, mark):
        reopened = bool(stack) and stack[-1] in {_ANY, _CLOSED_BY[mark]}
        if reopened:  # each paragraph of a long quotation opens it anew
            stack.pop()
        stack.append(_CLOSED_BY[mark])


def _closes(text: str, position: int, mark: str, stack: list[str]) -> bool:
    if not stack or mark not in _CLOSERS:
        return False
    if mark == "»" and stack[-1] == mark:  # « a space inside »
        return True
    if not _after_word(text, position):
        return False
    if mark in _SINGLE and _before_word(text, position):
        return False
    if stack[-1] == _ANY:
        return mark not in _SINGLE or text[position - 1] in ".,!?…"
    return stack[-1] in _CLOSERS[mark]


def _opens(text: str, position: int, mark: str) -> bool:
    if mark not in _CLOSED_BY or (mark in "\"'" and _after_word(text, position)):
        return False
    if mark != "'":
        return True
    leads_word = text[position + 1 : position + 2].isalpha()  # a digit follows in '90s
    return leads_word and _closed_later(text, position)


def _closed_later(text: str, position: int) -> bool:
    return any(
        text[later] == "'" and _after_word(text, later) and not _before_word(text, later)
        for later in range(position + 1, len(text))
    )


def _after_word(text: str, position: int) -> bool:
    return position > 0 and not text[position - 1].isspace() and text[position - 1] not in "([—–-:"


def _before_word(text: str, position: int) -> bool:
    return position + 1 < len(text) and text[position + 1].isalnum()
