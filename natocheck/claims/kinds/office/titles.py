"""A title with everything that tells which office it means: owner, order, "former".

Titles are read word by word to both sides. A word that is not known to leave the office
what it is ("deputy", "central bank") makes it another one, and the title is not read.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from natocheck.claims.mentions.names import Name, ReadingKind
from natocheck.claims.phrases import Argument, arguments, noun_arguments
from natocheck.claims.scene import Scene
from natocheck.claims.verbs import VERBAL

if TYPE_CHECKING:
    from natocheck.claims.clauses import Clause
    from natocheck.language.tokens import Token

TitleMode = Literal["holds", "former", "once", "future"]
_BOUNDARIES = {"VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "ADV", "INTJ"}
_PASSING = {"from", "to", "by", "after", "for"}
_OWNING: tuple[ReadingKind, ...] = ("name", "adjective", "demonym", "metonym", "group")
POSSESSIVE = {"'s", "’s", "'", "’"}
_PLAIN = {"of", "at", "for", "from"}  # any other preposition narrows whom an ordinal counts
_DASHES = {"-", "‑", "–", "'"}


@dataclass(frozen=True, eq=False)
class Title:
    """A title phrase: tokens ``first`` up to ``last``, both of the phrase.

    ``offices`` are all that it may mean. ``nation`` is a nationality that owns none of
    them ("the Dutch secretary general"); ``reason`` says why it was not read.
    """

    name: Name
    first: int
    last: int
    offices: tuple[str, ...] = ()
    mode: TitleMode = "holds"
    number: int | None = None
    nation: str | None = None
    owned: bool = False
    possessed: bool = False
    reason: str = ""


@dataclass
class _Left:
    first: int
    owners: set[str]
    mode: TitleMode = "holds"
    number: int | None = None
    reason: str = ""


def find_titles(scene: Scene) -> tuple[Title, ...]:
    """All titles of a sentence, read or passed over."""
    return tuple(_read(scene, name) for name in scene.names if name.ids("title"))


def title_at(titles: tuple[Title, ...], token: "Token") -> Title | None:
    """The title that has been read at a token, or None."""
    for title in titles:
        if title.first <= token.i <= title.last and not title.reason:
            return title
    return None


def said_of_posts(
    scene: Scene, clause: "Clause", titles: tuple[Title, ...]
) -> tuple[Argument, ...]:
    """A clause's arguments, with those that the parser hangs on a title or post in it: "took
    over as chief from Y", "was followed as chief by Z"."""
    found, posts = arguments(clause), scene.lexicon.words("post nouns")
    inner: list[Argument] = []
    for argument in found:
        token = argument.token
        if title_at(titles, token) is not None or token.lemma_.lower() in posts:
            inner += [a for a in noun_arguments(token) if a.role in _PASSING]
    return (*found, *inner)


def counts_others(scene: Scene, title: Title) -> bool:
    """Whether an ordinal counts those who did something: "the first chancellor to visit"."""
    last = scene.doc[title.last]
    return any(
        child.dep_ in {"relcl", "acl"} or (child.dep_ == "prep" and child.lower_ not in _PLAIN)
        for token in (scene.root_of(title.name), last)
        for child in token.children
    )


def _read(scene: Scene, name: Name) -> Title:
    tokens = scene.tokens_of(name)
    left = _read_left(scene, tokens[0].i)
    last, owners, after = _read_right(scene, tokens[-1].i)
    following = _token(scene, last + 1)
    possessed = following is not None and following.text in POSSESSIVE
    reason = left.reason or (after if after not in {"future", ""} else "")
    if not reason and _heads_another_noun(scene, following):
        reason = f"“{following}” makes it something else"
    offices, nation = _offices(scene, name, left.owners, owners)
    if not reason and not offices:
        reason = "no such office of that owner is known"
    owned = bool(left.owners | owners) and bool(offices)
    if not reason and not owned and _is_generic(scene, name):
        reason = "it may be a title of anybody"
    return Title(
        name,
        left.first,
        last,
        offices,
        "future" if after == "future" else left.mode,
        left.number,
        nation,
        owned,
        possessed,
        reason,
    )


def _token(scene: Scene, i: int) -> "Token | None":
    return scene.doc[i] if 0 <= i < len(scene.doc) else None


def _is_generic(scene: Scene, name: Name) -> bool:
    return name.text.lower() in scene.lexicon.words("titles of anybody")


def _heads_another_noun(scene: Scene, token: "Token | None") -> bool:
    """Whether the title only tells what sort of thing the next noun is: "chief scientist"."""
    if token is None or token.i in scene.name_at or token.i in scene.period_at:
        return False
    honorifics = scene.lexicon.words("honorifics")
    return token.tag_ in {"NN", "NNS"} and token.lower_.rstrip(".") not in honorifics


def _read_left(scene: Scene, start: int) -> _Left:
    left = _Left(start, set())
    i = start - 1
    while i >= 0:
        step = _take(scene, scene.doc[i], left)
        if step == 0:
            break
        i -= step
        left.first = i + 1
    return left


