"""The numbers of a pledge: how much of what, and the words that say what for."""

import re
from typing import TYPE_CHECKING

from natocheck.claims.kinds.pledge.links import link_of
from natocheck.claims.kinds.pledge.parties import is_other_body
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.claims import PledgeNumber

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_MONEY = {"eur": "eur", "usd": "usd"}
_LEAST_TROOPS = 1000
_PURPOSE = {"for", "on", "to", "toward", "towards", "in", "into"}
_GIVEN = {"at", "to", "of", ":", "is", "gets", "takes", "with"}
_POINTS = re.compile(r"\s*(?:percentage[-\s])?points?\b")
_BARE = re.compile(r"\s+(?:for|on|to)\b|\s*[.,;]|\s*$")
_NEXT = {"at", "up", "some", "about", "around", "roughly", "fully", "only", "just", "of"}
_CHANGES = re.compile(r"\s+(?:more|less|higher|lower|increase|rise|cut|growth|tariff|chance)\b")
_REPLACED = re.compile(r"\b(?:from|above|over|beyond|below|than|by)\s+$", re.IGNORECASE)


def numbers_of(scene: Scene) -> tuple[tuple[FoundQuantity, PledgeNumber], ...]:
    """Every number that is tied to a pledge, with its place in the sentence."""
    linked = [q for q in scene.quantities if _is_candidate(scene, q)]
    found = []
    for index, quantity in enumerate(linked):
        unit = _unit(scene, quantity)
        if unit is None:
            continue
        start = linked[index - 1].end if index else 0
        end = linked[index + 1].start if index + 1 < len(linked) else len(scene.doc.text)
        words = _purpose(scene, quantity, start, end)
        if _is_for_another(scene, quantity, unit, words):
            continue
        value = quantity.quantity
        found.append((quantity, PledgeNumber(value.interval, value.value, unit, words)))
    return tuple(found)


def _is_candidate(scene: Scene, found: FoundQuantity) -> bool:
    quantity = found.quantity
    troops = quantity.unit == "count" and quantity.value >= _LEAST_TROOPS
    if not _is_rate(scene, found) and quantity.unit not in _MONEY and not troops:
        return False
    if _REPLACED.search(scene.doc.text[: found.start]) or _CHANGES.match(scene.doc.text, found.end):
        return False
    return link_of(scene, scene.root_of(found)) is not None


def loose_rates(scene: Scene) -> list[FoundQuantity]:
    """The percentages that are told without the word: "3.5 points", "up to 1.5 for roads"."""
    rates = [q for q in scene.quantities if _is_rate(scene, q)]
    return [q for q in rates if q.quantity.unit != "percent"]


def _is_rate(scene: Scene, found: FoundQuantity) -> bool:
    """Whether a number is a percentage; after one also "3.5 points" and "up to 1.5 for roads"."""
    if found.quantity.unit == "percent":
        return True
    before = any(q.quantity.unit == "percent" and q.end <= found.start for q in scene.quantities)
    text = scene.doc.text[found.end :]
    bare = _BARE.match(text) is not None and found.quantity.unit == "count"
    return before and found.quantity.value < _LEAST_TROOPS and (bare or bool(_POINTS.match(text)))


def _unit(scene: Scene, found: FoundQuantity) -> str | None:
    """The unit in the rule base's words; "percent" where the sentence does not say of what."""
    unit = found.quantity.unit
    if not _is_rate(scene, found):
        return _MONEY.get(unit, "count")
    whole = _whole(scene, found)
    if whole is None:
        return "percent"
    if whole & scene.lexicon.words("gdp words"):
        return "percent-of-gdp"
    return "percent-of-defence" if whole & scene.lexicon.words("defence budget words") else None


def _whole(scene: Scene, found: FoundQuantity) -> set[str] | None:
    """The words of the noun phrase that a percentage is "of", None without one."""
    after = [token for token in scene.doc if token.idx >= found.end]
    if not after or after[0].lower_ != "of":
        return None
    words: set[str] = set()
    for token in after[1:]:
        if token.pos_ in {"ADP", "VERB", "AUX", "CCONJ", "PUNCT"}:
            break
        words |= {token.lower_, token.lemma_.lower()}
    return words


