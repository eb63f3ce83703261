"""From a sentence to what it says: mentions first, then the parse, clauses and claims."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from natocheck.claims.clauses import Clause, find_clauses
from natocheck.claims.guards import guarded
from natocheck.claims.headlines import dated
from natocheck.claims.kinds.registry import KINDS, RESTATED
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.periods import FoundPeriod, find_periods, find_referring
from natocheck.claims.mentions.quantities import FoundQuantity, find_quantities
from natocheck.claims.mentions.referring import Referring
from natocheck.claims.openings import opened
from natocheck.claims.opinion import find_opinion
from natocheck.claims.quotations import quoted_tokens
from natocheck.claims.quoting import Voice, voice_of
from natocheck.claims.reference import Memory, remember, rewritten, tell
from natocheck.claims.restating import Restatement, restatements
from natocheck.claims.rewriting import Rewriting, restored
from natocheck.claims.scene import Context, Scene, build_scene
from natocheck.claims.tenses import settled
from natocheck.claims.topics import follow, remember_measures, remember_time
from natocheck.model.claims import Claim, Passed
from natocheck.model.report import Opinion
from natocheck.model.text import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TITLE = "President"
_MEMORIES = 2

Merges = Sequence[tuple[int, int, str]]
Parser = Callable[[str, Merges], "Doc"]


@dataclass(frozen=True)
class Mentions:
    """What was found in a sentence's text before it is parsed."""

    names: tuple[Name, ...]
    quantities: tuple[FoundQuantity, ...]
    periods: tuple[FoundPeriod, ...]
    referring: tuple[Referring, ...]


@dataclass(frozen=True)
class Prepared:
    """A sentence before it is parsed; ``opening`` is what was put in about its time."""

    mentions: Mentions
    original: str
    opening: Rewriting | None

    @property
    def text(self) -> str:
        """The text to parse."""
        return self.opening.text if self.opening else self.original


@dataclass(frozen=True, eq=False)
class ReadSentence:
    """A sentence with everything that was read in it."""

    scene: Scene
    clauses: tuple[Clause, ...]
    claims: tuple[Claim, ...]
    passed: tuple[Passed, ...]
    opinion: Opinion | None
    voice: Voice


