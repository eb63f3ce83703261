"""Whether a scope says what a reading asks for: verb, parties, number and polarity."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from natocheck.claims.kinds.event.identity import ids_of
from natocheck.claims.kinds.reviewed.index import Pattern
from natocheck.claims.kinds.reviewed.scope import Scope
from natocheck.claims.scene import Scene
from natocheck.claims.verbs import auxiliaries
from natocheck.model.facts import ReviewedNumber

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_ADMITTED = {
    "opinion": "obligation auxiliaries",
    "hedged": "hedging auxiliaries",
    "future": "future auxiliaries",
}
_NEVER = {"conditional", "denied", "asked"}


def says(scene: Scene, scope: Scope, pattern: Pattern) -> bool:
    """Whether everything that the reading asks for stands where it asks for it."""
    read = pattern.reading
    return (
        _is_stated(scope, pattern)
        and _stands_in(scene, scope.subject, read.subject)
        and _stands_in(scene, scope.others, read.object)
        and all(_stands_in(scene, scope.tokens, words) for words in read.also)
        and (read.number is None or len(fitting_numbers(scene, scope, read.number)) == 1)
        and _is_negated(scope, pattern) == read.negated
    )


def _is_stated(scope: Scope, pattern: Pattern) -> bool:
    """Whether it is asserted; duties and chances are only where the reading is of one, and
    where its own auxiliary tells it."""
    stance = set(scope.clause.stance)
    words = pattern.lexicon.words
    own = {token.lower_ for token in auxiliaries(scope.clause.chain)} & pattern.asked
    blocked = {s for s, use in _ADMITTED.items() if not words(use) & own} | _NEVER
    if words("planning verbs") & {scope.clause.chain[0].lemma_.lower()} & pattern.asked:
        blocked -= {"future"}  # "commits", "promised": the reading itself is of a plan
    return not stance & blocked


def _stands_in(scene: Scene, tokens: Iterable["Token"], words: list[str]) -> bool:
    """Whether one of the words, phrases or ids stands among the tokens; without any, yes."""
    wanted = set(words)
    return not wanted or any(stands_at(scene, token, wanted) for token in tokens)


def stands_at(scene: Scene, token: "Token", wanted: "set[str] | frozenset[str]") -> bool:
    """Whether one of the words, phrases or ids begins at the token."""
    own = {token.lemma_.lower(), token.lower_}
    if own & wanted or ids_of(scene, token) & wanted or _ids_at(scene, token) & wanted:
        return True
    return any(" " in phrase and _begins(token, own, phrase) for phrase in wanted)


def _begins(token: "Token", own: set[str], phrase: str) -> bool:
    first, *rest = phrase.split()
    following = token.doc[token.i + 1 : token.i + 1 + len(rest)]
    return (
        first in own
        and len(following) == len(rest)
        and all(
            word in {each.lower_, each.lemma_.lower()}
            for word, each in zip(rest, following, strict=True)
        )
    )


def _ids_at(scene: Scene, token: "Token") -> set[str]:
    """The ids of the name that the token belongs to, groups with the body they are of."""
    name = scene.name_at.get(token.i)
    return set() if name is None else {reading.id for reading in name.readings}


def fitting_numbers(scene: Scene, scope: Scope, number: ReviewedNumber) -> list[int]:
    """Where numbers of the unit stand whose whole interval lies in that of the reading."""
    inside = {token.i for token in scope.tokens}
    return [
        scene.root_of(found).i
        for found in scene.quantities
        if scene.root_of(found).i in inside
        and found.quantity.unit == number.unit
        and number.low <= found.quantity.value <= number.high
    ]


def _is_negated(scope: Scope, pattern: Pattern) -> bool:
    """Whether an odd number of denials bears on it, less those that the reading names."""
    words = pattern.lexicon.words
    denials = words("negations") | words("denying determiners") | words("denying pronouns")
    count = sum(
        1
        for token in scope.tokens
        if token.lower_.replace("’", "'") in denials
        and token.dep_ != "intj"  # "No, …"
        and not _is_repeated(token)
        and not _is_named(token, pattern)
    )
    verbs = words("negative verbs") | words("denial verbs")
    count += sum(1 for t in scope.tokens if t.lemma_.lower() in verbs and not _is_named(t, pattern))
    return count % 2 == 1


def _is_repeated(token: "Token") -> bool:
    """ "Not once, not even then": the second denial only lends weight to the first."""
    following = token.doc[token.i + 1 : token.i + 2].text.lower()
    before = token.doc[: token.i].text.lower().split()
    return token.lower_ == "not" and following == "even" and bool({"not", "never"} & set(before))


def _is_named(token: "Token", pattern: Pattern) -> bool:
    return bool({token.lower_.replace("’", "'"), token.lemma_.lower()} & pattern.asked)
