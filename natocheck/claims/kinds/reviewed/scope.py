"""The words that one statement covers: its verb, who does it, and what it is done to.

What is said of a verb reaches into its complements ("promised that it would not …"),
not into other clauses beside it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.event.cues import Cues, clause_cues, noun_cues
from natocheck.claims.phrases import Argument, arguments, noun_arguments
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_DOERS = {"subject", "agent"}
_OWNERS = {"owner", "by", "of", "modifier"}
_BESIDE = {"advcl", "parataxis", "conj"}
_NOUNS = {"NOUN", "PROPN"}


@dataclass(frozen=True, eq=False)
class Scope:
    """A verb or noun with its ``subject`` and all ``others`` that it governs.

    ``beside`` are the heads of adverbial clauses, which may restrict it.
    """

    clause: Clause
    cues: Cues
    verbs: tuple["Token", ...]
    subject: tuple["Token", ...]
    others: tuple["Token", ...]
    beside: tuple["Token", ...]

    @property
    def tokens(self) -> tuple["Token", ...]:
        """All its words, in the order of the text."""
        return tuple(sorted({*self.verbs, *self.subject, *self.others}, key=lambda t: t.i))


def scopes(scene: Scene, clauses: tuple[Clause, ...]) -> list[Scope]:
    """The scope of every clause, and that of a noun that a headline is made of."""
    found = [_of_clause(scene, clause) for clause in clauses]
    found += [_of_noun(clause) for clause in clauses if clause.head.pos_ in _NOUNS]
    return found


def _of_clause(scene: Scene, clause: Clause) -> Scope:
    beside = [c for verb in clause.chain for c in verb.children if _is_beside(c)]
    outside = {t.i for head in beside for t in head.subtree}
    doers = [a.token for a in arguments(clause) if a.role in _DOERS]
    subject = {t.i for doer in doers for t in _phrase(doer) if t.i not in outside}
    verbs = {verb.i for verb in clause.chain}
    below = {t.i for t in clause.head.subtree} - outside - subject - verbs
    return Scope(
        clause=clause,
        cues=clause_cues(clause, scene.lexicon),
        verbs=clause.chain,
        subject=_tokens(clause, subject),
        others=_tokens(clause, below),
        beside=tuple(beside),
    )


def _of_noun(clause: Clause) -> Scope:
    owners = [a for a in noun_arguments(clause.head) if _owns(a)]
    subject = {t.i for owner in owners for t in owner.token.subtree}
    below = {t.i for t in clause.head.subtree} - subject - {clause.head.i}
    return Scope(
        clause=clause,
        cues=noun_cues(clause.head),
        verbs=(clause.head,),
        subject=_tokens(clause, subject),
        others=_tokens(clause, below),
        beside=(),
    )


def _owns(argument: Argument) -> bool:
    return argument.role in _OWNERS


def _is_beside(token: "Token") -> bool:
    """An adverbial clause, or one joined that has a subject of its own."""
    if token.dep_ == "conj":
        return token.pos_ in {"VERB", "AUX"}
    return token.dep_ in _BESIDE


def _phrase(head: "Token") -> list["Token"]:
    """A doer with what belongs to it; what it is the antecedent of is said elsewhere."""
    inner = [c for c in head.children if c.dep_ in {"relcl", "acl"}]
    left_out = {t.i for c in inner for t in c.subtree}
    return [t for t in head.subtree if t.i not in left_out]


def _tokens(clause: Clause, indices: set[int]) -> tuple["Token", ...]:
    return tuple(clause.head.doc[i] for i in sorted(indices))
