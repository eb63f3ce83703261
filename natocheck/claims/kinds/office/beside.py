"""Titles beside names: "President Duda of Poland", "Germany's Merz, the chancellor".

A title that stands next to a name is a claim whatever the clause does with it. It is
judged for the time of its clause; in a clause that may tell of some other time, only who
never held the office can be wrong.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import Place, Proposal, claim_at
from natocheck.claims.kinds.office.neighbours import OPENING, accompanies, person_beside
from natocheck.claims.kinds.office.people import offices_of, one_person
from natocheck.claims.kinds.office.times import clause_time, tells_of_the_past, tense, title_time
from natocheck.claims.kinds.office.titles import POSSESSIVE, Title, counts_others, owner_phrase
from natocheck.claims.mentions.names import Name
from natocheck.claims.scene import Scene
from natocheck.claims.times import periods_in
from natocheck.model.claims import Claim, ComesFrom, Holds, Passed, Ranks, When
from natocheck.rulebase.lookup import latest

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_LONG = dt.timedelta(days=4 * 365)
_PRESENT = {"VBZ", "VBP", "MD"}


def beside_names(
    scene: Scene, clauses: tuple[Clause, ...], titles: tuple[Title, ...]
) -> Iterator[Proposal]:
    """Claims that titles make of the names next to them, from left to right."""
    taken: set[int] = set()
    for title in titles:
        person = person_beside(scene, title, taken)
        if person is None:
            continue
        taken.add(person.start)
        title = _owned_by(scene, title, person)
        if title.reason:
            yield Passed(kind="office", text=title.name.text, reason=title.reason)
        elif not _is_adverbial(scene, title, person):
            yield from _claims(scene, clauses, title, person)


def _owned_by(scene: Scene, title: Title, person: Name) -> Title:
    """The title with the owner that stands at the name: "… Duda of Poland", "Germany's Merz"."""
    first, last = scene.tokens_of(person)[0].i, scene.tokens_of(person)[-1].i
    owners: set[str] = set()
    if last + 2 < len(scene.doc) and scene.doc[last + 1].lower_ == "of":
        owners |= owner_phrase(scene, last + 2)[1]
        if not owners and not title.owned:
            return dataclasses.replace(title, reason="its owner is not known")
    if first >= 2 and scene.doc[first - 1].text in POSSESSIVE:
        name = scene.name_at.get(first - 2)
        owners |= set(name.ids("name")) if name is not None else set()
    offices = tuple(o for o in title.offices if scene.lexicon.rulebase.offices[o].of in owners)
    return dataclasses.replace(title, offices=offices, owned=True) if offices else title


def _is_adverbial(scene: Scene, title: Title, person: Name) -> bool:
    """Whether "as" or "when" makes the title a circumstance: "as prime minister, Rutte …"."""
    if title.name.start > person.start or title.first == 0:
        return False
    comma = scene.doc[title.last + 1].text == ","
    return comma and scene.doc[title.first - 1].lower_ in scene.lexicon.words("role words")


def _claims(
    scene: Scene, clauses: tuple[Clause, ...], title: Title, person: Name
) -> Iterator[Proposal]:
    chosen = one_person(scene, person, title.offices)
    if chosen is None:
        yield Passed(kind="office", text=title.name.text, reason="the name fits several persons")
        return
    place = _place(scene, title, person)
    acting = _acting_in(scene, clauses, place)
    clause = acting or clause_of(scene.root_of(title.name), clauses)
    for statement in _statements(scene, clause, title, chosen, acts=acting is not None):
        yield _aside(claim_at(scene, "office", place, statement, clause))


def _aside(claim: Claim) -> Claim:
    """A title is taken for granted, however the clause around it is put."""
    return replace(claim, stance=("attributed",) if claim.speaker else ("asserted",))


def _acting_in(scene: Scene, clauses: tuple[Clause, ...], place: Place) -> Clause | None:
    """The clause without a subject whose verb follows directly: "Asked about it, the
    commander, General X, said …", where the parse joins what is before."""
    after = [t for t in scene.doc if t.idx >= place.end]
    if after and after[0].text == ",":
        after.pop(0)
    for clause in clauses:
        verbs = [t for t in clause.head.children if t.dep_.startswith("aux")] + [clause.head]
        named = any(t.dep_.startswith("nsubj") for t in clause.head.children)
        if after and after[0] in verbs and not named and clause.head.dep_ == "ROOT":
            return clause
    return None


