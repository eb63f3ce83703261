"""From a sentence to what it says: mentions first, then the parse, clauses and claims."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from natocheck.claims.clauses import Clause, find_clauses
from natocheck.claims.guards import guarded
from natocheck.claims.kinds.registry import KINDS, RESTATED
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.periods import FoundPeriod, find_periods
from natocheck.claims.mentions.quantities import FoundQuantity, find_quantities
from natocheck.claims.opinion import find_opinion
from natocheck.claims.quotations import quoted_tokens
from natocheck.claims.restating import Restatement, restatements
from natocheck.claims.scene import Context, Scene, build_scene
from natocheck.claims.tenses import settled
from natocheck.claims.topics import follow, remember_measures, remember_time
from natocheck.model.claims import Claim, Passed
from natocheck.model.report import Opinion
from natocheck.model.text import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TITLE = "President"
Merges = list[tuple[int, int, str]]
Parse = Callable[[str, Merges], "Doc"]


@dataclass(frozen=True)
class Mentions:
    """What was found in a sentence's text before it is parsed."""

    names: tuple[Name, ...]
    quantities: tuple[FoundQuantity, ...]
    periods: tuple[FoundPeriod, ...]


@dataclass(frozen=True, eq=False)
class ReadSentence:
    """A sentence with everything that was read in it."""

    scene: Scene
    clauses: tuple[Clause, ...]
    claims: tuple[Claim, ...]
    passed: tuple[Passed, ...]
    opinion: Opinion | None


class Reader:
    """Reads the sentences of one document in order; keeps what later ones refer to."""

    def __init__(self, lexicon: Lexicon, context: Context, parse: Parse) -> None:
        self._lexicon = lexicon
        self._context = context
        self._parse = parse
        self._quote_open = False

    def mentions(self, text: str) -> Mentions:
        """The names, quantities and periods of a text, before it is parsed."""
        names = self._lexicon.names.find(text)
        names += tuple(self._lexicon.speller.find(text, names))
        return Mentions(
            tuple(sorted(names, key=lambda name: name.start)),
            find_quantities(text, self._lexicon.number_words),
            find_periods(text, self._context.date, self._lexicon.time_words),
        )

    def read(self, sentence: Sentence, doc: "Doc", mentions: Mentions) -> ReadSentence:
        """Read one parsed sentence; the order of calls is the order of the text."""
        quoted_before = self._quote_open
        quoted, self._quote_open = quoted_tokens(doc, quoted_before)
        self._context = follow(self._context, sentence, mentions.names, self._lexicon)
        clauses = find_clauses(doc, self._lexicon, quoted)
        relative = self._lexicon.words("relative time words")
        periods = settled(mentions.periods, doc, clauses, self._context.date, relative)
        scene = build_scene(
            sentence,
            doc,
            mentions.names,
            _less_periods(mentions.quantities, periods),
            periods,
            self._lexicon,
            self._context,
            quoted,
        )
        proposals = [proposal for kind in KINDS.values() for proposal in kind(scene, clauses)]
        claims = guarded(scene, tuple(_distinct(p for p in proposals if isinstance(p, Claim))))
        again = (c for r in restatements(scene, clauses) for c in self._read_again(scene, r))
        claims = tuple(_distinct((*claims, *again)))
        self._context = remember_time(self._context, periods)
        self._context = remember_measures(self._context, claims)
        return ReadSentence(
            scene=scene,
            clauses=clauses,
            claims=claims,
            passed=tuple(p for p in proposals if isinstance(p, Passed)),
            opinion=find_opinion(doc, self._lexicon, clauses, quoted_before=quoted_before),
        )

    def _read_again(self, scene: Scene, restatement: Restatement) -> Iterator[Claim]:
        """The claims of a plain sentence that the sentence amounts to, at its own words."""
        text = restatement.text
        found = self.mentions(text)
        doc = self._parse(text, merges_of(found, text))
        plain = build_scene(
            replace(scene.sentence, text=text),
            doc,
            found.names,
            _less_periods(found.quantities, found.periods),
            found.periods,
            self._lexicon,
            self._context,
        )
        clauses = find_clauses(doc, self._lexicon, frozenset())
        proposals = [each for kind in RESTATED for each in KINDS[kind](plain, clauses)]
        claims = tuple(_distinct(p for p in proposals if isinstance(p, Claim)))
        for claim in guarded(plain, claims):
            yield _at_source(scene, claim, restatement)


def _at_source(scene: Scene, claim: Claim, restatement: Restatement) -> Claim:
    """A claim of a restatement with the place of its words in the sentence."""
    base = scene.sentence.start
    start, end = restatement.source(claim.start - base, claim.end - base)
    text = scene.text_between(start, end)
    return replace(claim, text=text, start=base + start, end=base + end, restated=restatement.text)


def _less_periods(
    quantities: tuple[FoundQuantity, ...], periods: tuple[FoundPeriod, ...]
) -> tuple[FoundQuantity, ...]:
    """Quantities that are not part of a date."""
    return tuple(
        q for q in quantities if not any(p.start < q.end and q.start < p.end for p in periods)
    )


def _distinct(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Claims without repetition: the same statement read from two clauses is one."""
    seen: list[object] = []
    for claim in claims:
        if claim.statement not in seen:
            seen.append(claim.statement)
            yield claim


def merges_of(mentions: Mentions, text: str) -> Merges:
    """Expressions that the parser reads better as one word, each with its stand-in.

    Titles of several words are one noun to it, whatever their last word is ("general");
    names and legal clauses stay as they are.
    """
    return [
        (name.start, name.end, _TITLE if text[name.start].isupper() else _TITLE.lower())
        for name in mentions.names
        if name.ids("title") and " " in name.text
    ]
