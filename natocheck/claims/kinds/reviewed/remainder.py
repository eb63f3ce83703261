"""What a scope says beyond a reading: names, numbers and words that may change it.

The bar is high: a reviewed claim with an unknown party, number or restriction is another
statement, and so is one most of whose words were never seen beside it.
"""

from typing import TYPE_CHECKING

from natocheck.claims.kinds.reviewed.index import Pattern
from natocheck.claims.kinds.reviewed.matching import fitting_numbers, stands_at
from natocheck.claims.kinds.reviewed.scope import Scope
from natocheck.claims.mentions.names import ReadingKind
from natocheck.claims.scene import Scene
from natocheck.claims.times import is_attributive

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"}
_PARTIES: tuple[ReadingKind, ...] = ("name", "adjective", "demonym", "metonym", "group")
_FREE = 4  # one word in so many may be unknown


def remainder(scene: Scene, scope: Scope, pattern: Pattern) -> tuple[str, ...]:
    """The words for which the reading does not account; empty if it says just that."""
    found = [
        *_restrictions(scope, pattern),
        *_strangers(scene, scope, pattern),
        *_other_numbers(scene, scope, pattern),
    ]
    unknown, known = _unknown(scene, scope, pattern)
    if len(unknown) * _FREE > known:
        found += unknown
    return tuple(dict.fromkeys(found))


def _restrictions(scope: Scope, pattern: Pattern) -> list[str]:
    """ "Only", "before", "without": in the scope, or opening a clause beside it."""
    restricting = pattern.lexicon.words("restricting words") - pattern.vocabulary
    openers = [c for head in scope.beside for c in head.children if c.dep_ in {"mark", "advmod"}]
    unless = set(pattern.rule.unless)
    return [
        token.text
        for token in (*scope.tokens, *openers)
        if token.lower_ in restricting
        or {token.lower_, token.lemma_.lower()} & unless
        or any(
            " " in phrase and token.doc[token.i :].text.lower().startswith(phrase)
            for phrase in unless
        )
    ]


def _strangers(scene: Scene, scope: Scope, pattern: Pattern) -> list[str]:
    """Named parties that neither the reading nor a wording of the rule names."""
    inside = {token.i for token in scope.tokens}
    return [
        name.text
        for name in scene.names
        if scene.root_of(name).i in inside
        and name.ids(*_PARTIES)
        and not set(name.ids(*_PARTIES)) & pattern.identities
    ]


def _other_numbers(scene: Scene, scope: Scope, pattern: Pattern) -> list[str]:
    """Numbers that are not the reading's and stand in none of its wordings."""
    inside = {token.i for token in scope.tokens}
    number = pattern.reading.number
    taken = set(fitting_numbers(scene, scope, number)) if number is not None else set()
    return [
        found.quantity.text
        for found in scene.quantities
        if scene.root_of(found).i in inside - taken
        and not set(found.quantity.text.lower().split()) <= pattern.vocabulary
    ]


def other_dates(scene: Scene, scope: Scope, pattern: Pattern) -> tuple[str, ...]:
    """Years that tell a noun apart ("the 2006 summit") and stand in none of the rule's words:
    what is right of one occasion may be wrong of another."""
    rule = pattern.rule
    known = " ".join([rule.statement, rule.answer, *rule.figures])
    inside = {token.i for token in scope.tokens}
    return tuple(
        scene.text_between(found.start, found.end)
        for found in scene.periods
        if scene.root_of(found).i in inside
        and is_attributive(scene, found)
        and str(found.period.start.year) not in known
    )


def _unknown(scene: Scene, scope: Scope, pattern: Pattern) -> tuple[list[str], int]:
    """The words that the rule's vocabulary lacks, and how many others there are."""
    harmless = pattern.lexicon.words("colourless words")
    unknown: list[str] = []
    known = 0
    for token in scope.tokens:
        if not _is_content(scene, token):
            continue
        words = {token.lower_, token.lemma_.lower()}
        if words & (pattern.vocabulary | harmless) or stands_at(scene, token, pattern.vocabulary):
            known += 1
        else:
            unknown.append(token.text)
    return unknown, known


def _is_content(scene: Scene, token: "Token") -> bool:
    mentioned = token.i in scene.name_at or token.i in scene.period_at
    return token.pos_ in _CONTENT and not mentioned and token.i not in scene.quantity_at
