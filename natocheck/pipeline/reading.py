"""The sentences of a document, read in their order: each anew, or as it was read before.

What is read in a sentence depends on its words, on where it stands (at the very beginning or
not) and on the state that those before it left, and on nothing else: it is read as if it
stood at the beginning of a text, and put in its place afterwards. So a reading that is kept
serves as long as these are the same, however much else of the article changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec.structs import replace as changed

from natocheck.claims.mentioned import Mentions, merges_of
from natocheck.claims.read import Reader, ReadSentence
from natocheck.claims.said import Said, State
from natocheck.claims.topics import opened
from natocheck.language import parse
from natocheck.model.text import Sentence

if TYPE_CHECKING:
    from spacy.language import Language

    from natocheck.claims.lexicon import Lexicon
    from natocheck.language.tokens import Doc

_Said = TypeVar("_Said", bound=Said)
_SIZE = 16
_TOGETHER = 256  # sentences that are parsed together, and held in memory
Text = tuple[Sentence, str]
"""A sentence, and what is read of it: its prose."""


class Kept(msgspec.Struct, frozen=True):
    """What was read in a sentence, and left for the next; ``text`` and ``key`` tell of which."""

    text: bytes
    key: bytes
    said: Said
    after: State


class Reading:
    """Reads the sentences of one document, in their order."""

    def __init__(
        self, texts: Iterable[Text], nlp: Language, lexicon: Lexicon, date: dt.date
    ) -> None:
        self._texts = texts
        self._nlp = nlp
        self._reader = Reader(lexicon, date, self._parsed)
        self._ready: dict[str, tuple[Doc, Mentions]] = {}

    def anew(self, state: State) -> Iterator[ReadSentence]:
        """Every sentence, each with its parse."""
        for sentence, text, place, fresh in self._placed(frozenset()):
            read, state = self._read(place, text, _opened(state) if fresh else state)
            yield _put(read, sentence)

    def as_before(self, state: State, before: Sequence[Kept], now: list[Kept]) -> Iterator[Said]:
        """Every sentence, by what ``before`` keeps where that serves; ``now`` is added to."""
        kept = {each.key: each for each in before}
        seen = frozenset(each.text for each in before)
        for sentence, text, place, fresh in self._placed(seen):
            state = _opened(state) if fresh else state
            key = _digest((text, place, state))
            one = kept.get(key) or self._kept(place, text, state, key)
            now.append(one)
            state = one.after
            yield _put(one.said, sentence)

    def _kept(self, place: Sentence, text: str, state: State, key: bytes) -> Kept:
        read, after = self._read(place, text, state)
        said = Said(place, read.claims, read.passed, read.opinion, read.voice, read.retort)
        return Kept(_digest(text), key, said, after)

    def _read(self, place: Sentence, text: str, state: State) -> tuple[ReadSentence, State]:
        if text not in self._ready:
            self._prepare([text])
        doc, mentions = self._ready[text]
        return self._reader.read(place, doc, mentions, state)

    def _placed(self, seen: frozenset[bytes]) -> Iterator[tuple[Sentence, str, Sentence, bool]]:
        """Each sentence with what its reading may know of its place, and no more.

        The last value says whether it opens a paragraph, which the state before it shows.

        Those whose text was not ``seen`` are parsed together, some at a time.
        """
        texts, paragraph = iter(self._texts), -1
        while several := list(islice(texts, _TOGETHER)):
            self._ready = {}
            self._prepare(text for _, text in several if not seen or _digest(text) not in seen)
            for sentence, text in several:
                yield sentence, text, _place(sentence), sentence.paragraph != paragraph
                paragraph = sentence.paragraph

    def _prepare(self, texts: Iterable[str]) -> None:
        """Parse sentences together, which takes less time than one by one."""
        once = list(dict.fromkeys(texts))
        mentions = [self._reader.mentions(text) for text in once]
        merges = [merges_of(found, text) for found, text in zip(mentions, once, strict=True)]
        docs = parse(once, self._nlp, merges)
        self._ready |= zip(once, zip(docs, mentions, strict=True), strict=True)

    def _parsed(self, text: str, merges: Sequence[tuple[int, int, str]]) -> Doc:
        return next(parse([text], self._nlp, [merges]))


def _opened(state: State) -> State:
    return replace(state, context=opened(state.context))


def _place(sentence: Sentence) -> Sentence:
    """The sentence as if it stood at the beginning of a text, or right behind that."""
    start = min(sentence.start, 1)
    return Sentence(
        index=0,
        text=sentence.text,
        start=start,
        end=start + len(sentence.text),
        line=1,
        column=1,
        block=sentence.block,
        paragraph=0,
    )


def _put(said: _Said, sentence: Sentence) -> _Said:
    """What a sentence says, at its place in the document."""
    by = sentence.start - said.sentence.start
    claims = (changed(each, start=each.start + by, end=each.end + by) for each in said.claims)
    return replace(said, sentence=sentence, claims=tuple(claims))


def _digest(what: object) -> bytes:
    told = msgspec.msgpack.encode(what, order="sorted")
    return blake2b(told, digest_size=_SIZE).digest()


def packed(now: Sequence[Kept]) -> bytes:
    """What was read in a document, as bytes to keep."""
    return msgspec.msgpack.encode(now)


def unpacked(kept: bytes) -> tuple[Kept, ...]:
    """What the bytes keep; nothing where they are none that ``packed`` made."""
    try:
        return msgspec.msgpack.decode(kept, type=tuple[Kept, ...]) if kept else ()
    except msgspec.MsgspecError:
        return ()
