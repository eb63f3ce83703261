"""Who followed whom: "succeeded", "took over from", "his predecessor, X"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted
from natocheck.claims.kinds.office.people import (
    governing_subject,
    lemmas_of,
    offices_of,
    possessor_of,
    single,
    subject_of,
)
from natocheck.claims.kinds.office.titles import Title, said_of_posts, title_at
from natocheck.claims.phrases import Argument, persons_of
from natocheck.claims.scene import Scene
from natocheck.claims.times import when_of
from natocheck.model.claims import Succeeds, When

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def successions(scene: Scene, clause: Clause, titles: tuple[Title, ...]) -> Iterator[Proposal]:
    """What a clause says of who came after whom."""
    if not is_asserted(clause) or clause.negated or "future" in clause.stance:
        return
    found = said_of_posts(scene, clause, titles)
    pair = _by_verb(scene, clause, titles, found)
    if pair is not None and pair[0] != pair[1] and not _is_of_another_post(titles, found):
        statement = Succeeds(
            successor=pair[0],
            predecessor=pair[1],
            offices=_offices(titles, found) or _left_behind(scene, clause, titles),
            when=_when(scene, clause),
        )
        yield claim_in(scene, "office", clause, statement)
    for noun in clause.tokens:
        pair = _by_noun(scene, clause, noun)
        if pair is not None and pair[0] != pair[1]:
            statement = Succeeds(successor=pair[0], predecessor=pair[1])
            yield claim_in(scene, "office", clause, statement)


def _when(scene: Scene, clause: Clause) -> When | None:
    """The day of succession, unless it is that of being chosen: "named in June to succeed"."""
    when, clear = when_of(scene, clause)
    modes = scene.lexicon.values("office verbs")
    chosen = any(modes.get(lemma) == "chosen" for lemma in clause.lemmas)
    return when if clear and not chosen else None


def _is_of_another_post(titles: tuple[Title, ...], found: tuple[Argument, ...]) -> bool:
    """Whether "as party leader", "as host" say in what one followed the other."""
    return any(a.role == "as" and title_at(titles, a.token) is None for a in found)


def _offices(titles: tuple[Title, ...], found: tuple[Argument, ...]) -> tuple[str, ...]:
    for argument in found:
        title = title_at(titles, argument.token)
        if title is not None and argument.role in {"as", "attribute", "in", "object", "at"}:
            return title.offices
    return ()


def _left_behind(scene: Scene, clause: Clause, titles: tuple[Title, ...]) -> tuple[str, ...]:
    """The offices of the only title behind an "as": "after ten years as chief, X gave way"."""
    own = {token.i for token in clause.tokens}
    found = [
        t
        for t in titles
        if t.first in own and not t.reason and t.first and scene.doc[t.first - 1].lower_ == "as"
    ]
    return found[0].offices if len(found) == 1 else ()


def _by_verb(
    scene: Scene, clause: Clause, titles: tuple[Title, ...], found: tuple[Argument, ...]
) -> tuple[str, str] | None:
    """The successor and the predecessor that a verb tells."""
    passed_on = _passed_on(scene, clause, titles, found)
    if passed_on is not None:
        return passed_on
    order = _order(scene, clause, titles, found)
    if order is None:
        return None
    if order == "subject-follows" and (given := _exchange(scene, found)) is not None:
        return given
    posts = _offices(titles, found)
    subject = subject_of(scene, clause, posts) or single(scene, found, "agent", "by", offices=posts)
    other = single(scene, found, "from", "for", "after", offices=posts)
    other = other or single(scene, found, "object", offices=posts)
    if order == "object-follows":
        other = single(scene, found, "to", "for", "by") or single(scene, found, "object")
        other = other or governing_subject(scene, clause)
    other = other or _relative_object(scene, clause)
    if subject is None and other is not None:  # of several of a name, who held what he held
        shared = offices_of(scene, other)
        subject = subject_of(scene, clause, shared)
    if other is None and subject is not None:
        shared = offices_of(scene, subject)
        other = single(scene, found, "from", "for", "object", "to", offices=shared)
    if subject is None or other is None:
        return None
    return (subject, other) if order == "subject-follows" else (other, subject)


def _passed_on(
    scene: Scene, clause: Clause, titles: tuple[Title, ...], found: tuple[Argument, ...]
) -> tuple[str, str] | None:
    """ "The job passed from X to Y": the successor and the predecessor."""
    handing = scene.lexicon.values("handing verbs")
    going, coming = single(scene, found, "from"), single(scene, found, "to")
    posts = [a.token for a in found if a.role in {"subject", "object"}]
    if not any(_is_post(scene, titles, token) for token in posts) or coming is None:
        return None
    known = any(lemma in handing for lemma in clause.lemmas)
    return (coming, going) if known and going is not None else None


def _is_post(scene: Scene, titles: tuple[Title, ...], token: "Token") -> bool:
    posts = scene.lexicon.words("post nouns")
    nouns = posts | set(scene.lexicon.values("tenure nouns"))
    return token.lemma_.lower() in nouns or title_at(titles, token) is not None


def _exchange(scene: Scene, found: tuple[Argument, ...]) -> tuple[str, str] | None:
    """ "Replaced X with Y": the successor and the predecessor are both acted upon."""
    coming, going = single(scene, found, "with"), single(scene, found, "object")
    return (coming, going) if coming is not None and going is not None else None


def _relative_object(scene: Scene, clause: Clause) -> str | None:
    """The person before "whom Rutte replaced"."""
    relative = any(c.dep_ == "dobj" and c.tag_ == "WP" for c in clause.head.children)
    if not relative or clause.head.dep_ != "relcl":
        return None
    return single(scene, (Argument("whom", clause.head.head),), "whom")


def _order(
    scene: Scene, clause: Clause, titles: tuple[Title, ...], found: tuple[Argument, ...]
) -> str | None:
    verbs = scene.lexicon.values("succession verbs")
    handing = scene.lexicon.values("handing verbs")
    loose = scene.lexicon.values("loose succession verbs")
    things = [a.token for a in found if a.role == "object"]
    about_post = any(_is_post(scene, titles, token) for token in things)
    for verb in clause.chain:
        with_things = [f"{lemmas_of(verb)[-1]} {token.lemma_.lower()}" for token in things]
        for lemma in (*with_things, *lemmas_of(verb)):
            if lemma in verbs:
                return str(verbs[lemma])
        plain = lemmas_of(verb)[-1]
        if any(a.role == "after" for a in found):
            plain = f"{plain} after"
        if plain in loose and _is_of_office(scene, clause, titles, found):
            return str(loose[plain])
        if plain in handing and about_post:
            order = str(handing[plain])
            asked = ("from",) if order == "subject-follows" else ("to",)
            return order if single(scene, found, *asked) is not None else None
    return None


def _is_of_office(
    scene: Scene, clause: Clause, titles: tuple[Title, ...], found: tuple[Argument, ...]
) -> bool:
    """Whether to follow is to follow in office: "as chair", "in the post", or in some year;
    people also follow each other to a microphone."""
    if _offices(titles, found) or any(
        a.role in {"in", "at"} and _is_post(scene, titles, a.token) for a in found
    ):
        return True
    when, clear = when_of(scene, clause)
    passive = any(a.role == "agent" for a in found)
    return passive and clear and when is not None and when.period.grain == "year"


def _by_noun(scene: Scene, clause: Clause, noun: "Token") -> tuple[str, str] | None:
    """The successor and the predecessor of "his predecessor, X", "X's successor was Y"."""
    orders = scene.lexicon.values("succession nouns")
    order = orders.get(noun.lemma_.lower())
    if order is None or noun.lemma_.lower() == "":
        return None
    other = _named_beside(scene, noun)
    if other is None:
        return None
    shared = offices_of(scene, other)
    owner = possessor_of(scene, noun, clause, shared) or _of(scene, noun)
    if owner is None:
        return None
    return (owner, other) if order == "names-predecessor" else (other, owner)


def _of(scene: Scene, noun: "Token") -> str | None:
    inner = [t for c in noun.children if c.lower_ in {"of", "to"} for t in c.children]
    persons = [p for token in inner for p in persons_of(scene, token)]
    return persons[0] if len(persons) == 1 else None


def _named_beside(scene: Scene, noun: "Token") -> str | None:
    """The person that an immediate predecessor or successor is said to be."""
    near = [c for c in noun.children if c.dep_ == "appos"]
    if noun.dep_ in {"appos", "compound", "nmod"}:
        near.append(noun.head)
    if noun.dep_ in {"nsubj", "attr"} and noun.head.lemma_ == "be":
        near += [c for c in noun.head.children if c.dep_ in {"nsubj", "attr"} and c is not noun]
    persons = {p for token in near for p in persons_of(scene, token)}
    distant = any(c.lower_ in scene.lexicon.words("distant") for c in noun.children)
    return persons.pop() if len(persons) == 1 and not distant else None
