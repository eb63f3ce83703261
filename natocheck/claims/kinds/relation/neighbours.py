"""Who has a border with whom: pairs that hold either way round, and how many allies there are.

"Latvia and Russia share a border", "Poland, which borders Ukraine", "six allies share a land
border with Russia: …". A number of members is a size of a set. Words that were not accounted
for leave all of it unread; without a word for land a border at sea may be meant, so that
nothing is wrong.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted
from natocheck.claims.kinds.event.cues import clause_cues
from natocheck.claims.kinds.membership.bodies import owner_of
from natocheck.claims.phrases import Argument, arguments, coordinated, countries_of
from natocheck.claims.scene import Scene
from natocheck.claims.times import when_of
from natocheck.claims.verbs import auxiliaries
from natocheck.model.claims import GroupSize, Related, When
from natocheck.model.facts import Relation
from natocheck.model.values import Interval
from natocheck.rulebase.lookup import membership_of, periods

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_CONTENT = {"NOUN", "PROPN", "ADJ", "NUM", "VERB", "ADV"}
_OBJECTS = {"object", "attribute"}
_NONE = {"none", "one"}
_UNTIL = {"until", "before", "till"}
_RELATIVES = {"relcl", "acl"}
_GRADES = {"JJR", "JJS", "RBR", "RBS"}
_LIST = {":", "–", "—", "("}


def neighbours(scene: Scene, clauses: tuple[Clause, ...], rule: Relation) -> Iterator[Proposal]:
    """The claims that a sentence makes of a relation that holds either way round."""
    for clause in clauses:
        if is_asserted(clause) and "future" not in clause.stance:
            yield from _of_clause(scene, clause, clauses, rule)


def _of_clause(
    scene: Scene, clause: Clause, clauses: tuple[Clause, ...], rule: Relation
) -> Iterator[Proposal]:
    cues = clause_cues(clause, scene.lexicon)
    said = [s for s in rule.said if any(verb in cues for verb in s.verbs)]
    found = arguments(clause)
    things = {thing for s in said for thing in s.things}
    thing = next((a.token for a in found if a.role in _OBJECTS and a.token.lemma_ in things), None)
    if not said or (things and thing is None):
        return
    there = _there(scene, clause, found, thing)
    here = [a.token for a in found if a.role == "subject"]
    when, clear = when_of(scene, clause)
    if not clear or not here:
        return
    unread = _unread(scene, clause, [*here, *there], thing)
    doubts = () if _is_of_land(scene, clause, thing) else ("a border at sea may be meant",)
    denied = thing is not None and any(
        c.lower_ in scene.lexicon.words("denying determiners") for c in thing.children
    )
    negated = (clause.negated or denied) != _is_neither(scene, here)
    only = scene.lexicon.words("only")
    exclusive = tuple(t.text for t in clause.tokens if t.lower_ in only)
    presupposed = ("to",) if clause.head.tag_ == "VB" and clause.head.dep_ in _RELATIVES else ()
    for one, other in _pairs(scene, here, there):
        pair = Related(
            relation=rule.id,
            subject=one,
            object=other,
            when=when,
            negated=negated,
            past=_is_past(clause),
        )
        claim = claim_in(scene, "relation", clause, pair, unread, doubts)
        yield replace(claim, partial=(*presupposed, *exclusive))
    for size in () if denied else _sizes(scene, clause, here, there, when):
        if when is None:
            entry = _before_entry(scene, clause, clauses, size.groups[0])
            size = replace(size, when=entry, then=size.then and entry is None)
        yield claim_in(scene, "count", clause, size, unread, doubts)


def _there(
    scene: Scene, clause: Clause, found: tuple[Argument, ...], thing: "Token | None"
) -> list["Token"]:
    """The nouns on the other side: "with Russia", "on Russia", or the object."""
    joined = scene.lexicon.words("border prepositions")
    inner = [c for c in thing.children if c.dep_ == "prep"] if thing is not None else []
    sides = [a.token for a in found if a.role in joined]
    sides += [t for c in inner if c.lower_ in joined for t in c.children if t.dep_ == "pobj"]
    if thing is None:
        sides += [a.token for a in found if a.role == "object"]
    return list(dict.fromkeys(t for side in sides for t in (side, *coordinated(side))))


def _pairs(scene: Scene, here: list["Token"], there: list["Token"]) -> Iterator[tuple[str, str]]:
    """Each named country of the one side with each of the other; of one side alone each two."""
    ones = [i for token in here for i in _countries(scene, token)]
    others = [i for token in there for i in _countries(scene, token)]
    if not there and len(ones) == 2:
        yield ones[0], ones[1]
    for one in ones:
        yield from ((one, other) for other in others if other != one)
    if not ones and len(others) == 1:
        yield from ((name, others[0]) for name in _listed(scene, here))


def _countries(scene: Scene, token: "Token") -> list[str]:
    """The countries that a noun names, those of a group each on its own."""
    groups = scene.lexicon.rulebase.groups
    named = countries_of(scene, token)
    return [i for each in named for i in (groups[each].members if each in groups else [each])]


def _is_neither(scene: Scene, here: list["Token"]) -> bool:
    """ "Neither Sweden nor Denmark": of both it is denied."""
    first = min(token.left_edge.i for token in here)
    near = scene.doc[max(0, first - 1) : here[0].i + 1]
    return any(token.lower_ == "neither" for token in near)


def _listed(scene: Scene, here: list["Token"]) -> tuple[str, ...]:
    """The countries that a list beside or after the sentence's "six allies" names."""
    if not any(_number(scene, token) is not None for token in here):
        return ()
    apposed = [t for token in here for t in token.children if t.dep_ == "appos"]
    nouns = [t for a in apposed for t in (a, *coordinated(a))]
    if not nouns:
        marks = [t.i for t in scene.doc if t.text in _LIST and t.i > here[0].i]
        nouns = [t for t in scene.doc if marks and t.i > marks[0]]
        if any(t.pos_ in {"VERB", "AUX"} for t in nouns):
            return ()
    return tuple(dict.fromkeys(i for t in nouns for i in countries_of(scene, t)))


