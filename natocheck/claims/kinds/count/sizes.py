"""How many members an organisation has: "NATO's 32 members", "the 27-nation bloc"."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Place, Proposal, claim_at, is_asserted, passed
from natocheck.claims.kinds.count.wholes import (
    counted_noun,
    is_one_of_several,
    is_restricted,
    other_times,
    subject_body,
    time_of_size,
    verb_phrase,
    wholeness,
)
from natocheck.claims.kinds.membership.bodies import (
    Body,
    body_at,
    body_of,
    group_body,
    implied_body,
    is_member_noun,
    owner_of,
)
from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import phrases_in
from natocheck.claims.scene import Scene
from natocheck.claims.topics import organisations_in
from natocheck.claims.verbs import auxiliaries, first_verb
from natocheck.model.claims import GroupSize
from natocheck.rulebase.indexes import indexes_of
from natocheck.rulebase.lookup import latest

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


_RECENTLY = dt.timedelta(days=60)
_DATING = {"country", "person", "place", "document", "clause", "operation"}
# More than this many are no countries.
_COMPARED = re.compile(r"\b(?:as|than) (?:in|at|on|during) $")
_MANY = 1000


def size(
    scene: Scene, found: FoundQuantity, clause: Clause, clauses: tuple[Clause, ...]
) -> Iterator[Proposal]:
    """The claim that a number makes about an organisation's size, if it makes one."""
    read = (
        _compound(scene, found)
        or _strong(scene, found)
        or _counted(scene, found, clause)
        or _alone(scene, found)
    )
    if read is None or is_one_of_several(scene, found) or _is_set_right(scene, found):
        return
    body, place = read
    if not is_asserted(clause) or "future" in clause.stance or clause.negated:
        yield passed("count", clause, "it is not asserted")
        return
    when, clear = time_of_size(scene, clause, clauses)
    if not clear or _is_compared(scene):
        yield passed("count", clause, "it is not clear when")
        return
    statement = GroupSize(
        groups=(body.id,),
        number=found.quantity.interval,
        when=when,
        assumed=body.assumed,
        partial=place == Place(found.start, found.end),
        maybe=other_times(scene, when),
        then=when is None and is_told_of_past(scene, clause),
    )
    doubts = _doubts(scene, found, clause) if when is None else ()
    doubts += _left_out(scene)
    yield claim_at(scene, "count", place, statement, clause, doubts=doubts)


def _is_set_right(scene: Scene, found: FoundQuantity) -> bool:
    """ "Not 30 but 32 members": the first is denied."""
    before = scene.doc.text[: found.start].lower().split()[-1:]
    after = {t.lower_ for t in scene.doc if t.idx >= found.end}
    return before == ["not"] and "but" in after


def _is_compared(scene: Scene) -> bool:
    """ "Has 32, twice as many as in 1982": the time is that of another number."""
    return any(_COMPARED.search(scene.doc.text[: period.start]) for period in scene.periods)


def _left_out(scene: Scene) -> tuple[str, ...]:
    """Words that take members away before they are counted: "without the United States"."""
    found = phrases_in(scene, "leaving out", "setting beside")
    return tuple(scene.doc[a:b].text.lower() for a, b in found if _is_named_at(scene, b))


def _is_named_at(scene: Scene, i: int) -> bool:
    """Whether a name begins at a token, or behind the "the" there."""
    the = i < len(scene.doc) and scene.doc[i].lower_ == "the"
    return i in scene.name_at or (the and i + 1 in scene.name_at)


def is_told_of_past(scene: Scene, clause: Clause) -> bool:
    """ "The 31 allies welcomed Sweden", "was the last of 31 to approve Finland": as many as
    there were then. News of the day names nobody and nothing that may be of some other time."""
    if clause.speaker is not None or not clause.chain:
        return False
    past = first_verb(clause.chain).tag_ == "VBD"
    return past and any(_tells_of_another(scene, name) for name in scene.names)


def _tells_of_another(scene: Scene, name: Name) -> bool:
    """Whether a name is of a party, place or thing beside the organisation itself."""
    actors = [scene.lexicon.actor(each) for each in name.ids("name")]
    bodies = [i for i in name.ids("name", "metonym") if scene.lexicon.is_organisation(i)]
    if bodies or not any(a is not None and a.type in _DATING for a in actors):
        return False
    index, day = indexes_of(scene.lexicon.rulebase).happened, scene.context.date
    rows = [row for key in (name.text, *name.ids("name")) for row in index.get(key, ())]
    days = [latest(row.until or row.date) for row in rows]
    return not any(day - _RECENTLY <= each <= day for each in days)


