"""Who a clause speaks of: single countries, a group as a whole, or some of its members."""

import math
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import is_fixed_group, name_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import SetExpression
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from spacy.tokens import Token

_STOPS = {"relcl", "acl", "advcl"}


def phrase_tokens(head: "Token") -> list["Token"]:
    """The tokens of a noun phrase without the clauses that hang on it."""
    skipped = {
        t.i
        for part in head.subtree
        if part is not head and part.dep_ in _STOPS and part.pos_ in {"VERB", "AUX"}
        for t in part.subtree
    }
    return [t for t in head.subtree if t.i not in skipped]


def names_in(scene: Scene, tokens: list["Token"]) -> list[Name]:
    """The names whose head is among the tokens, in order."""
    inside = {t.i for t in tokens}
    return [name for name in scene.names if scene.root_of(name).i in inside]


def countries_in(scene: Scene, tokens: list["Token"]) -> tuple[str, ...]:
    """The countries named among the tokens, fixed groups of countries included."""
    found = []
    for name in names_in(scene, tokens):
        if name_of(scene, scene.root_of(name)) is None:
            continue
        for identity in name.ids("name", "demonym", "metonym", "adjective"):
            if scene.lexicon.is_country(identity):
                found.append(identity)
        found += [i for i in name.ids("group") if is_fixed_group(scene, i)]
    return tuple(dict.fromkeys(found))


def groups_in(scene: Scene, tokens: list["Token"]) -> tuple[str, ...]:
    """The groups and organisations with members named among the tokens."""
    organisations = {entry.group for entry in scene.lexicon.rulebase.memberships.values()}
    found = []
    for name in names_in(scene, tokens):
        found += list(name.ids("group"))[:1]
        bodies = [i for i in name.ids("name") if i in organisations]
        found += (
            bodies if len(bodies) == 1 else [i for i in bodies if i in scene.context.organisations]
        )
    return tuple(dict.fromkeys(found))


def counts_in(scene: Scene, tokens: list["Token"]) -> list[FoundQuantity]:
    """The bare numbers and fractions among the tokens."""
    inside = {t.i for t in tokens}
    return [
        q
        for q in scene.quantities
        if scene.root_of(q).i in inside and q.quantity.unit in {"count", "percent"}
    ]


def read_set(scene: Scene, head: "Token", clause: Clause) -> SetExpression | None:
    """The members that a noun phrase ranges over, or None where it is no such phrase."""
    tokens = phrase_tokens(head)
    words = [t.lower_ for t in tokens]
    lead = _words_before(tokens)
    countries = countries_in(scene, tokens)
    groups = tuple(g for g in groups_in(scene, tokens) if g not in countries)
    numbers = counts_in(scene, tokens)
    only = scene.lexicon.words("only") - {"no"}
    if set(words) & scene.lexicon.words("exceptions") and (groups or _is_light(scene, head)):
        return _all_but(scene, tokens, groups, numbers)
    if countries and not groups and (set(words) | set(lead)) & only:
        return SetExpression(kind="only", named=countries)
    if not groups and not (_is_light(scene, head) and head.lower_ != "member"):
        return None
    return _quantified(scene, words, groups, numbers)


def _words_before(tokens: list["Token"]) -> list[str]:
    first = tokens[0]
    return [t.lower_ for t in first.doc[max(0, first.i - 2) : first.i]]


def _is_light(scene: Scene, head: "Token") -> bool:
    return head.lemma_.lower() in scene.lexicon.words("member nouns") or head.lower_ in {
        "all",
        "none",
        "them",
        "those",
    }


def _all_but(
    scene: Scene, tokens: list["Token"], groups: tuple[str, ...], numbers: list[FoundQuantity]
) -> SetExpression | None:
    exceptions = scene.lexicon.words("exceptions")
    start = next(t.i for t in tokens if t.lower_ in exceptions)
    after = [t for t in tokens if t.i > start]
    named = countries_in(scene, after)
    if named:
        return SetExpression(kind="but", groups=groups, named=named)
    excluded = [q for q in numbers if scene.root_of(q).i > start]
    if len(excluded) >= 1 and excluded[0].quantity.unit == "count":
        return SetExpression(kind="but", groups=groups, number=excluded[0].quantity.interval)
    return None


def _quantified(
    scene: Scene, words: list[str], groups: tuple[str, ...], numbers: list[FoundQuantity]
) -> SetExpression | None:
    found = set(words)
    if found & scene.lexicon.words("none determiners"):
        return SetExpression(kind="none", groups=groups)
    if found & scene.lexicon.words("vague determiners") and not numbers:
        return None
    if found & scene.lexicon.words("all determiners"):
        return SetExpression(kind="all", groups=groups)
    if numbers:
        first = numbers[0].quantity
        kind = "count" if first.unit == "count" else "share"
        return SetExpression(kind=kind, groups=groups, number=first.interval)
    if found & scene.lexicon.words("majority words"):
        return SetExpression(
            kind="share", groups=groups, number=Interval(50.0, math.inf, low_open=True)
        )
    return None