def _sizes(
    scene: Scene, clause: Clause, here: list["Token"], there: list["Token"], when: When | None
) -> Iterator[GroupSize]:
    """ "Six allies", "none of the allies", "no ally": how many of them are neighbours."""
    others = [i for token in there for i in countries_of(scene, token)]
    group = scene.lexicon.values("land neighbours of").get(others[0]) if others else None
    if len(here) != 1 or len(others) != 1 or not isinstance(group, str):
        return
    if clause.head.dep_ in _RELATIVES:
        return
    noun = here[0]
    number, body = _number(scene, noun), _body(scene, noun)
    if number is None or body is None:
        return
    if clause.negated and number.high > 0:
        return
    only = {t.lower_ for t in scene.doc[max(0, noun.left_edge.i - 1) : noun.i]}
    named = _listed(scene, here)
    yield GroupSize(
        groups=(body, group),
        number=number,
        when=when,
        some=not only & scene.lexicon.words("only") and number.high > 0 and not named,
        then=_is_past(clause) and when is None,
    )


def _body(scene: Scene, noun: "Token") -> str | None:
    """The organisation of whose members so many are told, if no other word picks some out."""
    members = _members(noun)
    if members.lemma_.lower() not in scene.lexicon.words("member nouns"):
        group = scene.name_at.get(members.i)
        whole = [scene.lexicon.rulebase.groups.get(i) for i in group.ids("group")] if group else []
        bodies = [g.all_of[0] for g in whole if g is not None and len(g.all_of) == 1]
        return bodies[0] if len(bodies) == 1 else None
    owner = owner_of(scene, members)
    sure = owner is not None and (_is_ally(scene, members) or not owner.assumed)
    return owner.id if owner is not None and sure else None


def _is_ally(scene: Scene, noun: "Token") -> bool:
    return noun.lemma_.lower() in scene.lexicon.words("ally nouns")


def _members(noun: "Token") -> "Token":
    """ "None of the allies": the allies."""
    of = [c for c in noun.children if c.lower_ in {"of", "among"}]
    return next((t for c in of for t in c.children if t.dep_ == "pobj"), noun)