class Reader:
    """Reads the sentences of one document in order; keeps what later ones refer to.

    ``parse`` parses what a sentence amounts to: with words replaced by what they refer to,
    or said again plainly.
    """

    def __init__(self, lexicon: Lexicon, context: Context, parse: Parser) -> None:
        self._lexicon = lexicon
        self._context = context
        self._parse = parse
        self._memories: tuple[Memory, ...] = ()
        self._quote_open = False

    def mentions(self, text: str) -> Mentions:
        """The names, quantities and periods of a text, before it is parsed."""
        names = self._lexicon.names.find(text)
        names += tuple(self._lexicon.speller.find(text, names))
        return Mentions(
            tuple(sorted(names, key=lambda name: name.start)),
            find_quantities(text, self._lexicon.number_words),
            find_periods(text, self._context.date, self._lexicon.time_words),
            find_referring(text, self._lexicon.time_words),
        )

    def prepare(self, text: str) -> Prepared:
        """A sentence as it is to be parsed, with what was found in it."""
        found = self.mentions(text)
        opening = dated(text, found.periods) or opened(
            text,
            found.names,
            found.quantities,
            found.periods,
            self._lexicon.words("opening prepositions"),
            self._lexicon.words("opening determiners"),
        )
        return Prepared(self.mentions(opening.text) if opening else found, text, opening)

    def read(self, sentence: Sentence, doc: "Doc", prepared: Prepared) -> ReadSentence:
        """Read one parsed sentence; the order of calls is the order of the text."""
        mentions = prepared.mentions
        quoted_before = self._quote_open
        quoted, self._quote_open = quoted_tokens(doc, quoted_before)
        self._context = follow(self._context, sentence, mentions.names, self._lexicon)
        scene, clauses = self._scene(sentence, doc, mentions, quoted)
        opinion = find_opinion(doc, self._lexicon, clauses, quoted_before=quoted_before)
        voice = voice_of(doc, quoted, self._quote_open, self._lexicon)
        rewriting = rewritten(scene, self._memories)
        if rewriting is not None:
            scene, clauses = self._reread(sentence, rewriting, quoted_before)
        claims, passed = self._claims(scene, clauses)
        self._keep(scene, claims)
        claims = _placed(claims, sentence.start, rewriting, prepared.opening)
        return ReadSentence(scene, clauses, claims, passed, opinion, voice)

    def _reread(
        self, sentence: Sentence, rewriting: Rewriting, quoted_before: bool
    ) -> tuple[Scene, tuple[Clause, ...]]:
        """The scene of a sentence in which words were replaced by what they refer to."""
        mentions = self.mentions(rewriting.text)
        doc = self._parse(rewriting.text, merges_of(mentions, rewriting.text))
        return self._scene(sentence, doc, mentions, quoted_tokens(doc, quoted_before)[0])

    def _scene(
        self, sentence: Sentence, doc: "Doc", mentions: Mentions, quoted: frozenset[int]
    ) -> tuple[Scene, tuple[Clause, ...]]:
        clauses = find_clauses(doc, self._lexicon, quoted)
        relative = self._lexicon.words("relative time words")
        dated = settled(mentions.periods, doc, clauses, self._context.date, relative)
        told = tell(doc.text, dated, mentions.referring, self._context, self._lexicon)
        scene = build_scene(
            sentence,
            doc,
            mentions.names,
            _less_periods(mentions.quantities, told.periods),
            told.periods,
            self._lexicon,
            self._context,
            quoted,
            told.open,
            told.doubtful,
        )
        return scene, clauses

    def _claims(
        self, scene: Scene, clauses: tuple[Clause, ...]
    ) -> tuple[tuple[Claim, ...], tuple[Passed, ...]]:
        proposals = [proposal for kind in KINDS.values() for proposal in kind(scene, clauses)]
        claims = guarded(scene, tuple(_distinct(p for p in proposals if isinstance(p, Claim))))
        again = (c for r in restatements(scene, clauses) for c in self._again(scene, r))
        passed = tuple(p for p in proposals if isinstance(p, Passed))
        return tuple(_distinct((*claims, *again))), passed

    def _keep(self, scene: Scene, claims: tuple[Claim, ...]) -> None:
        """Remember what the sentence gives the later ones to refer to."""
        self._context = remember_time(self._context, scene.periods)
        self._context = remember_measures(self._context, claims)
        self._memories = (remember(scene), *self._memories)[:_MEMORIES]

    def _again(self, scene: Scene, restatement: Restatement) -> Iterator[Claim]:
        """The claims of a plain sentence that the sentence amounts to, at its own words."""
        text = restatement.text
        mentions = self.mentions(text)
        doc = self._parse(text, merges_of(mentions, text))
        sentence = replace(scene.sentence, text=text)
        plain, clauses = self._scene(sentence, doc, mentions, frozenset())
        proposals = [each for kind in RESTATED for each in KINDS[kind](plain, clauses)]
        claims = tuple(_distinct(p for p in proposals if isinstance(p, Claim)))
        for claim in guarded(plain, claims):
            yield _at_source(scene, claim, restatement)


def _placed(
    claims: tuple[Claim, ...], at: int, reference: Rewriting | None, opening: Rewriting | None
) -> tuple[Claim, ...]:
    """Claims at their place in the text as it was written, with what its words refer to."""
    if reference is not None:
        claims = restored(claims, at, reference)
        claims = tuple(replace(claim, referring=reference.notes) for claim in claims)
    return restored(claims, at, opening) if opening is not None else claims


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
