"""From a sentence to what it says: mentions first, then the parse, clauses and claims."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from natocheck.claims.bare import is_bare
from natocheck.claims.clauses import Clause, find_clauses
from natocheck.claims.entries import entered
from natocheck.claims.exceptions import excepted
from natocheck.claims.guards import guarded
from natocheck.claims.headlines import trailed
from natocheck.claims.kinds.event.fullest import less_settings
from natocheck.claims.kinds.registry import KINDS, RESTATED, WORDED
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.mentioned import Mentions, Merges, find_mentions, less_periods, merges_of
from natocheck.claims.openings import opened, parted
from natocheck.claims.opinion import find_opinion
from natocheck.claims.quotations import quoted_tokens
from natocheck.claims.quoting import voice_of
from natocheck.claims.reference import Memory, remember, rewritten, tell
from natocheck.claims.restating import Restatement, restatements
from natocheck.claims.retorts import retort_of
from natocheck.claims.rewriting import Rewriting, restored
from natocheck.claims.said import Said, State
from natocheck.claims.scene import Context, Scene, build_scene
from natocheck.claims.tenses import settled
from natocheck.claims.topics import (
    follow,
    less_common,
    remember_measures,
    remember_rivals,
    remember_time,
)
from natocheck.model.claims import Claim, Passed
from natocheck.model.text import Sentence

if TYPE_CHECKING:
    import datetime as dt

    from natocheck.language.tokens import Doc

_MEMORIES = 2
Parser = Callable[[str, Merges], "Doc"]


@dataclass(frozen=True, eq=False)
class ReadSentence(Said):
    """A sentence with everything that was read in it."""

    scene: Scene
    clauses: tuple[Clause, ...]


class Reader:
    """Reads sentences of an article of one date, each behind the state that those before left.

    ``parse`` parses what a sentence amounts to: with words replaced by what they refer to,
    or said again plainly.
    """

    def __init__(self, lexicon: Lexicon, date: "dt.date", parse: Parser) -> None:
        self._lexicon = lexicon
        self._date = date
        self._parse = parse

    def mentions(self, text: str) -> Mentions:
        """The names, quantities and periods of a text, before it is parsed."""
        return find_mentions(text, self._date, self._lexicon)

    def read(
        self, sentence: Sentence, doc: "Doc", mentions: Mentions, state: State
    ) -> tuple[ReadSentence, State]:
        """Read one parsed sentence; give it, and the state for the next one."""
        before = state.quote_open
        quoted, still_open = quoted_tokens(doc, before)
        names = less_common(mentions.names, state.context, self._lexicon)
        context = follow(state.context, names, self._lexicon)
        scene, clauses = self._scene(sentence, doc, mentions, quoted, context)
        opinion = find_opinion(doc, self._lexicon, clauses, quoted_before=before)
        voice = voice_of(doc, quoted, still_open, self._lexicon)
        retort = retort_of(doc, quoted, self._lexicon)
        if (opening := _opening(scene)) is not None:
            scene, clauses = self._reread(scene, opening, before)
        if (reference := rewritten(scene, state.memories)) is not None:
            scene, clauses = self._reread(scene, reference, before)
        claims, passed = self._claims(scene, clauses)
        after = _after(scene, claims, state.memories, still_open)
        claims = _placed(claims, sentence.start, reference, opening)
        return ReadSentence(sentence, claims, passed, opinion, voice, retort, scene, clauses), after

    def _reread(
        self, scene: Scene, rewriting: Rewriting, quoted_before: bool
    ) -> tuple[Scene, tuple[Clause, ...]]:
        """The scene of a sentence that is read once more, in other words."""
        mentions = self.mentions(rewriting.text)
        doc = self._parse(rewriting.text, merges_of(mentions, rewriting.text))
        quoted = quoted_tokens(doc, quoted_before)[0]
        return self._scene(scene.sentence, doc, mentions, quoted, scene.context)

    def _scene(
        self,
        sentence: Sentence,
        doc: "Doc",
        mentions: Mentions,
        quoted: frozenset[int],
        context: Context,
    ) -> tuple[Scene, tuple[Clause, ...]]:
        clauses = find_clauses(doc, self._lexicon, quoted)
        relative = self._lexicon.words("relative time words")
        dated = settled(mentions.periods, doc, clauses, self._date, relative)
        told = tell(doc.text, dated, mentions.referring, context, self._lexicon)
        scene = build_scene(
            sentence,
            doc,
            less_common(mentions.names, context, self._lexicon),
            less_periods(mentions.quantities, told.periods),
            told.periods,
            self._lexicon,
            context,
            quoted,
            told.open,
            told.doubtful,
        )
        return scene, clauses

    def _claims(
        self, scene: Scene, clauses: tuple[Clause, ...]
    ) -> tuple[tuple[Claim, ...], tuple[Passed, ...]]:
        bare = is_bare(scene)
        kinds = WORDED if bare else KINDS
        proposals = [proposal for kind in kinds for proposal in KINDS[kind](scene, clauses)]
        claims = guarded(scene, tuple(_distinct(p for p in proposals if isinstance(p, Claim))))
        plainer = () if bare else restatements(scene, clauses)
        again = (c for r in plainer for c in self._again(scene, r))
        passed = tuple(p for p in proposals if isinstance(p, Passed))
        return tuple(less_settings(tuple(_distinct((*claims, *again))))), passed

    def _again(self, scene: Scene, restatement: Restatement) -> Iterator[Claim]:
        """The claims of a plain sentence that the sentence amounts to, at its own words."""
        text = restatement.text
        mentions = self.mentions(text)
        doc = self._parse(text, merges_of(mentions, text))
        sentence = replace(scene.sentence, text=text)
        plain, clauses = self._scene(sentence, doc, mentions, frozenset(), scene.context)
        kinds = KINDS if restatement.roundabout else RESTATED
        proposals = [each for kind in kinds for each in KINDS[kind](plain, clauses)]
        claims = guarded(plain, tuple(_distinct(p for p in proposals if isinstance(p, Claim))))
        inner = restatements(plain, clauses) if restatement.roundabout else ()
        plainer = (c for r in inner if not r.roundabout for c in self._again(plain, r))
        for claim in (*claims, *plainer):
            yield _at_source(scene, claim, restatement)


def _after(
    scene: Scene, claims: tuple[Claim, ...], before: tuple[Memory, ...], quote_open: bool
) -> State:
    """What the sentence gives the later ones to refer to."""
    context = remember_time(scene.context, scene.periods)
    context = remember_measures(context, claims)
    context = remember_rivals(context, scene)
    return State(context, (remember(scene), *before)[:_MEMORIES], quote_open)


def _opening(scene: Scene) -> Rewriting | None:
    """The sentence with its time put where the parser needs it, or a word that it knows."""
    entry = entered(scene.doc.text, scene.periods)
    return entry or trailed(scene) or parted(scene) or opened(scene) or excepted(scene)


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
    return replace(
        claim,
        text=text,
        start=base + start,
        end=base + end,
        restated=claim.restated or restatement.text,
        partial=(*claim.partial, *restatement.partial),
    )


def _distinct(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Claims without repetition: of the same statement the one that leaves least unread."""
    kept: dict[int, Claim] = {}
    statements: list[object] = []
    for claim in claims:
        if claim.statement not in statements:
            statements.append(claim.statement)
        place = statements.index(claim.statement)
        if place not in kept or _left(claim) < _left(kept[place]):
            kept[place] = claim
    yield from kept.values()


def _left(claim: Claim) -> int:
    """How much of its words a claim leaves unread or in doubt."""
    return len(claim.unread) + len(claim.doubts)
