"""What country a person is from: "a Dane", "the Dutch admiral Rob Bauer", "Britain's Peach"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.kinds.base import Place, claim_at
from natocheck.claims.kinds.office.people import is_person, one_person
from natocheck.claims.kinds.office.titles import POSSESSIVE
from natocheck.claims.mentions.names import Name, ReadingKind
from natocheck.claims.scene import Scene
from natocheck.model.claims import Claim, ComesFrom

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_OPENING = {",", "(", "–", "—"}
_CLOSING = {",", ".", ")", "–", "—", ";"}


def nationalities(scene: Scene) -> Iterator[Claim]:
    """Claims that the words next to a person's name make of where the person is from."""
    for name in scene.names:
        if not is_person(scene, name):
            continue
        person = one_person(scene, name)
        nation = _before(scene, name) or _after(scene, name)
        if person is not None and nation is not None and _is_known(scene, person):
            statement = ComesFrom(person=person, nation=nation[0])
            place = Place(min(name.start, nation[1]), max(name.end, nation[2]))
            yield claim_at(scene, "office", place, statement)
    yield from _predicated(scene)


def _predicated(scene: Scene) -> Iterator[Claim]:
    """ "The first chief, Lord Ismay, was a Briton", "the first chief was a Briton, Lord Ismay"."""
    for being in scene.doc:
        if (
            being.lemma_ != "be"
            or being.dep_ != "ROOT"
            or any(c.dep_ == "neg" for c in being.children)
        ):
            continue
        inside = [t for c in being.children if c.dep_ in {"nsubj", "attr"} for t in c.subtree]
        within = {t.i for t in inside}
        names = [n for n in scene.names if scene.root_of(n).i in within]
        names = [n for n in names if _is_meant(scene.root_of(n), being)]
        found = [p for n in names if is_person(scene, n) if (p := one_person(scene, n)) is not None]
        for noun in (c for c in being.children if c.dep_ == "attr"):
            if len(set(found)) != 1 or not _is_known(scene, found[0]):
                continue
            if not _opens_plainly(scene, noun):
                continue
            nation = _country(scene, noun.left_edge.i + 1, "demonym", "adjective")
            if nation is not None:
                first = min(t.idx for t in inside)
                statement = ComesFrom(person=found[0], nation=nation[0])
                yield claim_at(scene, "office", Place(first, nation[2]), statement)


def _is_meant(root: "Token", being: "Token") -> bool:
    """Whether a name is a side of "is" or set beside one."""
    side = root.head if root.dep_ == "appos" else root
    named = {c.dep_ for c in root.children} & {"case", "cc", "conj"}
    between = root.doc[side.i + 1 : root.left_edge.i] if side.i < root.i else ()
    if any(t.pos_ == "ADP" and t.lower_ != "of" for t in between):
        return False  # "the man behind the chief, X, was a Dane"
    return not named and side.dep_ in {"nsubj", "attr"} and side.head == being


def _opens_plainly(scene: Scene, noun: "Token") -> bool:
    """ "A Briton", "a British general who …": of the person, without a "former" or "kind of"."""
    article = noun.left_edge.lower_ in {"a", "an"}
    between = scene.doc[noun.left_edge.i + 1 : noun.i]
    named = {t.i for t in between if t.i in scene.name_at}
    ranks = scene.lexicon.words("ranks")
    told = noun.i in scene.name_at or noun.lower_ in ranks
    return article and told and all(t.i in named or t.lower_ in ranks for t in between)


def _is_known(scene: Scene, person: str) -> bool:
    actor = scene.lexicon.actor(person)
    return actor is not None and actor.nationality is not None


def _before(scene: Scene, person: Name) -> tuple[str, int, int] | None:
    """ "the Dutchman Mark Rutte", "Dutch admiral Rob Bauer", "Britain's Stuart Peach"."""
    i = scene.tokens_of(person)[0].i - 1
    last = scene.tokens_of(person)[-1].i
    if i >= 1 and scene.doc[i].text in POSSESSIVE and _stands_alone(scene, last):
        return _country(scene, i - 1, "name")
    ranked = False
    while i > 0 and scene.doc[i].lower_.rstrip(".") in scene.lexicon.words("ranks"):
        i, ranked = i - 1, True
    found = _country(scene, i, "demonym", "adjective")
    if found is None or not _stands_alone(scene, last):
        return None
    return found if ranked or (" " in person.text and _is_noun(scene.doc[i])) else None


def _stands_alone(scene: Scene, last: int) -> bool:
    """Whether a name ends its noun phrase: not "France's Mitterrand library"."""
    if last + 1 >= len(scene.doc):
        return True
    following = scene.doc[last + 1]
    return (
        following.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"} and following.text not in POSSESSIVE
    )


def _after(scene: Scene, person: Name) -> tuple[str, int, int] | None:
    """ "Jens Stoltenberg, a Norwegian,", "Petr Pavel, a Czech general", "Bauer of the
    Netherlands"."""
    i = scene.tokens_of(person)[-1].i + 1
    if i + 1 >= len(scene.doc):
        return None
    if scene.doc[i].lower_ == "of":
        return _country(scene, i + 2 if scene.doc[i + 1].lower_ == "the" else i + 1, "name")
    if scene.doc[i].text not in _OPENING or scene.doc[i + 1].lower_ not in {"a", "an"}:
        return None
    found = _country(scene, i + 2, "demonym", "adjective")
    return found if found is not None and _ends_plainly(scene, i + 3) else None


def _ends_plainly(scene: Scene, i: int) -> bool:
    while i < len(scene.doc) and scene.doc[i].lower_ in scene.lexicon.words("ranks"):
        i += 1
    return i >= len(scene.doc) or scene.doc[i].text in _CLOSING


def _country(scene: Scene, i: int, *kinds: ReadingKind) -> tuple[str, int, int] | None:
    name = scene.name_at.get(i) if 0 <= i < len(scene.doc) else None
    if name is None:
        return None
    found = {n for n in name.ids(*kinds) if scene.lexicon.is_country(n)}
    return (found.pop(), name.start, name.end) if len(found) == 1 else None


def _is_noun(token: "Token") -> bool:
    """Whether a demonym is a noun of its own: "the Dane Anders Fogh Rasmussen"."""
    return token.i > 0 and token.nbor(-1).lower_ in {"the", "fellow"}
