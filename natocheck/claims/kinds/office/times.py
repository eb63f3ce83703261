"""When a title or a term of office is said to hold."""

import datetime as dt
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.office.titles import Title
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.scene import Scene
from natocheck.claims.times import is_attributive, one_time, periods_in, when_of
from natocheck.model.claims import When
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_PAST = {"in", "before", "after", "until", "span"}
_POINTS = {"in", "before", "until", "span"}
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_PRESENT = {"VBZ", "VBP"}
_SUPERLATIVE = {"JJS", "RBS"}
_REACH = 3  # words before a title in which it is ranked: "the longest-serving"
_RECENT = dt.timedelta(days=31)


def time_after(scene: Scene, i: int) -> tuple[FoundPeriod | None, int]:
    """The period that follows token ``i`` directly, with its preposition, and its end."""
    end = i
    for found in scene.periods:
        tokens = scene.tokens_of(found)
        between = [t for t in scene.doc if i < t.i < tokens[0].i]
        if tokens[0].i > i and len(between) <= 3 and all(_introduces(scene, t) for t in between):
            return found, tokens[-1].i
    return None, end


def _introduces(scene: Scene, token: "Token") -> bool:
    return token.pos_ in {"ADP", "SCONJ", "DET"} or token.lower_ in scene.lexicon.words(
        "time-fillers"
    )


def title_time(scene: Scene, title: Title) -> tuple[FoundPeriod | None, int]:
    """The period that belongs to the title itself: "top commander since May"."""
    found, end = time_after(scene, title.last)
    if is_ranked(scene, title):
        return None, end
    if found is None or found.relation not in {"since", "until", "span", "in", "for"}:
        return None, title.last
    return found, end


def is_ranked(scene: Scene, title: Title) -> bool:
    """Whether a time beside a title says among whom it is counted: "the first woman chancellor
    since", "the longest-serving prime minister since", "the second since"."""
    ranks = scene.lexicon.words("ranking words")
    before = scene.doc[max(0, title.first - _REACH) : title.last]
    ranked = any(t.tag_ in _SUPERLATIVE or t.lower_ in ranks for t in before)
    return title.number is not None or ranked


def clause_time(scene: Scene, clause: Clause) -> When | None:
    """The time of a clause, for which a title in it may stand.

    "Will meet in May" is of the next May, which no record holds yet.
    """
    when, _ = when_of(scene, clause)
    if when is None or when.relation not in _POINTS:
        return None
    if "future" in clause.stance and when.period.end < scene.context.date:
        return None
    return when


def time_of_circumstance(scene: Scene, clause: Clause) -> tuple[When | None, bool]:
    """The time of "when …" beside a clause: "when they met in 2006, X was the chief"."""
    beside = [c for c in clause.head.children if c.dep_ == "advcl" and _is_when(c)]
    found = tuple(
        p
        for p in scene.periods
        if p.relation == "in"
        and scene.root_of(p).head.head in beside
        and not is_attributive(scene, p)
    )
    return one_time(found)


def _is_when(verb: "Token") -> bool:
    """Whether a clause says at what time: "when", "while"; not "after"."""
    return any(
        c.dep_ in {"advmod", "mark"} and c.lower_ in {"when", "while"} for c in verb.children
    )


def tells_of_the_past(scene: Scene, clause: Clause) -> bool:
    """Whether a clause may tell of a time that it does not name as its own.

    A pluperfect, a past relative clause or participle, words such as "at the time", a
    clause that says when, or without a time of its own a period long past elsewhere.
    """
    if says_any(scene, "words of another time") or _is_background(clause):
        return True
    found = periods_in(scene, clause)
    if any(not _dates_a_noun(scene, each) and each.relation != "for" for each in found):
        return False
    told = _is_told_in_past(scene) and tense(clause) not in _PRESENT  # "has asked" is of now
    past = told and scene.context.past is not None
    return past or _has_past_period(scene) or _lasted(scene, clause)


def _lasted(scene: Scene, clause: Clause) -> bool:
    """Whether something past went on for a time: "worked with him for three years"."""
    return tense(clause) == "VBD" and duration(scene, clause, "for") is not None


def tense(clause: Clause) -> str:
    """The tag of a clause's finite verb: VBZ, VBP, VBD, MD, …"""
    auxiliaries = [c for c in clause.head.children if c.dep_.startswith("aux")]
    return (auxiliaries[0] if auxiliaries else clause.head).tag_


def says_any(scene: Scene, use: str) -> bool:
    """Whether any word or phrase of a use stands in the sentence."""
    said = " ".join(["", *(token.lower_ for token in scene.doc), ""])
    return any(f" {phrase} " in said for phrase in scene.lexicon.words(use))


def _is_told_in_past(scene: Scene) -> bool:
    return any(token.tag_ in {"VBD", "VBN"} for token in scene.doc)


def _is_background(clause: Clause) -> bool:
    head = clause.head
    auxiliaries = {c.lower_ for c in head.children if c.dep_.startswith("aux")}
    if "had" in auxiliaries and head.tag_ == "VBN":
        return True
    if head.dep_ in {"relcl", "acl", "advcl"} and head.tag_ in {"VBD", "VBN"}:
        return "has" not in auxiliaries and "have" not in auxiliaries
    return any(
        child.dep_ == "advcl"
        and child.tag_ == "VBD"
        and any(c.lower_ in {"when", "before", "after", "as", "while"} for c in child.children)
        for child in head.children
    )


def _has_past_period(scene: Scene) -> bool:
    """Whether the sentence names a time long past: "in 2014", "photographs from 2022", or
    by a noun that a past verb governs: "hosted the 2014 summit"."""
    past = scene.context.date - _RECENT
    return any(
        found.period.end < past and (found.relation in _PAST or _dates_a_noun(scene, found))
        for found in scene.periods
        if not _tells_apart(scene, found) or _is_done(scene, found)
    )


def _is_done(scene: Scene, found: FoundPeriod) -> bool:
    noun = scene.root_of(found).head
    return noun.dep_ in {"dobj", "nsubjpass"} and noun.head.tag_ in {"VBD", "VBN"}


def _dates_a_noun(scene: Scene, found: FoundPeriod) -> bool:
    preposition = scene.root_of(found).head
    return preposition.pos_ == "ADP" and preposition.head.pos_ == "NOUN"


def _tells_apart(scene: Scene, found: FoundPeriod) -> bool:
    root = scene.root_of(found)
    return root.dep_ in {"compound", "amod", "nmod", "nummod"} and root.head.pos_ == "NOUN"


def duration(scene: Scene, clause: Clause, *prepositions: str) -> Interval | None:
    """How many days a clause says that something lasted: "after ten years", "for a decade"."""
    own = {token.i for token in clause.tokens}
    for found in scene.quantities:
        root = scene.root_of(found)
        spent = is_spent(scene, clause, root)
        if root.i in own and (spent or root.head.lower_ in prepositions):
            return in_days(found.quantity.unit, found.quantity.interval)
    return None


def is_spent(scene: Scene, clause: Clause, noun: "Token") -> bool:
    """Whether a time was spent in office, not on something in it."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in scene.lexicon.words("spending verbs"):
        return False
    doing = {c.dep_ for t in (verb, noun) for c in t.children} & {"xcomp", "advcl", "acl"}
    return not doing and not any(token.lower_ == "on" for token in clause.tokens)


def in_days(unit: str, interval: Interval) -> Interval | None:
    """A duration of this unit in days, widened by the part of a unit that people drop."""
    if unit not in _DAYS:
        return None
    size = _DAYS[unit]
    return Interval((interval.low - 0.6) * size, (interval.high + 0.6) * size)
