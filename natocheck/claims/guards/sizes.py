"""How many: exceptions, parts of a whole, numbers of another body."""

from itertools import combinations
from typing import TYPE_CHECKING

from natocheck.claims.guards.patterns import is_parted, is_whole_of_parts, matches
from natocheck.claims.mentions.names import Name
from natocheck.claims.scene import Scene
from natocheck.model.claims import (
    Belongs,
    Claim,
    Counted,
    GroupGrew,
    GroupSize,
)

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_SETS = (Belongs, GroupSize, GroupGrew, Counted)
_SIZES = (GroupSize, GroupGrew, Counted)
_WIDTH = 30  # characters from a number in which its noun and that noun's owners stand


def exception(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "All but four of the members", "every member except Austria"."""
    del claims
    if not isinstance(claim.statement, _SETS) or _is_overlap(claim):
        return ()
    return matches(scene, "exception phrases")


def _is_overlap(claim: Claim) -> bool:
    """Whether two bodies are counted against each other, which takes up all their words."""
    statement = claim.statement
    return isinstance(statement, GroupSize) and (
        len(statement.groups) > 1 or bool(statement.without) or statement.exhaustive
    )


def part_of_whole(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Of the 32, two joined in 2023", "the number of allies meeting 2 percent"."""
    del claims
    statement = claim.statement
    if not isinstance(statement, _SIZES):
        return ()
    counts = [q for q in scene.quantities if q.quantity.unit == "count"]
    wholes = [q for q in counts if is_whole_of_parts(scene, q.start)] if len(counts) > 1 else []
    if _is_overlap(claim):
        return ()
    if isinstance(statement, GroupSize) and statement.when is None:
        own = [q for q in wholes if q.quantity.interval == statement.number]
        wholes = [] if own else wholes  # the whole itself, of today
    sized = not isinstance(statement, Counted)
    found = tuple(q.quantity.text for q in wholes)
    return found + (matches(scene, "counted parts") if sized else ())


def parted_whole(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Of the 32, five have a coast": the size of the whole bears out nothing of the part."""
    del claims
    statement = claim.statement
    if not isinstance(statement, GroupSize) or _is_overlap(claim):
        return ()
    counts = [q for q in scene.quantities if q.quantity.unit == "count"]
    own = [q for q in counts if q.quantity.interval == statement.number]
    if len(own) == len(counts):
        return ()
    parted = [q for q in own if is_parted(scene, q.start)]
    return tuple(q.quantity.text for q in parted)


def other_owner(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "The EU's 23 NATO members", "the EU's six founders": of another body, or of two."""
    del claims
    if not isinstance(claim.statement, _SIZES):
        return ()
    if _is_overlap(claim):
        return ()
    near = [n for n in scene.names if _is_beside(scene, claim, n.start, n.end)]
    bodies = [body for name in near if (body := _bodies(scene, name))]
    texts = tuple(scene.text_between(name.start, name.end) for name in near)
    return texts if any(not one & other for one, other in combinations(bodies, 2)) else ()


def _bodies(scene: Scene, name: Name) -> set[str]:
    """The organisations and parts of the world that a name is of, a group's through it."""
    groups = scene.lexicon.rulebase.groups
    named = {i for i in name.ids("name", "adjective") if not scene.lexicon.is_country(i)}
    return named | {body for i in name.ids("group") for body in groups[i].all_of}


def _is_beside(scene: Scene, claim: Claim, start: int, end: int) -> bool:
    """Whether a name owns the counted noun or stands within its words."""
    first, last = claim.start - scene.sentence.start, claim.end - scene.sentence.start
    owning = scene.text_between(end, end + 3).strip()[:2] in {"'s", "’s", "'", "’"}
    return first - 4 <= start < min(last, first + _WIDTH) or (owning and end <= first <= end + 4)


def own_allies(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "America's 31 allies", "Finland and its 31 allies": all but the country itself."""
    del claims
    if not isinstance(claim.statement, GroupSize):
        return ()
    nouns = scene.lexicon.words("nouns for the others")
    owners = [
        child
        for noun in scene.doc
        if noun.lemma_.lower() in nouns
        for child in noun.children
        if child.dep_ == "poss" and _is_of_country(scene, child)
    ]
    return tuple(f"{owner.text} {owner.head.text}" for owner in owners)


def _is_of_country(scene: Scene, owner: "Token") -> bool:
    name = scene.name_at.get(owner.i)
    named = name.ids("name", "metonym", "demonym") if name is not None else ()
    return owner.tag_ == "PRP$" or any(map(scene.lexicon.is_country, named))
