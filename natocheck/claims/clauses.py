"""Cuts a parsed sentence into clauses.

A clause is a verb with what hangs on it, less the clauses inside. Verbs joined by
"to" ("is expected to spend") are one clause. How it is put is in ``stances``.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.stances import Unit, stance_of
from natocheck.claims.verbs import VERBAL, auxiliaries, lemma_of
from natocheck.model.report import Stance

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc, Token

_OPENERS = {"ROOT", "ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis", "pcomp"}


@dataclass(frozen=True, eq=False)
class Clause:
    """One clause: its main verb, the chain of verbs it forms, its tokens and stance."""

    head: "Token"
    chain: tuple["Token", ...]
    tokens: tuple["Token", ...]
    parent: "Clause | None"
    put: "Put"
    found: dict[str, Any] = field(default_factory=dict)  # what others worked out of its verbs

    @property
    def stance(self) -> tuple[Stance, ...]:
        """How it is put: asserted, negated, hedged, and so on."""
        return self.put.told[0]

    @property
    def speaker(self) -> str | None:
        """Who is said to say it."""
        return self.put.told[1]

    @property
    def text(self) -> str:
        """The words from the clause's first token to its last."""
        doc = self.head.doc
        first, last = self.tokens[0], self.tokens[-1]
        return doc.text[first.idx : last.idx + len(last)].strip(" ,;")

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The lemmas of its verbs, particles included ("set up")."""
        return tuple(lemma_of(token) for token in self.chain)

    @property
    def negated(self) -> bool:
        """Whether a "not" or its like bears on the verb."""
        return "negated" in self.stance

    @property
    def past(self) -> bool:
        """Whether its first verb is in a past or perfect form."""
        return any(t.tag_ in {"VBD", "VBN"} for t in [*self.chain, *auxiliaries(self.chain)])

    @property
    def present(self) -> bool:
        """Whether it tells in the present tense as news does: "opens", "is opening", not "has
        opened" and not what is so of something in general ("the group, which meets there")."""
        if self.head.dep_ != "ROOT":
            return False
        verbs = sorted((self.chain[0], *auxiliaries(self.chain[:1])), key=lambda t: t.i)
        return verbs[0].tag_ in {"VBZ", "VBP"} and all(v.lemma_ != "have" for v in verbs[:-1])


@dataclass(frozen=True, eq=False)
class Put:
    """How a clause is put, read once it is asked for: of most clauses nobody asks."""

    unit: Unit
    lexicon: Lexicon

    @cached_property
    def told(self) -> tuple[tuple[Stance, ...], str | None]:
        """Its stances, and who is said to say it."""
        return stance_of(self.unit, self.lexicon)


def find_clauses(doc: "Doc", lexicon: Lexicon, quoted: frozenset[int]) -> tuple[Clause, ...]:
    """All clauses of ``doc``, governing before governed; ``quoted`` tokens are in quotes."""
    heads = [token for token in doc if _opens_clause(token)]
    positions = {head.i for head in heads}
    owner = {token.i: _owner(token, positions) for token in doc}
    owned: dict[int, list[Token]] = {}
    for token in doc:
        owned.setdefault(owner[token.i], []).append(token)
    clauses: dict[int, Clause] = {}
    for head in sorted(heads, key=lambda head: len(head.ancestors)):
        tokens = tuple(owned[head.i])
        parent = None if head.dep_ == "ROOT" else clauses.get(owner[head.head.i])
        unit = Unit(head, _chain(head), tokens or (head,), parent, quoted)
        clauses[head.i] = Clause(head, unit.chain, unit.tokens, parent, Put(unit, lexicon))
    return tuple(sorted(clauses.values(), key=lambda clause: clause.head.i))


def clause_of(token: "Token", clauses: tuple[Clause, ...]) -> Clause:
    """The clause that a token belongs to."""
    for clause in clauses:
        if token in clause.tokens:
            return clause
    return clauses[0]


def _opens_clause(token: "Token") -> bool:
    if token.dep_ == "ROOT":
        return True
    if _is_part_of_comparison(token) or _is_bare_participle(token):
        return False
    if token.dep_ == "pcomp" and token.head.lower_ in {"than", "as"}:
        return False
    if token.dep_ in _OPENERS:
        return token.pos_ in VERBAL
    if token.dep_ == "conj" and token.pos_ in VERBAL:
        return token.head.pos_ in VERBAL
    return False


def _is_part_of_comparison(token: "Token") -> bool:
    """ "less than it had in 2020": what follows "than" completes the clause before."""
    return token.dep_ == "advcl" and any(
        child.dep_ == "mark" and child.lower_ in {"than", "as"} and child.i == token.left_edge.i
        for child in token.children
        if child.lower_ == "than" or token.lemma_ in {"do", "have", "be"}
    )


def _is_bare_participle(token: "Token") -> bool:
    """ "put together", "running": a participle without arguments is an adjective."""
    return (
        token.dep_ in {"acl", "advcl"}
        and all(child.dep_ in {"advmod", "punct"} for child in token.children)
        and token.tag_ in {"VBN", "VBG", "VBD"}
    )


def _owner(token: "Token", positions: set[int]) -> int:
    while token.i not in positions and token.head.i != token.i:
        token = token.head
    return token.i


def _chain(head: "Token") -> tuple["Token", ...]:
    chain = [head]
    for token in chain:
        chain += [child for child in token.children if child.dep_ == "xcomp"]
    return tuple(chain)