def _place(scene: Scene, title: Title, person: Name) -> Place:
    first, last = scene.doc[title.first], scene.doc[title.last]
    return Place(min(first.idx, person.start), max(last.idx + len(last), person.end))


def _statements(
    scene: Scene, clause: Clause, title: Title, person: str, *, acts: bool
) -> Iterator[Holds | Ranks | ComesFrom]:
    offices, own = title.offices, title_time(scene, title)[0]
    nation = title.nation or _foreign_nation(scene, title, person)
    if nation is not None:
        yield ComesFrom(person=person, nation=nation)
    if title.number is not None and "future" in clause.stance:
        return  # "will return as the 47th president"
    if title.number is not None and _is_numbered(scene, title):
        yield Ranks(person=person, offices=offices, number=title.number, nation=title.nation)
        return
    if own is not None and own.relation == "since" and title.mode == "holds":
        started = When(own.period, "in")
        yield Holds(person=person, offices=offices, mode="since", when=started)
    if title.mode == "holds":
        yield _standing(scene, clause, title, person, acts=acts)
    else:
        yield Holds(person=person, offices=offices, mode=title.mode)


def _foreign_nation(scene: Scene, title: Title, person: str) -> str | None:
    """The country whose past office is given to somebody of another: whoever led it was
    a citizen of it."""
    known = scene.lexicon.rulebase.offices
    owners = {known[office].of for office in title.offices}
    actor = scene.lexicon.actor(person)
    if title.mode not in {"former", "once"} or not title.owned or len(owners) != 1:
        return None
    held = set(title.offices) & set(offices_of(scene, person))
    if actor is None or actor.nationality is None or held:
        return None
    nation = owners.pop()
    return nation if scene.lexicon.is_country(nation) and nation != actor.nationality else None


def _is_numbered(scene: Scene, title: Title) -> bool:
    """Whether an ordinal tells which of all holders it was, of whatever time."""
    return title.number is not None and not counts_others(scene, title)


def _standing(scene: Scene, clause: Clause, title: Title, person: str, *, acts: bool) -> Holds:
    own = title_time(scene, title)[0]
    if own is not None and own.relation in {"until", "span", "in"} and _is_past(scene, title):
        when = When(own.period, own.relation)
        return Holds(person=person, offices=title.offices, when=when)
    past = tells_of_the_past(scene, clause) or (not acts and _is_told_of(scene, clause, title))
    begun = own is not None and own.relation == "since"
    return Holds(
        person=person,
        offices=title.offices,
        mode="running" if begun else "holds",
        when=None if begun else clause_time(scene, clause),
        elsewhen=past
        or _is_background(scene, clause, title)
        or _is_history(scene, clause, title, person),
    )


def _is_history(scene: Scene, clause: Clause, title: Title, person: str) -> bool:
    """Whether the text may tell of the time of someone long out of office: "NATO Secretary
    General George Robertson announced …". In the present tense it does not."""
    if tense(clause) in _PRESENT:
        return False
    known = scene.lexicon.rulebase.offices
    ends = [
        row.until for office in title.offices for row in known[office].rows if row.person == person
    ]
    gone = scene.context.date - _LONG
    return bool(ends) and all(end is not None and latest(end) < gone for end in ends)


def _is_told_of(scene: Scene, clause: Clause, title: Title) -> bool:
    """Whether a past clause without a time is about somebody else, or the title has had
    its own time: "worked with President X", "X, chancellor since 2021"."""
    own, _ = title_time(scene, title)
    if tense(clause) != "VBD" or (periods_in(scene, clause) and own is None):
        return False
    line = [scene.root_of(title.name), *scene.root_of(title.name).ancestors]
    roles = {"nsubj", "nsubjpass", "agent"}
    acting = any(t.dep_ in roles and t.head.i == clause.head.i for t in line)
    return not acting or own is not None


def _is_past(scene: Scene, title: Title) -> bool:
    """Whether the title's own time can be its own: it stands after the name."""
    return title.first > 0 and scene.doc[title.first - 1].text in OPENING


def _is_background(scene: Scene, clause: Clause, title: Title) -> bool:
    """Whether the title only dates something: "under President Obama", "since …"."""
    before: Token | None = scene.doc[title.first - 1] if title.first else None
    if before is not None and accompanies(scene, title) is not None:
        return tense(clause) not in _PRESENT  # "with Mark Rutte as its chief"
    return before is not None and before.lower_ in scene.lexicon.words("dating prepositions")
