"""Whether a number counts the whole: its noun, its determiners, and what restricts it."""

import re
from typing import TYPE_CHECKING, Literal

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.membership.bodies import Body, body_at, body_of, group_body
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.claims.times import one_time, periods_in
from natocheck.model.claims import When
from natocheck.model.values import Period

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_AND = re.compile(r"\s*,?\s*(?:and|then|or)(?: (?:then|later|now))?(?: to)?\s*")
Wholeness = Literal["whole", "definite", "bare"]


def counted_noun(scene: Scene, found: FoundQuantity) -> "Token":
    """The noun that a number counts; the number itself where it stands alone."""
    root = scene.root_of(found)
    return root.head if root.dep_ in {"nummod", "compound", "amod"} else root


def wholeness(scene: Scene, found: FoundQuantity, noun: "Token") -> Wholeness:
    """How surely the words before a number say that it counts all there are.

    "All 32", "NATO's 32" and "23 of the 32" do; "the 32" may be those spoken of before.
    """
    first = scene.tokens_of(found)[0]
    left = [t.lower_ for t in noun.doc[noun.left_edge.i : first.i]]
    if set(left) & scene.lexicon.words("whole determiners"):
        return "whole"
    if any(c.dep_ == "poss" and c.i < first.i for c in noun.children):
        return "whole"
    if set(left) & scene.lexicon.words("definite determiners"):
        return "whole" if is_partitive(scene, noun) else "definite"
    return "bare"


def is_one_of_several(scene: Scene, found: FoundQuantity) -> bool:
    """ "To 31 and 32", "16 and then 19 members": each was the number at another time."""
    others = [q for q in scene.quantities if q != found and q.quantity.unit == "count"]
    gaps = [(min(q.end, found.end), max(q.start, found.start)) for q in others]
    return any(_AND.fullmatch(scene.text_between(*gap)) for gap in gaps)


def is_partitive(scene: Scene, noun: "Token") -> bool:
    """Whether a part is named before it: "23 of the 32 allies", "most of the 32"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in {"of", "among"}:
        return False
    if prep.head.dep_ == "ROOT" or prep.i < prep.head.i:
        return True
    part = prep.head
    return part.i in scene.quantity_at or part.lower_ in scene.lexicon.words("part words")


def is_restricted(scene: Scene, noun: "Token", found: FoundQuantity) -> bool:
    """Whether words beside the noun pick some of them out."""
    inside = {t.i for t in scene.tokens_of(found)}
    return any(
        child.i not in inside and _restricts(scene, child) for child in noun.children
    ) or any(
        child.i not in inside and child.lower_ in scene.lexicon.words("additions")
        for child in scene.root_of(found).children
    )


def _restricts(scene: Scene, child: "Token") -> bool:
    lexicon = scene.lexicon
    if child.i in scene.name_at and scene.name_at[child.i] == scene.name_at.get(child.head.i):
        shared = scene.lexicon.words("shared member names")
        text = scene.name_at[child.i].text.lower()
        return text not in shared and group_body(scene, child.head) is None
    if child.i in scene.name_at:
        return (
            body_at(scene, child) is None
            and child.dep_ in {"amod", "compound", "nmod"}
            and (not scene.name_at[child.i].ids("group"))
        )
    if child.lower_ in lexicon.words("additions") or child.tag_ == "JJS":
        return True
    if child.dep_ in {"relcl", "acl", "appos", "conj"}:
        return True
    if child.dep_ in {"amod", "compound", "nmod"}:
        known = lexicon.words("harmless modifiers") | lexicon.words("member nouns")
        return child.lower_ not in known and child.lemma_.lower() not in known
    if child.dep_ == "prep":
        things = [t for t in child.children if t.dep_ == "pobj"]
        return not any(
            body_of(scene, t) is not None or t.i in scene.period_at for t in things
        ) or child.lower_ not in {"of", "in", "within", "inside", "at"}
    return False


def time_of_size(
    scene: Scene, clause: Clause, clauses: tuple[Clause, ...]
) -> tuple[When | None, bool]:
    """When there were so many: the clause's time or that of its "when …"; is it clear?"""
    when, clear = one_time(periods_in(scene, clause))
    if when is not None or not clear:
        return when, clear
    for other in clauses:
        if other.parent is clause and _sets_time(other):
            when, clear = one_time(periods_in(scene, other))
            return when, clear and when is not None
    then = scene.lexicon.words("past pointers")
    if any(t.lower_ in then and t.dep_ in {"advmod", "npadvmod"} for t in clause.tokens):
        return None, False
    return None, True


def _sets_time(clause: Clause) -> bool:
    return clause.head.dep_ == "advcl" and any(
        t.lower_ in {"when", "as", "before", "after", "while"} and t.dep_ in {"advmod", "mark"}
        for t in clause.head.children
    )


def other_times(scene: Scene, when: When | None) -> tuple[Period, ...]:
    """The past times that the sentence speaks of beside the claim's own."""
    day = scene.context.date
    return tuple(
        found.period
        for found in scene.periods
        if found.period.start < day and (when is None or found.period != when.period)
    )


def verb_phrase(verb: "Token") -> str:
    """The lemma of a verb with its particle: "make up"."""
    particles = [c.lower_ for c in verb.children if c.dep_ == "prt"]
    return " ".join([verb.lemma_.lower(), *particles])


def subject_body(scene: Scene, verb: "Token") -> Body | None:
    """The organisation that is a verb's subject ("NATO", "the bloc")."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"}:
            relative = child.tag_ == "WDT" and verb.dep_ == "relcl"
            return body_of(scene, verb.head if relative else child)
    return None
