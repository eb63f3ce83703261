"""A clause whose stance is still to be read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natocheck.claims.clauses import Clause
    from natocheck.language.tokens import Token


@dataclass(frozen=True, eq=False)
class Unit:
    """Its first verb, the chain of verbs, all its tokens, the clause that governs it, and
    the tokens of the sentence that stand in quotation marks."""

    head: "Token"
    chain: tuple["Token", ...]
    tokens: tuple["Token", ...]
    parent: "Clause | None"
    quoted: frozenset[int]

    @property
    def leaves_quotation(self) -> bool:
        """Whether it is quoted and what governs it is not: direct speech."""
        return self.head.i in self.quoted and self.head.head.i not in self.quoted