def _doubts(scene: Scene, found: FoundQuantity, clause: Clause) -> tuple[str, ...]:
    """What keeps "has 32 members" from telling of today: "had 16 members", told by nobody who
    may have shifted the tense; or from telling a number: "barely has"."""
    noun = counted_noun(scene, found)
    verb = noun.head
    if verb != clause.head or noun.dep_ not in {"dobj", "attr"}:
        return ()
    soft = scene.lexicon.words("softening adverbs")
    words = tuple(t.text for t in verb.children if t.lower_ in soft)
    verbs = {t.tag_ for t in (verb, *auxiliaries((verb,)))}
    return (*words, verb.text) if "VBD" in verbs and clause.speaker is None else words


def _compound(scene: Scene, found: FoundQuantity) -> tuple[Body, Place] | None:
    """ "The 32-member alliance", "the 27-strong bloc"."""
    words = "|".join(sorted(scene.lexicon.words("size compounds")))
    match = re.match(rf"[-‑–](?:{words})\b", scene.doc.text[found.end :])
    if match is None:
        return None
    end = found.end + match.end()
    for token in scene.doc:
        if token.idx >= end and token.pos_ in {"NOUN", "PROPN"}:
            body = None if _modifies(scene, token) else body_of(scene, token)
            following = token.nbor(1) if token.i + 1 < len(scene.doc) else token
            named = body_at(scene, following)
            if body is None or (following.dep_ == "compound" and named is None):
                return None
            return body, Place(found.start, token.idx + len(token))
    return None


def _modifies(scene: Scene, token: "Token") -> bool:
    """Whether a name only tells of which kind another noun is: "the NATO delegation"."""
    side = token.dep_ in {"compound", "nmod", "amod"} and token.head.i > token.i
    return side and body_of(scene, token.head) is None


def _strong(scene: Scene, found: FoundQuantity) -> tuple[Body, Place] | None:
    """ "The alliance, now 32 strong, …", "NATO is 32 strong"."""
    match = re.match(r"[-‑– ]strong\b", scene.doc.text[found.end :])
    known = scene.lexicon.words("words of today")
    before = [t for t in scene.doc if t.idx + len(t) <= found.start]
    while before and before[-1].lower_ in known:
        before.pop()
    if match is None or len(before) < 2 or found.quantity.value > _MANY:
        return None
    place = Place(found.start, found.end + match.end())
    following = next((t for t in scene.doc if t.idx >= place.end), None)
    if following is not None and not following.is_punct:
        return None
    link = before[-1]
    if link.text == ",":
        body = body_of(scene, before[-2])
        return (body, place) if body is not None and before[-2].dep_.startswith("nsubj") else None
    body = subject_body(scene, link) if link.lemma_ == "be" and link.tag_ != "VBD" else None
    return (body, place) if body is not None else None


def _counted(scene: Scene, found: FoundQuantity, clause: Clause) -> tuple[Body, Place] | None:
    """ "All 32 allies", "NATO has 32 members", "an alliance of 32 countries"."""
    noun = counted_noun(scene, found)
    if noun == scene.root_of(found):
        return None
    if is_restricted(scene, noun, found) and not _is_all_of_it(scene, noun):
        return None
    predicated = _predicated(scene, noun)
    if predicated is None and _is_had_by_another(scene, noun):
        return None
    said = wholeness(scene, found, noun)
    if predicated is not None and said == "bare":
        body: Body | None = predicated
    elif said == "bare" or not _is_membership_noun(scene, noun):
        return None
    else:
        body = _body(scene, noun)
        if body is not None and body.assumed and _is_anybodys(noun):
            return None
        if body is not None and said == "definite":
            body = Body(body.id, assumed=True)
    last = max(noun, scene.tokens_of(found)[-1], key=lambda t: t.i)
    return (body, Place(found.start, last.idx + len(last))) if body is not None else None


def _is_had_by_another(scene: Scene, noun: "Token") -> bool:
    """ "The club next door has 12 members": what is no organisation of ours has them."""
    verb = noun.head
    has = verb.lemma_.lower() in scene.lexicon.words("having verbs") and noun.dep_ == "dobj"
    return has and any(child.dep_ == "nsubj" for child in verb.children)


def _is_all_of_it(scene: Scene, noun: "Token") -> bool:
    """ "NATO is an alliance of 32 countries on two continents": what follows describes all
    of them."""
    container = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    is_what = container.dep_ == "attr" and container.head.lemma_ == "be"
    clubs = scene.lexicon.words("club nouns")
    before = {c.lower_ for c in noun.lefts} & scene.lexicon.words("additions")
    named = is_what and subject_body(scene, container.head) is not None
    return named and container.lemma_.lower() in clubs and not before


