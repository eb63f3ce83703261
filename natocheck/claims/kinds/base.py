"""What every kind has: a function from a scene to claims, or to reasons for silence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.scene import Scene
from natocheck.model.claims import Claim, Passed, Statement

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

Proposal = Claim | Passed
Kind = Callable[[Scene, tuple[Clause, ...]], Iterator[Proposal]]
UNASSERTED = {"hedged", "conditional", "denied", "asked", "opinion"}


@dataclass(frozen=True)
class Place:
    """The stretch of a sentence that a claim is made in."""

    start: int
    end: int


def place_of(tokens: "list[Token] | tuple[Token, ...]") -> Place:
    """From the first token to the end of the last."""
    ordered = sorted(tokens, key=lambda token: token.i)
    return Place(ordered[0].idx, ordered[-1].idx + len(ordered[-1]))


def claim_at(
    scene: Scene,
    kind: str,
    place: Place,
    statement: Statement,
    clause: Clause | None = None,
    unread: tuple[str, ...] = (),
    doubts: tuple[str, ...] = (),
) -> Claim:
    """A claim over ``place``; its stance and speaker are the clause's, if one is given."""
    start = scene.sentence.start
    return Claim(
        kind=kind,
        text=scene.doc.text[place.start : place.end].strip(" ,;:"),
        start=start + place.start,
        end=start + place.end,
        statement=statement,
        stance=clause.stance if clause is not None else ("asserted",),
        speaker=clause.speaker if clause is not None else None,
        unread=unread,
        doubts=doubts,
        fuzzy=tuple(
            f"{name.text} (read as {name.meant})"
            for name in scene.names
            if name.meant and name.start < place.end and place.start < name.end
        ),
    )


def claim_in(
    scene: Scene,
    kind: str,
    clause: Clause,
    statement: Statement,
    unread: tuple[str, ...] = (),
    doubts: tuple[str, ...] = (),
) -> Claim:
    """A claim that a whole clause makes."""
    return claim_at(scene, kind, place_of(clause.tokens), statement, clause, unread, doubts)


def passed(kind: str, clause: Clause, reason: str) -> Passed:
    """A kind's reason for saying nothing of a clause."""
    return Passed(kind=kind, text=clause.text, reason=reason)


def is_asserted(clause: Clause) -> bool:
    """Whether the clause states, in whoever's voice, what can then be right or wrong."""
    return not UNASSERTED & set(clause.stance)
