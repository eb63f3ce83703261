"""Ordinals and counts of holders: "the 14th secretary general", "the fourth Dutchman in the
job", "the Netherlands had supplied two secretaries general"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted
from natocheck.claims.kinds.office.people import hinted_offices, is_person, single, subject_of
from natocheck.claims.kinds.office.titles import Title, counts_others, owner_phrase, title_at
from natocheck.claims.phrases import Argument, arguments, name_of, noun_arguments
from natocheck.claims.scene import Scene
from natocheck.claims.times import periods_in
from natocheck.model.claims import Ranks, Supplied
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_RANKED = {"attribute", "as", "to", "subject"}


def orders(scene: Scene, clause: Clause, titles: tuple[Title, ...]) -> Iterator[Proposal]:
    """Which in the row of holders somebody is, and how many a country has supplied."""
    if not is_asserted(clause) or clause.negated:
        return
    found = arguments(clause)
    person = _counted(scene, clause, titles, found)
    if "future" in clause.stance:
        return
    if person is not None and not _is_of_a_period(scene, clause):
        for argument in found:
            if argument.role in _RANKED:
                yield from _ranked(scene, clause, titles, person, argument.token)
    yield from _supplied(scene, clause, found)


def _counted(
    scene: Scene, clause: Clause, titles: tuple[Title, ...], found: tuple[Argument, ...]
) -> str | None:
    """Whose place in the row is told; also of "the first chief was X", "is a Dane, X"."""
    beside = [title_at(titles, a.token) for a in found if a.role in _RANKED]
    offices = tuple(office for title in beside if title is not None for office in title.offices)
    person = subject_of(scene, clause, offices)
    person = person or single(scene, found, "object", "attribute", offices=offices)
    if person is not None or clause.head.lemma_ != "be":
        return person
    inner = [c for a in found if a.role == "attribute" for c in a.token.children]
    apposed = tuple(Argument("beside", c) for c in inner if c.dep_ == "appos")
    return single(scene, apposed, "beside", offices=offices)


def _is_of_a_period(scene: Scene, clause: Clause) -> bool:
    """Whether the row is counted from some day on: "the first since 2014"."""
    return any(found.relation == "since" for found in periods_in(scene, clause))


def _ranked(
    scene: Scene, clause: Clause, titles: tuple[Title, ...], person: str, token: "Token"
) -> Iterator[Proposal]:
    title = title_at(titles, token)
    if title is not None:
        nation = title.nation or _nation_from(scene, token)
        if nation is None and any(a.role == "from" for a in noun_arguments(token)):
            return  # "the first from the south"
        if title.number is not None and not counts_others(scene, title):
            yield claim_in(
                scene,
                "office",
                clause,
                Ranks(person=person, offices=title.offices, number=title.number, nation=nation),
            )
        return
    number, nation = _order_of(scene, token), _nationality(scene, token)
    others = [n for n in scene.names if is_person(scene, n)]
    if number is None or nation is None or not _is_in_the_job(scene, titles, token):
        return
    persons = {i for n in others for i in n.ids("name")}
    offices = _named_offices(titles, token) or hinted_offices(scene, *persons)[0]
    yield claim_in(
        scene,
        "office",
        clause,
        Ranks(person=person, offices=offices, number=number, nation=nation),
    )


def _order_of(scene: Scene, token: "Token") -> int | None:
    for child in token.children:
        quantity = scene.quantity_at.get(child.i)
        if quantity is not None and quantity.quantity.unit == "ordinal":
            return int(quantity.quantity.value)
    return None


def _nationality(scene: Scene, token: "Token") -> str | None:
    name = scene.name_at.get(token.i)
    countries = set(name.ids("demonym")) if name is not None else set()
    return countries.pop() if len(countries) == 1 else None


def _nation_from(scene: Scene, token: "Token") -> str | None:
    """The country of "secretary general from the Netherlands"."""
    for argument in noun_arguments(token):
        if argument.role == "from":
            name = name_of(scene, argument.token)
            countries = [i for i in name.ids("name") if scene.lexicon.is_country(i)] if name else []
            return countries[0] if len(countries) == 1 else None
    return None


def _is_in_the_job(scene: Scene, titles: tuple[Title, ...], token: "Token") -> bool:
    """Whether a nationality is counted among holders: "in the job", "to lead NATO"."""
    posts = scene.lexicon.words("post nouns")
    verbs = set(scene.lexicon.values("leading verbs")) | scene.lexicon.words("office holding verbs")
    for child in token.subtree:
        if child.lemma_.lower() in posts and child.head.pos_ == "ADP":
            return True
        if child.dep_ in {"relcl", "acl"} and child.lemma_.lower() in verbs:
            return True
    return _named_offices(titles, token) != ()


def _named_offices(titles: tuple[Title, ...], token: "Token") -> tuple[str, ...]:
    for inner in token.subtree:
        title = title_at(titles, inner)
        if title is not None:
            return title.offices
    return ()


def _supplied(scene: Scene, clause: Clause, found: tuple[Argument, ...]) -> Iterator[Proposal]:
    """ "The Netherlands had supplied just two secretaries general of the alliance"."""
    if not set(clause.lemmas) & scene.lexicon.words("supplying verbs"):
        return
    nations = {
        i
        for argument in found
        if argument.role == "subject"
        for n in [name_of(scene, argument.token)]
        if n is not None
        for i in n.ids("name")
        if scene.lexicon.is_country(i)
    }
    plural = _plural_title(scene)
    if len(nations) != 1 or plural is None:
        return
    start, offices = plural
    number = _number_before(scene, start)
    if number is None or not offices or len(periods_in(scene, clause)) > 0:
        return
    yield claim_in(
        scene,
        "office",
        clause,
        Supplied(
            nation=nations.pop(),
            offices=offices,
            number=number,
            before=single(scene, found, "before"),
        ),
    )


def _plural_title(scene: Scene) -> tuple[int, tuple[str, ...]] | None:
    """Where the plural of a title begins, and the offices that it means here."""
    text = scene.doc.text.lower()
    for plural, singular in scene.lexicon.values("plural titles").items():
        at = text.find(plural)
        if at < 0:
            continue
        tokens = [t for t in scene.doc if at <= t.idx < at + len(plural)]
        if not tokens:
            continue
        return tokens[0].i, _offices_titled(scene, str(singular), tokens)
    return None


def _offices_titled(scene: Scene, title: str, tokens: list["Token"]) -> tuple[str, ...]:
    owners = {i for n in scene.names for i in n.ids("name") if scene.lexicon.is_organisation(i)}
    if tokens[-1].i + 2 < len(scene.doc) and tokens[-1].nbor(1).lower_ == "of":
        owners = owner_phrase(scene, tokens[-1].i + 2)[1]
    known = scene.lexicon.index.offices_titled.get(title, ())
    return tuple(office.id for office in known if office.of in owners)


def _number_before(scene: Scene, i: int) -> Interval | None:
    for found in scene.quantities:
        last = scene.tokens_of(found)[-1].i
        if last < i and all(
            t.i in scene.name_at or t.text in {"'s", "’s"} for t in scene.doc[last + 1 : i]
        ):
            return found.quantity.interval if found.quantity.unit == "count" else None
        if last >= i and scene.tokens_of(found)[0].i < i:
            return found.quantity.interval
    return None
