"""Whether a clause says that a joining or leaving happened, or that it did not."""

from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import UNASSERTED
from natocheck.claims.kinds.membership.moments import cleft_of
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_OPENERS = {"after", "since", "before", "upon", "on", "by", "until", "following", "despite"}


def is_actual(
    scene: Scene, clause: Clause, verb: "Token", clauses: tuple[Clause, ...] = ()
) -> bool:
    """Whether the clause says that it happened (or, negated, that it did not)."""
    unasserted = UNASSERTED & set(clause.stance)
    if cleft_of(clause, clauses) is not None:
        unasserted -= {"denied"}
    if unasserted or "future" in clause.stance:
        return False
    governors = clause.chain[: clause.chain.index(verb)] if verb in clause.chain else ()
    implicative = scene.lexicon.words("implicative verbs")
    if any(token.lemma_.lower() not in implicative for token in governors):
        return False
    if not governors and any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.children):
        return False
    return not _is_under_way(clause.head) and _is_event_gerund(clause.head)


def _is_under_way(head: "Token") -> bool:
    """ "Is joining": a plan."""
    return head.tag_ == "VBG" and any(t.lemma_ == "be" and t.dep_ == "aux" for t in head.children)


def _is_event_gerund(head: "Token") -> bool:
    """A gerund after a noun ("the idea of joining") or as a subject tells no event."""
    if head.tag_ != "VBG" or head.dep_ == "ROOT":
        return True
    if head.dep_ == "pcomp":
        return head.head.lower_ in _OPENERS and head.head.head.pos_ in {"VERB", "AUX"}
    return head.dep_ in {"advcl", "conj"}
