"""A parsed sentence as plain values, which are read some thousand times a sentence.

The names and what they mean are spaCy's (https://spacy.io/api/token), whose own objects are made
anew at each look and ask the model's vocabulary for each word: that took four fifths of the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from spacy import tokens as parsed


class Token:
    """A word or mark of a parsed sentence; compared by its place, each one there once."""

    __slots__ = (
        "_subtree",
        "ancestors",
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_punct",
        "is_quote",
        "is_space",
        "is_title",
        "left_edge",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "right_edge",
        "rights",
        "shape_",
        "tag_",
        "text",
        "whitespace_",
    )

    # Set by ``plain``, for all tokens of a sentence.
    head: Token
    left_edge: Token
    right_edge: Token
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    children: tuple[Token, ...]
    ancestors: tuple[Token, ...]

    def __init__(self, doc: Doc, token: parsed.Token) -> None:
        self.doc = doc
        self.i: int = token.i
        self.idx: int = token.idx
        self.text: str = token.text
        self.lower_: str = token.lower_
        self.lemma_: str = token.lemma_
        self.pos_: str = token.pos_
        self.tag_: str = token.tag_
        self.dep_: str = token.dep_
        self.shape_: str = token.shape_
        self.whitespace_: str = token.whitespace_
        self.is_alpha: bool = token.is_alpha
        self.is_punct: bool = token.is_punct
        self.is_quote: bool = token.is_quote
        self.is_space: bool = token.is_space
        self.is_title: bool = token.is_title
        self.like_num: bool = token.like_num
        self._subtree: tuple[Token, ...] | None = None

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The token and all that depend on it, in the order of the text."""
        if self._subtree is None:
            before = [t for child in self.lefts for t in child.subtree]
            after = [t for child in self.rights for t in child.subtree]
            self._subtree = (*before, self, *after)
        return self._subtree

    def nbor(self, distance: int = 1) -> Token:
        """The token so far behind, or before where negative; IndexError if there is none."""
        if not 0 <= self.i + distance < len(self.doc):
            raise IndexError(f"no token {self.i + distance} in a sentence of {len(self.doc)}")
        return self.doc[self.i + distance]

    def is_ancestor(self, other: Token) -> bool:
        """Whether the other depends on this one, however far down."""
        return self in other.ancestors

    def __len__(self) -> int:
        return len(self.text)

    def __lt__(self, other: Token) -> bool:
        return self.i < other.i

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__


class _Row(Sequence[Token]):
    """Tokens in a row, those of a sentence from ``start`` on."""

    __slots__ = ("_tokens", "start")

    def __init__(self, tokens: list[Token], start: int) -> None:
        self._tokens, self.start = tokens, start

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    def __len__(self) -> int:
        return len(self._tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, int):
            return self._tokens[at]
        first, last, _ = at.indices(len(self._tokens))
        return Span(self._tokens[first:last], self.start + first)


class Span(_Row):
    """Some tokens of a sentence, from ``start`` to before ``end``."""

    __slots__ = ()

    @property
    def end(self) -> int:
        """The index behind the last of them."""
        return self.start + len(self)

    @property
    def text(self) -> str:
        """Their text, without white space behind."""
        if not self._tokens:
            return ""
        first, last = self._tokens[0], self._tokens[-1]
        return first.doc.text[first.idx : last.idx + len(last)]

    @property
    def root(self) -> Token:
        """The first of them that depends on none of the others."""
        return next(t for t in self._tokens if t.head is t or t.head not in self._tokens)


class Doc(_Row):
    """A parsed sentence: its text and its tokens."""

    __slots__ = ("_parsed", "text")

    def __init__(self, doc: parsed.Doc, text: str) -> None:
        super().__init__([Token(self, token) for token in doc], 0)
        self.text = text
        self._parsed = doc

    @property
    def noun_chunks(self) -> Iterator[Span]:
        """The noun phrases without others in them."""
        return (self[chunk.start : chunk.end] for chunk in self._parsed.noun_chunks)


def plain(doc: parsed.Doc, text: str) -> Doc:
    """The plain values of a ``text`` that spaCy has parsed, or only cut into tokens."""
    made = Doc(doc, text)
    for token, its in zip(doc, made, strict=True):
        its.head = made[token.head.i]
        its.left_edge, its.right_edge = made[token.left_edge.i], made[token.right_edge.i]
    _join(made)
    return made


def _join(doc: Doc) -> None:
    """Tell every token what depends on it, and on what it depends."""
    lefts: list[list[Token]] = [[] for _ in doc]
    rights: list[list[Token]] = [[] for _ in doc]
    for token in doc:
        if token.head is not token:
            (lefts if token.i < token.head.i else rights)[token.head.i].append(token)
    for token in doc:
        token.lefts, token.rights = tuple(lefts[token.i]), tuple(rights[token.i])
        token.children = token.lefts + token.rights
        token.ancestors = tuple(_upwards(token))


def _upwards(token: Token) -> Iterator[Token]:
    while token.head is not token:
        token = token.head
        yield token