def _take(scene: Scene, token: "Token", left: _Left) -> int:
    """How many tokens belong to the title from here leftwards; 0 ends it."""
    words, times = scene.lexicon.words, scene.lexicon.values("office times")
    lower, name = token.lower_, scene.name_at.get(token.i)
    if name is not None and name.ids(*_OWNING):
        return _take_owner(scene, token, name, left)
    if lower in words("other offices"):
        left.reason = f"“{token.text}” makes it another office"
        return 0
    if lower in times:
        left.mode = times[lower]  # type: ignore[assignment]
        return 1
    if lower in words("owning words") or token.dep_ == "det" or token.tag_ == "PRP$":
        return 1
    quantity = scene.quantity_at.get(token.i)
    if quantity is not None and quantity.quantity.unit == "ordinal":
        left.number = int(quantity.quantity.value)
        return len(scene.tokens_of(quantity))
    if lower in words("office modifiers") or token.text in _DASHES:
        return 1
    if token.text in POSSESSIVE:
        return _take_possessor(scene, token, left)
    if token.pos_ in _BOUNDARIES or token.is_punct or token.is_space or token.i in scene.period_at:
        return 0
    if token.dep_ == "neg" and token.head.pos_ in VERBAL:  # the clause is negated, no title
        return 0
    left.reason = f"“{token.text}” may make it another office"
    return 0


def _take_possessor(scene: Scene, token: "Token", left: _Left) -> int:
    before = _token(scene, token.i - 1)
    name = scene.name_at.get(before.i) if before is not None else None
    if name is not None and name.ids(*_OWNING) and not _is_person(scene, name):
        return 1
    left.reason = "its owner is not known"
    return 0


def _take_owner(scene: Scene, token: "Token", name: Name, left: _Left) -> int:
    """A name before the title owns it, unless a preposition takes the name away."""
    tokens = scene.tokens_of(name)
    if _is_person(scene, name):
        return 0
    before = _token(scene, tokens[0].i - 1)
    if before is not None and before.lower_ == "the":
        before = _token(scene, before.i - 1)
    bare = token.nbor(1).text not in POSSESSIVE and not name.ids("adjective")
    if bare and before is not None and before.lower_ in scene.lexicon.words("place words"):
        return 0
    left.owners |= set(name.ids(*_OWNING))
    return len(tokens)


def _is_person(scene: Scene, name: Name) -> bool:
    return any(scene.lexicon.is_person(i) for i in name.ids("name"))


def _read_right(scene: Scene, end: int) -> tuple[int, set[str], str]:
    """The last token of the phrase, the owners after "of", and a mode or a reason."""
    following = _token(scene, end + 1)
    if following is None:
        return end, set(), ""
    if following.text in _DASHES or following.lower_ in scene.lexicon.words("future suffixes"):
        suffix = _token(scene, end + 2) if following.text in _DASHES else following
        if suffix is not None and suffix.lower_ in scene.lexicon.words("future suffixes"):
            return suffix.i, set(), "future"
    if following.lower_ in {"of", "at"}:
        return _owner_after(scene, following, end)
    return end, set(), ""


def _owner_after(scene: Scene, preposition: "Token", end: int) -> tuple[int, set[str], str]:
    last, owners = owner_phrase(scene, preposition.i + 1)
    if owners:
        return last, owners, ""
    if preposition.lower_ == "of":
        return end, set(), "its owner is not known"
    return end, set(), ""


def owner_phrase(scene: Scene, start: int) -> tuple[int, set[str]]:
    """A known name from ``start``, "the" before it: its last token and ids; else nothing.

    Of "NATO's Military Committee" the last name counts. A name that other nouns follow
    ("Ukraine Development Bank") is unknown.
    """
    i = start
    while i < len(scene.doc) and scene.doc[i].dep_ == "det":
        i += 1
    name = scene.name_at.get(i)
    if name is None or _is_person(scene, name):
        return start, set()
    last = scene.tokens_of(name)[-1].i
    following = _token(scene, last + 1)
    if following is not None and following.text in POSSESSIVE:
        inner = owner_phrase(scene, last + 2)
        return inner if inner[1] else (start, set())
    if following is not None and following.i not in scene.name_at and following.tag_ in NOUNS:
        return start, set()
    return _past_abbreviation(scene, name, last), set(name.ids("name", "metonym", "group"))


def _past_abbreviation(scene: Scene, name: Name, last: int) -> int:
    """The bracket that closes after the same owner's short name, if one follows."""
    short = scene.name_at.get(last + 2)
    opening, same = _token(scene, last + 1), short is not None and short.ids("name")
    if opening is None or opening.text != "(" or not same or short is None:
        return last
    end = scene.tokens_of(short)[-1].i + 1
    closing = _token(scene, end)
    closes = closing is not None and closing.text == ")"
    return end if closes and set(same) & set(name.ids("name")) else last


NOUNS = {"NN", "NNS", "NNP", "NNPS"}


def _of_bodies(scene: Scene, offices: tuple[str, ...], owners: set[str]) -> tuple[str, ...]:
    """The offices of bodies to which all the countries named belong: "the Norwegian
    secretary general", but not "Russia's foreign policy chief"."""
    known = scene.lexicon.rulebase.offices
    if any(scene.lexicon.is_country(known[o].of) for o in offices):
        return ()
    return tuple(
        o
        for o in offices
        if scene.lexicon.is_organisation(known[o].of) and owners <= _members(scene, known[o].of)
    )


def _members(scene: Scene, body: str) -> set[str]:
    rule = scene.lexicon.index.memberships.get(body)
    return {row.member for row in rule.rows} if rule is not None else set()


def _offices(
    scene: Scene, name: Name, before: set[str], after: set[str]
) -> tuple[tuple[str, ...], str | None]:
    """The offices that fit the owners, and a nationality that owns none of them."""
    offices, known = name.ids("title"), scene.lexicon.rulebase.offices
    nation = None
    owners = before | after
    fitting = tuple(office for office in offices if known[office].of in owners)
    countries = {i for i in before if scene.lexicon.is_country(i)}
    if countries and not {known[office].of for office in fitting} & countries:
        fitting = fitting or _of_bodies(scene, offices, owners)
        nation = countries.pop() if len(countries) == 1 else None
    return (fitting if owners else offices), nation
