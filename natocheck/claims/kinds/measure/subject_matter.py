"""Which measure a clause speaks of: by its unit, its nouns and verbs, its "percent of"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.mentions.names import fold
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.facts import Measure

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNITS = {"percent": "percent", "usd": "usd", "count": "count", "eur": "eur"}


def words_of(tokens: "tuple[Token, ...] | list[Token]") -> str:
    """The lower-case words and lemmas of tokens, each set between spaces, for phrases."""
    lowers = " ".join(fold(t.lower_) for t in tokens)
    lemmas = " ".join(fold(t.lemma_.lower()) for t in tokens)
    return f" {lowers} | {lemmas} ".replace(" - ", "-")


def has_phrase(words: str, phrases: list[str] | frozenset[str]) -> bool:
    """Whether one of the phrases stands in ``words_of`` some tokens."""
    return any(f" {phrase} " in words for phrase in phrases)


def is_of(scene: Scene, found: FoundQuantity, nouns: list[str]) -> bool:
    """Whether a percentage is "of" one of these nouns ("2 percent of its output")."""
    after = [t for t in scene.doc if t.idx >= found.end][:6]
    if not after or after[0].lower_ not in {"of", "in"}:
        return False
    for i, token in enumerate(after[1:]):
        pair = " ".join(t.lower_ for t in after[i + 1 : i + 4])
        if token.lower_ in nouns or token.lemma_.lower() in nouns:
            return True
        if any(pair.startswith(noun) for noun in nouns if " " in noun):
            return True
        if token.pos_ in {"NOUN", "PROPN"} and token.i not in scene.name_at:
            return False
    return False


def is_threshold(scene: Scene, found: FoundQuantity, nouns: list[str]) -> bool:
    """Whether a percentage names a threshold: "the 4 percent mark", "the bar of 2%"."""
    root = scene.root_of(found)
    after = [t for t in scene.doc if t.idx >= found.end][:4]
    if any(t.lemma_.lower() in nouns for t in after if t.pos_ in {"NOUN", "PROPN"}):
        return True
    governor = root.head.head if root.head.lower_ == "of" else root.head
    return governor.lemma_.lower() in nouns and governor.pos_ == "NOUN"


def measures_of(
    scene: Scene, clause: Clause, quantities: tuple[FoundQuantity, ...]
) -> tuple[Measure, ...]:
    """The measures that the clause may speak of, the most specific first."""
    words = words_of(clause.tokens)
    rules = scene.lexicon.rulebase.measures.values()
    named = [rule for rule in rules if _is_spoken_of(scene, rule, clause, words, quantities)]
    specific = [rule for rule in named if rule.needs]
    return tuple(specific or named)


def _is_spoken_of(
    scene: Scene, rule: Measure, clause: Clause, words: str, found: tuple[FoundQuantity, ...]
) -> bool:
    if rule.unless and has_phrase(words, rule.unless):
        return False
    if rule.needs and not has_phrase(words, rule.needs):
        return False
    fitting = [q for q in found if _UNITS.get(q.quantity.unit) == rule.unit]
    if any(is_of(scene, q, rule.of) for q in fitting if rule.of):
        return True
    if any(is_threshold(scene, q, rule.thresholds) for q in fitting if rule.thresholds):
        return True
    stripped = _without_percent_of(scene, clause, found)
    by_noun = has_phrase(stripped, rule.nouns)
    by_verb = bool({*clause.lemmas, *(t.lemma_.lower() for t in clause.chain)} & set(rule.verbs))
    if rule.unit == "percent" and rule.of:
        return bool(fitting) and by_noun and not _is_of_something(scene, fitting)
    return by_noun or (by_verb and bool(fitting))


def _is_of_something(scene: Scene, found: list[FoundQuantity]) -> bool:
    return any(scene.doc.text[q.end : q.end + 4] == " of " for q in found)


def _without_percent_of(scene: Scene, clause: Clause, found: tuple[FoundQuantity, ...]) -> str:
    """The clause's words less "of GDP" after a percentage, which names no GDP."""
    skipped: set[int] = set()
    for q in found:
        if q.quantity.unit != "percent":
            continue
        after = [t for t in scene.doc if t.idx >= q.end][:4]
        if after and after[0].lower_ == "of":
            skipped |= {t.i for t in after[:3]}
    share = {"share", "percentage", "proportion", "slice"}
    for token in clause.tokens:
        if token.lemma_.lower() in share:
            skipped |= {t.i for c in token.children if c.lower_ == "of" for t in c.subtree}
    return words_of([t for t in clause.tokens if t.i not in skipped])


def share_of_noun(scene: Scene, clause: Clause) -> Iterator["Token"]:
    """Nouns such as "share" and "slice" that turn a quantity into a part of GDP."""
    shares = scene.lexicon.words("share nouns")
    return (t for t in clause.tokens if t.lemma_.lower() in shares)