def _purpose(scene: Scene, found: FoundQuantity, start: int, end: int) -> tuple[str, ...]:
    """What a number is for: "3 percent for roads", "a 3 percent road target", "roads at 3".

    Words behind the number count where a preposition or noun ties them to it, else those
    before it where they lead up to it; otherwise the sentence does not say.
    """
    after = [t for t in scene.doc if found.end <= t.idx < end]
    tied = _behind(scene, after)
    if tied is not None:
        return _words(tied)
    before = [t for t in scene.doc if start <= t.idx < found.start]
    leads = before and (before[-1].lower_ in _GIVEN or before[-1].pos_ in {"ADJ", "NOUN", "VERB"})
    return _words(before) if leads else ()


def _is_for_another(scene: Scene, found: FoundQuantity, unit: str, words: tuple[str, ...]) -> bool:
    """Whether a number is for a country that no pledge in such numbers is for."""
    parts = [part for rule in scene.lexicon.rulebase.pledges.values() for part in rule.parts]
    known = {word for part in parts if part.unit.startswith(unit) for word in part.words}
    return any(
        name.text.lower() in words and name.text.lower() not in known and is_other_body(scene, name)
        for name in scene.names
        if name.start >= found.end
    )


def _behind(scene: Scene, after: list["Token"]) -> list["Token"] | None:
    rest = _past_whole(scene, after)
    while rest and rest[0].pos_ in {"AUX", "VERB", "PART", "ADV"} and rest[0].lower_ != "to":
        rest = rest[1:]
    if not rest:
        return None
    first = rest[0]
    tied = first.lower_ in _PURPOSE or first.pos_ in {"NOUN", "ADJ"} or first.text == "("
    if not tied or (len(rest) > 1 and rest[1].i in scene.period_at):
        return None
    return _until_break(rest)


def _past_whole(scene: Scene, after: list["Token"]) -> list["Token"]:
    """What follows "of GDP", "of economic output a year"."""
    if after and after[0].lower_ == "of":
        units = scene.lexicon.words("gdp words") | scene.lexicon.words("defence budget words")
        for index, token in enumerate(after):
            if token.lemma_.lower() in units and not _goes_on(after, index, units):
                return after[index + 1 :]
    return after


def _goes_on(after: list["Token"], index: int, units: frozenset[str]) -> bool:
    return index + 1 < len(after) and after[index + 1].lemma_.lower() in units


def _until_break(tokens: list["Token"]) -> list["Token"]:
    for index, token in enumerate(tokens):
        if token.text in {";", ":", ".", ")"} or (token.text == "," and _breaks(tokens, index)):
            return tokens[:index]
        if token.lower_ in {"while", "plus", "with", "by"}:
            return tokens[:index]
    return tokens


def _breaks(tokens: list["Token"], index: int) -> bool:
    if index + 1 >= len(tokens):
        return False
    if tokens[index + 1].like_num:  # the next number has words of its own
        return True
    following = tokens[index + 1].lower_
    return following in _NEXT or following in {
        "and",
        "plus",
        "with",
        "while",
        "is",
        "was",
        "as",
        "a",
        "the",
    }


def _words(tokens: list["Token"]) -> tuple[str, ...]:
    """Words and lemmas; what hyphens join is one word ("defence-related")."""
    found: list[str] = []
    for token in tokens:
        joined = bool(found) and token.i > 0 and not token.nbor(-1).whitespace_
        hyphened = joined and (token.text == "-" or found[-1].endswith("-"))
        if hyphened:
            found[-1] = found[-1] + token.lower_
        elif not token.is_punct:
            found.append(token.lower_)
    lemmas = [t.lemma_.lower() for t in tokens if not t.is_punct and not _is_hyphened(t)]
    return tuple(dict.fromkeys([*found, *lemmas]))


def _is_hyphened(token: "Token") -> bool:
    before = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    after = token.i + 1 < len(token.doc) and token.nbor(1).text == "-" and not token.whitespace_
    return before or after
