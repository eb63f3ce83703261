"""Terms of office told by nouns: "a month into his chancellorship", "in office since May",
"Rutte's arrival as secretary general came in October"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import Place, Proposal, claim_at, claim_in, is_asserted
from natocheck.claims.kinds.event.cues import clause_cues
from natocheck.claims.kinds.office.people import (
    hinted_offices,
    is_person,
    offices_of,
    one_person,
    possessor_of,
)
from natocheck.claims.kinds.office.times import in_days, time_after
from natocheck.claims.kinds.office.titles import Title, title_at
from natocheck.claims.phrases import arguments, noun_arguments
from natocheck.claims.scene import Scene
from natocheck.claims.times import when_of
from natocheck.model.claims import Elapsed, Holds, When
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def turns(scene: Scene, clause: Clause, titles: tuple[Title, ...]) -> Iterator[Proposal]:
    """Claims that a noun makes of when a term began or ended, by the time of its clause."""
    if not is_asserted(clause) or clause.negated or "future" in clause.stance:
        return
    modes = scene.lexicon.values("turning nouns")
    when, clear = when_of(scene, clause)
    for token in clause.tokens:
        mode = _turn_of(scene, clause, token) or modes.get(token.lemma_.lower())
        inner = [a.token for a in (*noun_arguments(token), *arguments(clause)) if a.role == "as"]
        title = next((t for i in inner if (t := title_at(titles, i)) is not None), None)
        if mode is None or when is None or not clear:
            continue
        offices = title.offices if title is not None else _of_owners(scene, token)
        person = possessor_of(scene, token, clause, offices) if offices else None
        offices = tuple(o for o in offices if title or o in offices_of(scene, person or ""))
        if person is not None and offices:
            statement = Holds(person=person, offices=offices, mode=mode, when=when)  # type: ignore[arg-type]
            yield claim_in(scene, "office", clause, statement)


def _turn_of(scene: Scene, clause: Clause, noun: "Token") -> str | None:
    """What the clause's only verb says of an appointment or a term: that it began or ended."""
    words, verb = scene.lexicon, clause.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or noun.head != verb or len(clause.chain) > 1:
        return None
    lemma = noun.lemma_.lower()
    if words.values("turning nouns").get(lemma) == "chosen":
        effective = clause_cues(clause, words).keys() & words.words("taking effect")
        return "starts" if effective else None
    plain = all(child.dep_ in {"poss", "prep"} for child in noun.children)
    if lemma not in words.values("tenure nouns") or not plain:
        return None
    mode = words.values("turning verbs").get(verb.lemma_.lower())
    again = mode == "starts" and lemma in words.words("repeatable terms")
    return str(mode) if mode is not None and not again else None


def _of_owners(scene: Scene, noun: "Token") -> tuple[str, ...]:
    """The offices that a term may have been of: those of whom its own words name."""
    if noun.lemma_.lower() not in scene.lexicon.values("tenure nouns"):
        return ()
    inside = {t.i for t in noun.subtree}
    names = [n for n in scene.names if scene.root_of(n).i in inside]
    owners = sorted({i for n in names for i in n.ids("name")})
    held = scene.lexicon.index.offices_of
    return tuple(office.id for owner in owners for office in held.get(owner, ()))


def in_office_since(scene: Scene) -> Iterator[Proposal]:
    """ "Mark Rutte, in office since October 2024": a term begun by one of the person's posts."""
    for name in scene.names:
        last = scene.tokens_of(name)[-1].i
        if not is_person(scene, name) or last + 3 >= len(scene.doc):
            continue
        comma, preposition, noun = (scene.doc[last + i] for i in (1, 2, 3))
        found, _ = time_after(scene, noun.i)
        said = (comma.text, preposition.lower_) == (",", "in")
        person = one_person(scene, name)
        if not said or person is None or found is None or found.relation != "since":
            continue
        if noun.lower_ in scene.lexicon.words("being in office"):
            offices, hinted = hinted_offices(scene, person)
            statement = Holds(
                person=person,
                offices=offices,
                mode="since",
                when=When(found.period, "in"),
                loose=not hinted,
            )
            yield claim_at(scene, "office", Place(name.start, found.end), statement)


def tenures(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """Claims that some time of a term has passed by the day of the article."""
    nouns = scene.lexicon.values("tenure nouns")
    for token in scene.doc:
        if token.lemma_.lower() not in nouns:
            continue
        clause = clause_of(token, clauses)
        person = possessor_of(scene, token, clause)
        passed = _passed_before(scene, token)
        if person is None or passed is None or not is_asserted(clause) or not _is_now(clause):
            continue
        titles = nouns[token.lemma_.lower()]
        offices = _offices(scene, person, titles if isinstance(titles, list) else [])
        if offices:
            statement = Elapsed(person=person, offices=offices, days=passed)
            yield claim_in(scene, "office", clause, statement)


def _is_now(clause: Clause) -> bool:
    """Whether the clause speaks of the day of the article."""
    verbs = [clause.head, *(c for c in clause.head.children if c.dep_.startswith("aux"))]
    return not any(verb.tag_ == "VBD" for verb in verbs)


def _passed_before(scene: Scene, noun: "Token") -> Interval | None:
    """The duration of "a month into his", "after a month of his"."""
    words = [t for t in scene.doc if noun.left_edge.i > t.i]
    if not words or words[-1].lower_ != "into":
        return None
    end = words[-1].idx
    for found in scene.quantities:
        if found.end <= end and end - found.end <= 1:
            return in_days(found.quantity.unit, found.quantity.interval)
    return _one_unit(scene, words[-1].i - 1)


def _one_unit(scene: Scene, i: int) -> Interval | None:
    """ "A month": one of the unit."""
    if i < 1 or scene.doc[i - 1].lower_ not in {"a", "an", "one"}:
        return None
    return in_days(scene.doc[i].lemma_.lower(), Interval(1.0, 1.0))


def _offices(scene: Scene, person: str, titles: list[str]) -> tuple[str, ...]:
    known = scene.lexicon.rulebase.offices
    held = offices_of(scene, person)
    return tuple(o for o in held if not titles or set(titles) & set(known[o].titles))
