"""What a sentence has named that a later one may refer to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from natocheck.claims.mentions.names import Name
from natocheck.claims.scene import Scene
from natocheck.claims.verbs import SUBJECTS

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

Sort = Literal["person", "country", "organisation"]
_SORTS: dict[str, Sort] = {
    "person": "person",
    "country": "country",
    "organisation": "organisation",
}
_APPOSED = {"compound", "appos", "attr", "nmod", "flat", "amod", "poss"}
_SEPARATORS = {",", "and", "&", "the"}


@dataclass(frozen=True)
class Referent:
    """One actor as a sentence named it: its id and the words to name it by again."""

    id: str
    sort: Sort
    text: str


@dataclass(frozen=True)
class Memory:
    """What one sentence named, each actor once, in the order of the text.

    ``several`` are the words for two or more states that it named side by side, so many
    as ``number`` says, as ``pair`` if they are two; ``strangers``: it speaks of people whom
    no rule knows; ``happenings`` are noun phrases by the lemma of their head; ``bodies``: it
    speaks of a committee, club or something new, which may have members as well.
    """

    referents: tuple[Referent, ...] = ()
    several: str | None = None
    number: int = 0
    pair: tuple[Referent, ...] = ()
    strangers: bool = False
    happenings: tuple[tuple[str, str], ...] = ()
    bodies: bool = False

    @property
    def names_nothing(self) -> bool:
        """Whether it left nothing that a later word could stand for."""
        return not (self.referents or self.several or self.happenings)

    def of(self, *sorts: Sort) -> tuple[Referent, ...]:
        """The actors of these sorts."""
        return tuple(one for one in self.referents if one.sort in sorts)


def remember(scene: Scene) -> Memory:
    """What a sentence leaves for the next ones to refer to."""
    referents = tuple(_distinct(_referents(scene)))
    countries = tuple(one for one in referents if one.sort == "country")
    run = _side_by_side(scene)
    whole = len(run) == len(countries) > 1
    return Memory(
        referents=referents,
        several=_joined(run) if whole else _group(scene, countries),
        number=len(run) if whole else 0,
        pair=countries if whole and len(run) == 2 else (),
        strangers=_has_strangers(scene),
        happenings=tuple(_happenings(scene)),
        bodies=has_bodies(scene) or _has_other_things(scene),
    )


def has_bodies(scene: Scene) -> bool:
    """Whether a sentence speaks of something else that may have members."""
    bodies = scene.lexicon.words("bodies with members")
    return not scene.vocabulary.isdisjoint(bodies) and any(
        t.lemma_.lower() in bodies and t.i not in scene.name_at for t in scene.doc
    )


def _has_other_things(scene: Scene) -> bool:
    """Whether a sentence is about, or brings in, something that no rule knows: "NATO funds a
    choir", "the Senate voted on NATO"."""
    return any(_is_brought_in(scene, token) for token in scene.doc)


def _is_brought_in(scene: Scene, token: "Token") -> bool:
    if token.pos_ not in {"NOUN", "PROPN"} or token.tag_ == "NNS":
        return False
    if token.i in scene.name_at:
        return token.dep_ in SUBJECTS and _is_other_body(scene, scene.name_at[token.i])
    if token.i in scene.period_at or token.dep_ in {"attr", "compound", "appos"}:
        return False
    speaks = token.head.lemma_.lower() in scene.lexicon.words("reporting verbs")
    if token.pos_ == "PROPN" and speaks:
        return False  # somebody who speaks is no "it"
    indefinite = any(child.lower_ in {"a", "an"} for child in token.children)
    unknown = token.pos_ == "PROPN" and token.text[:1].isupper()
    return indefinite or token.dep_ in SUBJECTS or (unknown and token.dep_ != "pobj")


def _is_other_body(scene: Scene, name: Name) -> bool:
    """Whether a name is of a group, or of an organisation whose members no rule knows."""
    lexicon = scene.lexicon
    bodies = lexicon.index.memberships.keys()
    others = [i for i in name.ids("name") if lexicon.is_organisation(i) and i not in bodies]
    return bool(others or name.ids("group")) and not bodies & set(name.ids("name"))


def _distinct(referents: Iterator[Referent]) -> Iterator[Referent]:
    seen: set[str] = set()
    for one in referents:
        if one.id not in seen:
            seen.add(one.id)
            yield one


