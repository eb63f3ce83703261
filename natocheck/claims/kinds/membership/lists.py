"""Countries named beside a noun for members: "one of the founders, together with Norway",
"four EU states, Austria, …, stay", "Estonia and Latvia, both of them NATO members"."""

from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.membership.bodies import countries_among
from natocheck.claims.kinds.membership.standing import is_since_behind
from natocheck.claims.phrases import coordinated
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_PARTITIVES = {"of", "among", "amongst"}
_ONES = {"one", "two", "part", "some", "both"}
WHOLES = {"all", "both", "each"}
_CLOSING = {",", ")", ".", ";", "–", "—"}


def one_of_many(token: "Token") -> "Token | None":
    """The plural that a predicate or apposition is one of: "one of the founders", "among
    the founders" (for the preposition itself)."""
    if token.lower_ not in _ONES and token.lower_ not in _PARTITIVES:
        return None
    preps = [token] if token.lower_ in _PARTITIVES else list(token.children)
    inner = [t for p in preps if p.lower_ in _PARTITIVES for t in p.children]
    return next((t for t in inner if t.dep_ == "pobj" and t.tag_ in {"NNS", "NNPS"}), None)


def companions(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """The countries of which the same is said: "together with Iceland and Norway"."""
    words = scene.lexicon.words("companion words")
    return countries_among(scene, _behind(clause.tokens, words))


def likenesses(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """The countries that the subject is said to be like: "Finland, like Sweden, has joined"."""
    preps = tuple(t for t in clause.tokens if not t.i or t.nbor(-1).text == ",")
    found = _behind(preps, scene.lexicon.words("likeness words"))
    return countries_among(scene, found) if found and _is_set_off(found[-1]) else ()


def _is_set_off(last: "Token") -> bool:
    """Whether nothing follows within the commas: not "like Norway a founding member, …"."""
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return after is None or after.text in _CLOSING


def _behind(tokens: "tuple[Token, ...]", words: frozenset[str]) -> "list[Token]":
    """What stands behind those of the tokens that end one of the words."""
    found: list[Token] = []
    for prep in tokens:
        before = prep.nbor(-1).lower_ if prep.i else ""
        if prep.lower_ in words or f"{before} {prep.lower_}" in words:
            things = [t for t in prep.children if t.dep_ == "pobj"]
            found += [each for t in things for each in [t, *coordinated(t)]]
    return found


def listed_between(scene: Scene, noun: "Token", verb: "Token") -> tuple[str, ...]:
    """The countries set off by commas after a noun, up to its verb; nothing if other words
    stand there."""
    start = next((t.i for t in noun.doc[noun.i : verb.i] if t.text in {",", "–", "—"}), None)
    if start is None:
        return ()
    named: list[Token] = []
    closed = False
    for token in noun.doc[start + 1 : verb.i]:
        closed = token.text in {",", "–", "—"}
        if token.i in scene.name_at:
            named.append(token)
        elif token.dep_ in {"aux", "auxpass", "neg"} and token.head == verb:
            closed = True
            break
        elif not closed and token.lower_ not in {"and", "the"}:
            return ()
    countries = countries_among(scene, named)
    names = {scene.name_at[t.i] for t in named}
    return countries if closed and len(countries) == len(names) else ()


def taken_together(scene: Scene, noun: "Token") -> "list[Token]":
    """The countries before "all of them NATO members since 2004", "both NATO members" or
    ", EU members since 2007,"."""
    start = _opening(scene, noun)
    if start < 2 or noun.doc[start - 1].text != "," or not _ends(scene, noun):
        return []
    last = noun.doc[start - 2]
    first = last
    while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    found = [t for t in [first, *coordinated(first)] if t.i <= last.i]
    joined = any(c.lower_ == "and" for t in found for c in t.children)
    several = len(found) == 2 or (len(found) > 2 and noun.doc[start].lower_ != "both")
    return found if several and joined and last in found else []


def _opening(scene: Scene, noun: "Token") -> int:
    """Where the words begin that a noun is set apart with; 0 if it is not."""
    known = {"of", "them", "full"} | WHOLES
    start = noun.i
    while start and (noun.doc[start - 1].i in scene.name_at or noun.doc[start - 1].lower_ in known):
        start -= 1
    whole = noun.doc[start].lower_ in WHOLES
    return start if whole or noun.dep_ in {"conj", "appos"} else 0


def _ends(scene: Scene, noun: "Token") -> bool:
    """Whether the phrase ends with the noun and its time."""
    last = max(t.i for t in [noun, *(x for c in noun.rights for x in c.subtree)])
    since = [p for p in scene.periods if is_since_behind(scene, noun, p)]
    last = max([last, *(t.i for p in since for t in scene.tokens_of(p))])
    within = [c for c in noun.rights if c.dep_ != "prep" and not c.is_punct]
    closed = last + 1 >= len(noun.doc) or noun.doc[last + 1].text in _CLOSING
    return not within and (closed or noun.doc[last].text in _CLOSING)
