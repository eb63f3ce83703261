"""In which place: ranks that nobody compares, "only", "for the first time"."""

from natocheck.claims.guards.patterns import matches
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import is_restriction
from natocheck.claims.scene import Scene
from natocheck.model.claims import (
    Belongs,
    Claim,
    Happened,
    Holds,
    Promised,
    Ranks,
    Succeeds,
)

_BEGUN = {"starts", "since", "sworn", "chosen", "joined"}


def rank(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "The second secretary general", "the longest-serving": a rank that nobody compares."""
    if not isinstance(claim.statement, (Holds, Belongs)):
        return ()
    if isinstance(claim.statement, Belongs) and any(_ranks(c) for c in claims):
        return ()  # an office's rank is judged by a claim of its own
    ordinals = [q.quantity.text for q in scene.quantities if _is_of_holder(scene, q)]
    best = [t.text for t in scene.doc if t.lower_ in scene.lexicon.words("rank words")]
    return (*ordinals, *best)


def repeated(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Joined for the second time", "once more took over": how often is another claim."""
    del claims
    statement = claim.statement
    if not isinstance(statement, (Holds, Belongs, Succeeds)):
        return ()
    if isinstance(statement, Holds) and statement.nth is not None:
        return ()  # that is counted
    if not isinstance(statement, Succeeds) and statement.mode not in _BEGUN:
        return ()
    return matches(scene, "repeats")


def denied_noun(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Agreed to spend 2 percent in no year": a denial that is no clause's."""
    del claims
    statement = claim.statement
    denied = "negated" in claim.stance or getattr(statement, "negated", False)
    if denied or not isinstance(statement, Promised):
        return ()
    first, last = claim.start - scene.sentence.start, claim.end - scene.sentence.start
    return tuple(
        f"no {token.head.text}"
        for token in scene.doc
        if token.lower_ == "no" and token.dep_ == "det" and first <= token.idx < last
    )


def _is_of_holder(scene: Scene, found: FoundQuantity) -> bool:
    """Whether an ordinal stands with a title or a noun for members: "the second secretary"."""
    root = scene.root_of(found)
    noun = root if root.dep_ in {"pobj", "attr", "nsubj", "appos"} else root.head
    name = scene.name_at.get(noun.i)
    titled = name is not None and bool(name.ids("title"))
    ranked = noun.lemma_.lower() in scene.lexicon.words("ranked nouns")
    return found.quantity.unit == "ordinal" and (titled or ranked)


def _ranks(claim: Claim) -> bool:
    statement = claim.statement
    placed = isinstance(statement, Belongs) and (
        statement.order is not None or statement.newest > 0
    )
    return placed or isinstance(statement, Ranks)


def only(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Only Poland asked", "the only two that joined", "for the first time": nobody else did."""
    del claims
    if not isinstance(claim.statement, (Belongs, Happened)):
        return ()
    only = scene.lexicon.words("only") - {"no"}
    found = (t for t in scene.doc[:-1] if is_restriction(t, only))
    ranked = scene.lexicon.words("ranked nouns")
    numbers = {"NUM"} if isinstance(claim.statement, Belongs) else set()
    named = tuple(
        t.text
        for t in found
        if t.nbor(1).pos_ in {"PROPN", *numbers} or t.nbor(1).lemma_.lower() in ranked
    )
    return named + matches(scene, "first times")