def _is_anybodys(noun: "Token") -> bool:
    """ "Its 30 members" after no word of an organisation: whoever was spoken of before."""
    return any(t.tag_ == "PRP$" for t in noun.lefts)


def _is_membership_noun(scene: Scene, noun: "Token") -> bool:
    nouns = scene.lexicon.words("member nouns")
    return noun.lemma_.lower() in nouns or group_body(scene, noun) is not None


def _body(scene: Scene, noun: "Token") -> Body | None:
    """Whose members the noun is for."""
    name = scene.name_at.get(noun.i)
    shared = scene.lexicon.words("shared member names")
    is_shared = name is not None and name.text.lower() in shared
    group = group_body(scene, noun)
    if group is not None and not is_shared:
        return Body(group)
    if is_member_noun(scene, noun) or is_shared:
        return owner_of(scene, noun)
    owned = [i for t in noun.subtree if (i := body_at(scene, t)) is not None]
    return Body(owned[0]) if len(set(owned)) == 1 else None


def _predicated(scene: Scene, noun: "Token") -> Body | None:
    """The organisation that is said to have, be or unite so many."""
    lexicon = scene.lexicon
    if not _is_membership_noun(scene, noun):
        return None
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        governor = noun.head.head
        if governor.dep_ == "prt":
            governor = governor.head  # "made up of", parsed as "up of"
        if verb_phrase(governor) in lexicon.words("having verbs"):
            return subject_body(scene, governor)
        container = body_of(scene, governor)
        return container if governor.pos_ in {"NOUN", "PROPN"} else None
    if noun.dep_ == "pobj" and noun.head.lower_ == "to":
        grown = noun.head.head
        return owner_of(scene, grown) if grown.lemma_ in lexicon.words("growth nouns") else None
    verb = noun.head
    if noun.dep_ not in {"dobj", "attr"} or verb.lemma_.lower() not in lexicon.words(
        "having verbs"
    ):
        return None
    subjects = [t for t in verb.children if t.dep_ in {"nsubj", "expl"}]
    if any(t.lower_ == "we" for t in subjects) and is_member_noun(scene, noun):
        return _body(scene, noun)
    if any(t.lower_ == "there" for t in subjects):
        named = [i for t in noun.subtree if (i := body_at(scene, t)) is not None]
        named += [i] if (i := group_body(scene, noun)) is not None else []
        return Body(named[0]) if len(set(named)) == 1 else None
    if verb.lemma_ == "be":
        return None
    if any(t.lower_ == "it" for t in subjects) and is_member_noun(scene, noun):
        # Only of what the sentence names: what "it" means of those before it was put in already.
        implied = implied_body(scene) if organisations_in(scene.names, lexicon) else None
        return Body(implied.id, assumed=True) if implied else None
    return subject_body(scene, verb)


def _alone(scene: Scene, found: FoundQuantity) -> tuple[Body, Place] | None:
    """ "Leaders of the 32", "a club of ten", "the number of allies is 32"."""
    root = scene.root_of(found)
    if counted_noun(scene, found) != root:
        return None
    place = Place(found.start, found.end)
    if root.dep_ == "attr" and root.head.lemma_ == "be":
        body = _number_of(scene, [t for t in root.head.children if t.dep_ == "nsubj"])
        return (body, place) if body is not None else None
    if root.dep_ == "pobj" and root.head.lower_ == "at":
        verb = root.head.head
        body = _number_of(scene, [t for t in verb.children if t.dep_ == "nsubj"])
        return (body, place) if body is not None else None
    determiners = {t.lower_ for t in root.lefts}
    if root.dep_ == "pobj" and determiners & {"the", "all"} and not list(root.rights):
        body = implied_body(scene)
        return (Body(body.id, assumed=True), place) if body is not None else None
    return None


def _number_of(scene: Scene, subjects: "list[Token]") -> Body | None:
    """The organisation in "the number of NATO members" and "NATO's membership"."""
    lexicon = scene.lexicon
    for subject in subjects:
        lemma = subject.lemma_.lower()
        if lemma in lexicon.words("membership words") and lemma.endswith("ship"):
            return owner_of(scene, subject)
        if lemma in {"number", "total"}:
            for prep in (c for c in subject.children if c.lower_ == "of"):
                for thing in prep.children:
                    if _is_membership_noun(scene, thing):
                        return _body(scene, thing)
    return None


number_of = _number_of