def _number(scene: Scene, noun: "Token") -> Interval | None:
    """How many: a number before the noun, "no", "none of", "not one of"."""
    before = {c.lower_ for c in noun.children if c.i < noun.i} | {noun.lower_}
    none = scene.lexicon.words("denying determiners") | {"none"}
    if before & none or (noun.lower_ == "one" and "not" in before):
        return Interval(0, 0)
    if noun.i and noun.lower_ in _NONE and noun.doc[noun.left_edge.i - 1].lower_ == "not":
        return Interval(0, 0)
    counted = [q for q in scene.quantities if q.quantity.unit == "count"]
    own = [q for q in counted if scene.root_of(q) == noun or scene.root_of(q).head == noun]
    return own[0].quantity.interval if len(own) == 1 else None


def _is_past(clause: Clause) -> bool:
    verbs = sorted((clause.chain[0], *auxiliaries(clause.chain[:1])), key=lambda t: t.i)
    return verbs[0].tag_ == "VBD"


def _before_entry(
    scene: Scene, clause: Clause, clauses: tuple[Clause, ...], body: str
) -> When | None:
    """ "Until Finland acceded": the time before the day on which a country joined."""
    verbs = {phrase.split()[0] for phrase in scene.lexicon.values("membership verbs")}
    rule = membership_of(scene.lexicon.rulebase, body)
    for other in clauses:
        marks = {c.lower_ for c in other.head.children if c.dep_ == "mark"}
        marks |= {t.lower_ for t in scene.doc[max(0, other.tokens[0].i - 1) : other.head.i]}
        if other.head.head != clause.head or not marks & _UNTIL or other.head.lemma_ not in verbs:
            continue
        ids = [
            i for a in arguments(other) if a.role == "subject" for i in countries_of(scene, a.token)
        ]
        days = [
            d
            for row in (rule.rows if rule else ())
            if [row.member] == ids
            for d in periods(row.since)
        ]
        if days:
            return When(min(days, key=lambda d: d.start), "before")
    return None


def _is_of_land(scene: Scene, clause: Clause, thing: "Token | None") -> bool:
    words = scene.lexicon.words("land words")
    near = [*clause.tokens, *(thing.subtree if thing is not None else ())]
    return any(token.lower_ in words for token in near)


def _unread(
    scene: Scene, clause: Clause, sides: list["Token"], thing: "Token | None"
) -> tuple[str, ...]:
    """The words of a clause that no side, border or time took up."""
    known = scene.lexicon.words("border modifiers") | scene.lexicon.words("border adverbs")
    known |= scene.lexicon.words("colourless words") | scene.lexicon.words("negations")
    known |= scene.lexicon.words("whole quantifiers") | scene.lexicon.words("member nouns")
    verbs = {t.i for t in (*clause.chain, *auxiliaries(clause.chain))}
    taken = verbs | {side.i for side in sides} | ({thing.i} if thing is not None else set())
    lists = {
        i for t in scene.doc for i in (t.i,) if t.i in scene.name_at and countries_of(scene, t)
    }
    excepting = scene.lexicon.words("exceptive words")
    found = [t.text for t in clause.tokens if t.lower_ in excepting or t.tag_ in _GRADES]
    return (
        *found,
        *(
            token.text
            for token in clause.tokens
            if token.pos_ in _CONTENT
            and token.i not in taken | lists
            and token.i not in scene.period_at
            and not {token.lower_, token.lemma_.lower()} & known
            and not (token.i in scene.name_at and _is_side_part(scene, token, sides))
            and not (token.i in scene.quantity_at and token.head in {*sides, *map(_members, sides)})
        ),
    )


def _is_side_part(scene: Scene, token: "Token", sides: list["Token"]) -> bool:
    """Whether a name only says whose members a side is: "NATO countries", "of the alliance"."""
    name = scene.name_at[token.i]
    return any(token in side.subtree for side in sides) and not any(
        scene.lexicon.is_country(i) for i in name.ids("name")
    )
