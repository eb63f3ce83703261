"""Who speaks in a quotation that is longer than a sentence, or names its speaker elsewhere.

"“… ,” Rutte said. “…”", "He added: “…”", "“… . … ,” said Merz": within a paragraph the
speaker named once speaks on; a quotation that is still open waits for its end.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.stances.speakers import speaker_beside
from natocheck.model.claims import Claim
from natocheck.model.report import Opinion

if TYPE_CHECKING:
    from natocheck.claims.said import Said
    from natocheck.language.tokens import Doc

Reading = TypeVar("Reading", bound="Said")

_PRONOUNS = {"he", "she", "they"}
_LONGEST = 12  # sentences of the longest quotation that waits for its speaker


@dataclass(frozen=True)
class Voice:
    """What a sentence tells about who speaks: the speaker it names outside of quotation
    marks, whether any of it stands inside them, and whether a quotation goes on after it."""

    speaker: str | None = None
    quoted: bool = False
    goes_on: bool = False


def voice_of(doc: "Doc", quoted: frozenset[int], goes_on: bool, lexicon: Lexicon) -> Voice:
    """The voice of one parsed sentence."""
    return Voice(speaker_beside(doc, quoted, lexicon), bool(quoted), goes_on)


def with_speakers(reads: Iterable[Reading]) -> Iterator[Reading]:
    """The sentences in their order, claims and opinions in quotations with their speakers."""
    thread = _Thread[Reading]()
    waiting: list[Reading] = []
    for read in reads:
        if waiting and read.sentence.paragraph != waiting[-1].sentence.paragraph:
            yield from thread.named(waiting)
            waiting = []
        waiting.append(read)
        voice = read.voice
        if voice.speaker or not (voice.quoted and voice.goes_on) or len(waiting) > _LONGEST:
            yield from thread.named(waiting)
            waiting = []
    yield from thread.named(waiting)


class _Thread(Generic[Reading]):
    """Who spoke last in the paragraph, and who was last named at all."""

    def __init__(self) -> None:
        self._paragraph = -1
        self._speaker: str | None = None
        self._named: str | None = None
        self._open = False

    def named(self, waiting: list[Reading]) -> Iterator[Reading]:
        """The sentences of one quotation with the speaker that any of them names."""
        for read in waiting:
            self._enter(read.sentence.paragraph)
        told = next((read.voice.speaker for read in waiting if read.voice.speaker), None)
        self._hear(told)
        for read in waiting:
            self._open = read.voice.goes_on
            yield self._attributed(read)

    def _enter(self, paragraph: int) -> None:
        if paragraph != self._paragraph:
            if paragraph > self._paragraph + 1:
                self._named = None
            self._paragraph = paragraph
            self._speaker = self._speaker if self._open else None

    def _hear(self, told: str | None) -> None:
        if told is None:
            return
        if told.lower() not in _PRONOUNS:
            self._named = told
        self._speaker = self._resolved(told)

    def _resolved(self, speaker: str) -> str:
        """A pronoun stands for whoever was named last, if in this paragraph or the last."""
        return self._named if self._named and speaker.lower() in _PRONOUNS else speaker

    def _attributed(self, read: Reading) -> Reading:
        claims = tuple(self._claim(claim, read.voice) for claim in read.claims)
        return replace(read, claims=claims, opinion=self._opinion(read.opinion, read.voice))

    def _claim(self, claim: Claim, voice: Voice) -> Claim:
        if "attributed" not in claim.stance:
            return claim
        return msgspec.structs.replace(claim, speaker=self._speaker_of(claim.speaker, voice))

    def _opinion(self, opinion: Opinion | None, voice: Voice) -> Opinion | None:
        if opinion is None or opinion.voice != "attributed":
            return opinion
        return msgspec.structs.replace(opinion, speaker=self._speaker_of(opinion.speaker, voice))

    def _speaker_of(self, own: str | None, voice: Voice) -> str | None:
        if own is not None:
            return self._resolved(own)
        return self._speaker if voice.quoted else None
