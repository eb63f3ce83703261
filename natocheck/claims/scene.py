"""A parsed sentence with everything that was found in it."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.model.text import Sentence
from natocheck.model.values import Period

if TYPE_CHECKING:
    from natocheck.claims.mentions.names import ReadingKind
    from natocheck.language.tokens import Doc, Token

_NAMING: "tuple[ReadingKind, ...]" = ("name", "adjective", "demonym", "metonym", "group")
Found = TypeVar("Found", Name, FoundPeriod, FoundQuantity)


@dataclass(frozen=True)
class Context:
    """What the article so far tells about a sentence: its date and its topics.

    ``organisations`` are those named in this sentence, else in its paragraph so far, else
    in the title, the first to name any; ``measures`` those the sentence before spoke of;
    ``things`` the documents, clauses and operations that the last one to name any named.
    ``rivals``: the sentence before names a body whose members no rule knows.
    ``past`` is the last past period that the paragraph has named before this sentence,
    ``named`` are all of them, whenever they are.
    """

    date: dt.date
    organisations: frozenset[str] = frozenset()
    title_organisations: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    things_here: frozenset[str] = frozenset()
    rivals: bool = False
    past: Period | None = None
    named: tuple[Period, ...] = ()


@dataclass(frozen=True, eq=False)
class Scene:
    """One sentence: its parse, and its names, quantities and periods by token.

    ``open_times`` are the spans of times that nobody could date ("a few years ago"),
    ``doubtful_times`` of those that were, but may be of another year.
    """

    sentence: Sentence
    doc: "Doc"
    names: tuple[Name, ...]
    quantities: tuple[FoundQuantity, ...]
    periods: tuple[FoundPeriod, ...]
    lexicon: Lexicon
    context: Context
    quoted: frozenset[int] = frozenset()
    open_times: tuple[tuple[int, int], ...] = ()
    doubtful_times: tuple[tuple[int, int], ...] = ()
    name_at: dict[int, Name] = field(default_factory=dict)
    quantity_at: dict[int, FoundQuantity] = field(default_factory=dict)
    period_at: dict[int, FoundPeriod] = field(default_factory=dict)
    spans: "dict[tuple[int, int], tuple[list[Token], Token]]" = field(default_factory=dict)
    part_of_unknown: dict[Name, bool] = field(default_factory=dict)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the sentence, its lemma, and the ids that its names may stand for."""
        words = {word for t in self.doc for word in (t.lower_, t.lemma_.lower())}
        ids = {i for name in self.names for i in name.ids(*_NAMING)}
        groups = self.lexicon.rulebase.groups
        ids |= {body for i in ids if i in groups for body in groups[i].all_of}
        return frozenset(words | ids | self._founding(words, ids) | self.context.things)

    def _founding(self, words: set[str], ids: set[str]) -> set[str]:
        """What "the treaty that created NATO" may name: what belongs to a body that is named."""
        if not words & self.lexicon.words("founding verbs"):
            return set()
        owners = self.lexicon.values("organisation of")
        return {thing for thing, owner in owners.items() if owner in ids}

    def tokens_of(self, found: Name | FoundPeriod | FoundQuantity) -> list["Token"]:
        """The tokens that a mention touches."""
        return self.tokens_between(found.start, found.end)

    def tokens_between(self, start: int, end: int) -> list["Token"]:
        """The tokens that touch what stands from one offset to another."""
        return self._span(start, end)[0]

    def root_of(self, found: Name | FoundPeriod | FoundQuantity) -> "Token":
        """The mention's syntactic head: its token whose governor lies outside of it."""
        return self._span(found.start, found.end)[1]

    def _span(self, start: int, end: int) -> "tuple[list[Token], Token]":
        """The tokens from one offset to another, and their head; worked out once."""
        if (start, end) not in self.spans:
            tokens = [t for t in self.doc if t.idx < end and start < t.idx + len(t)]
            inside = {token.i for token in tokens}
            outer = [t for t in tokens if t.head.i not in inside or t.head == t]
            self.spans[start, end] = tokens, outer[-1] if outer else tokens[-1]
        return self.spans[start, end]

    def text_between(self, start: int, end: int) -> str:
        """The sentence's text between two of its own offsets."""
        return self.doc.text[start:end]


def build_scene(
    sentence: Sentence,
    doc: "Doc",
    names: tuple[Name, ...],
    quantities: tuple[FoundQuantity, ...],
    periods: tuple[FoundPeriod, ...],
    lexicon: Lexicon,
    context: Context,
    quoted: frozenset[int] = frozenset(),
    open_times: tuple[tuple[int, int], ...] = (),
    doubtful_times: tuple[tuple[int, int], ...] = (),
) -> Scene:
    """Align the mentions of a sentence with the tokens of its parse."""
    scene = Scene(
        sentence,
        doc,
        names,
        quantities,
        periods,
        lexicon,
        context,
        quoted,
        open_times,
        doubtful_times,
    )
    _align(scene, names, scene.name_at)
    _align(scene, quantities, scene.quantity_at)
    _align(scene, periods, scene.period_at)
    return scene


def _align(scene: Scene, mentions: tuple[Found, ...], where: dict[int, Found]) -> None:
    for mention in mentions:
        for token in scene.tokens_of(mention):
            where.setdefault(token.i, mention)