def _referents(scene: Scene) -> Iterator[Referent]:
    for name in scene.names:
        for reading in name.readings:
            actor = scene.lexicon.actor(reading.id)
            sort = _SORTS.get(actor.type) if actor is not None else None
            if actor is not None and sort is not None:
                yield Referent(actor.id, sort, _renamed(name, actor.name))


def _renamed(name: Name, full: str) -> str:
    """A person keeps the full name; a country or organisation the article's own word for it."""
    by_name = any(reading.kind == "name" for reading in name.readings)
    return name.text if by_name and name.text in full else full


def _side_by_side(scene: Scene) -> list[Name]:
    """The countries of the one list of countries in a sentence: "Finland and Sweden"."""
    countries = [n for n in scene.names if scene.lexicon.names_country(n)]
    gaps = [scene.text_between(a.end, b.start).strip() for a, b in pairwise(countries)]
    listed = len(countries) > 1 and all(set(gap.split()) <= _SEPARATORS for gap in gaps)
    return countries if listed and {"and", "&"} & set(gaps[-1].split()) else []


def _joined(names: list[Name]) -> str:
    texts = [name.text for name in names]
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


def _group(scene: Scene, countries: tuple[Referent, ...]) -> str | None:
    """The one group that a sentence names, if it names no country beside it."""
    groups = {n.text for n in scene.names if n.ids("group") and not n.ids("name", "metonym")}
    return f"the {groups.pop()}" if len(groups) == 1 and not countries else None


def _has_strangers(scene: Scene) -> bool:
    """Whether a sentence speaks of people beside those it names and rules know."""
    nouns = scene.lexicon.words("nouns for persons")
    named = [scene.root_of(name) for name in scene.names if _is_person(scene, name)]
    return any(
        _is_unknown_name(scene, token)
        or _is_compatriot(scene, token, named)
        or (token.lemma_.lower() in nouns and not _belongs(token, named))
        for token in scene.doc
    )


def _is_person(scene: Scene, name: Name) -> bool:
    return any(map(scene.lexicon.is_person, name.ids("name")))


def _is_unknown_name(scene: Scene, token: "Token") -> bool:
    known = token.i in scene.name_at or token.i in scene.period_at or token.i in scene.quantity_at
    return token.tag_ == "NNP" and token.text[:1].isupper() and not known and token.i > 0


def _is_compatriot(scene: Scene, token: "Token", named: "list[Token]") -> bool:
    """ "The Dutchman", "a Pole": somebody who is told by the country alone."""
    name = scene.name_at.get(token.i)
    if name is None or not name.ids("demonym") or token.tag_ not in {"NN", "NNP"}:
        return False
    alone = token.dep_ not in {"compound", "amod", "nmod"} and token == scene.root_of(name)
    return alone and not _belongs(token, named)


def _belongs(token: "Token", named: "list[Token]") -> bool:
    """Whether a noun is the title of somebody who is named: "Secretary General Mark Rutte"."""
    return any(
        token == name
        or (token.head == name and token.dep_ in _APPOSED)
        or (name.head == token and name.dep_ in _APPOSED)
        or (token.head.head == name and token.head.dep_ in _APPOSED)
        or (token.dep_ in {"attr", "oprd"} and token.head == name.head)
        for name in named
    )


def _happenings(scene: Scene) -> Iterator[tuple[str, str]]:
    """Noun phrases of happenings, each with the organisation that the sentence is about."""
    nouns = scene.lexicon.words("nouns for happenings")
    for token in scene.doc if not scene.vocabulary.isdisjoint(nouns) else ():
        if token.pos_ == "NOUN" and token.lemma_.lower() in nouns:
            inside = sorted(token.subtree, key=lambda each: each.i)
            beside = [n for n in _organisations(scene) if scene.root_of(n) not in inside]
            if len(beside) < 2:
                yield token.lemma_.lower(), _owned(inside, scene, *beside)


def _organisations(scene: Scene) -> list[Name]:
    lexicon = scene.lexicon
    return [name for name in scene.names if any(map(lexicon.is_organisation, name.ids("name")))]


def _owned(inside: "list[Token]", scene: Scene, owner: Name | None = None) -> str:
    """The words of a noun phrase, in which an owner takes the place of the article."""
    article = inside[0].dep_ == "det" and len(inside) > 1
    words = inside[1:] if owner is not None and article else inside
    said = scene.text_between(words[0].idx, words[-1].idx + len(words[-1])).strip(" ,;:–-")
    return f"{owner.text}'s {said}" if owner is not None and article else said
