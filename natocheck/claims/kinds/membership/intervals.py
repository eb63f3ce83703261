"""How far apart two countries joined: "eleven months after Finland, Sweden …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in
from natocheck.claims.kinds.membership.moments import apart
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.claims import Belongs, Claim, JoinedApart
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_DURATIONS = {"year", "month", "week", "day"}
_ECHOES = {"do", "have"}
_SAME_DAY = Interval(0.0, 0.0)


def with_intervals(
    scene: Scene, clauses: tuple[Clause, ...], found: list[Proposal]
) -> Iterator[Proposal]:
    """The distances that sentences with a claim of joining also give."""
    for claim in found:
        if isinstance(claim, Claim) and isinstance(claim.statement, Belongs):
            clause = _clause_at(scene, clauses, claim)
            if clause is not None:
                yield from _distances(scene, clause, claim.statement)


def _clause_at(scene: Scene, clauses: tuple[Clause, ...], claim: Claim) -> Clause | None:
    start = claim.start - scene.sentence.start
    end = claim.end - scene.sentence.start
    inside = [c for c in clauses if start <= c.head.idx < end]
    return inside[0] if inside else None


def _distances(scene: Scene, clause: Clause, said: Belongs) -> Iterator[Proposal]:
    if said.negated or said.mode == "applied" or said.mode == "left" or said.assumed:
        return
    later = _after_another(scene, clause, said)
    if later is not None:
        yield claim_in(scene, "membership", clause, later)
    between = _between_two(scene, clause, said)
    if between is not None:
        yield claim_in(scene, "membership", clause, between)


def _after_another(scene: Scene, clause: Clause, said: Belongs) -> JoinedApart | None:
    if len(said.members) != 1 or (said.mode == "is" and said.order is None):
        return None
    for found in scene.quantities:
        if found.quantity.unit not in _DURATIONS or scene.root_of(found) not in _all(clause):
            continue
        order, other = _compared(scene, found)
        if other is not None and other != said.members[0]:
            pair = (other, said.members[0]) if order == "after" else (said.members[0], other)
            return JoinedApart(
                earlier=pair[0],
                later=pair[1],
                organisation=said.organisation,
                days=apart(found),
            )
    return None


def _all(clause: Clause) -> "set[Token]":
    """The clause with the verb that stands for its own: "years before Albania did"."""
    echoes = [t for t in clause.head.children if t.dep_ == "advcl" and t.lemma_ in _ECHOES]
    return {*clause.tokens, *(token for echo in echoes for token in echo.subtree)}


def _compared(scene: Scene, found: FoundQuantity) -> "tuple[str, str | None]":
    """ "after Finland": the word and the one country right behind the duration."""
    tokens = scene.tokens_of(found)
    following = scene.doc[tokens[-1].i + 1 : tokens[-1].i + 3]
    if len(following) < 2 or following[0].lower_ not in {"after", "before"}:
        return "", None
    rest = scene.doc[tokens[-1].i + 2 :]
    name = next((t for t in rest if t.pos_ in {"PROPN", "NOUN", "VERB", "PRON"}), None)
    if name is None or name.i not in scene.name_at:
        return "", None
    named = scene.name_at[name.i]
    ids = [i for i in named.ids("name", "metonym") if scene.lexicon.is_country(i)]
    ending = scene.tokens_of(named)[-1]
    after = _behind(ending)
    # "two years after Finland's summit" or "after Finland and Sweden" compares with more.
    if after is not None and (after.lower_ in {"'s", "’s", "and"} or after.pos_ in {"VERB", "AUX"}):
        return "", None
    return following[0].lower_, ids[0] if len(ids) == 1 else None


def _behind(ending: "Token") -> "Token | None":
    """The token behind a name, past a verb that stands for the first ("Hungary did, …")."""
    rest = ending.doc[ending.i + 1 :]
    echoed = len(rest) > 1 and rest[0].lemma_ in _ECHOES and rest[1].pos_ in {"PUNCT", "ADP"}
    if echoed:
        return rest[1]
    return rest[0] if len(rest) else None


def _between_two(scene: Scene, clause: Clause, said: Belongs) -> JoinedApart | None:
    """ "Both within eleven months", "on the same day"."""
    if len(said.members) != 2:
        return None
    days = _within(scene, clause) or _same_day(scene, clause)
    if days is None:
        return None
    first, second = said.members
    return JoinedApart(
        earlier=first, later=second, organisation=said.organisation, days=days, ordered=False
    )


def _within(scene: Scene, clause: Clause) -> Interval | None:
    for found in scene.quantities:
        first = scene.tokens_of(found)[0]
        before = first.nbor(-1).lower_ if first.i else ""
        if found.quantity.unit in _DURATIONS and before == "within" and first in clause.tokens:
            return Interval(0.0, apart(found).high)
    return None


def _same_day(scene: Scene, clause: Clause) -> Interval | None:
    """ "On the same day", unless it is the day of something else ("the same day as …")."""
    for token in clause.tokens:
        if token.lemma_.lower() == "day" and any(t.lower_ == "same" for t in token.children):
            after = token.nbor(1) if token.i + 1 < len(token.doc) else None
            if after is None or after.lower_ not in {"as", "that", "when"}:
                return _SAME_DAY
    return None
