"""Which time a state is of: "was a member during the Cold War", "when Russia invaded".

A state that is told without a date is judged on the day of the article. That is wrong of a
past that something else in the sentence tells: an era, an occasion, a clause with "when".
"""

from typing import TYPE_CHECKING

from natocheck.claims.scene import Scene
from natocheck.claims.verbs import first_verb
from natocheck.model.claims import (
    Belongs,
    Claim,
    Counted,
    GroupSize,
    Holds,
    Related,
)

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_VERBAL = {"VERB", "AUX"}
_CLAUSES = {"advcl"}
_RECENT = 60  # days
_THINGS = {"document", "clause", "operation"}


def anchored(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """What tells the time of a past state that has no date of its own."""
    del claims
    verb = verb_of(scene, claim)
    if verb is None or not _is_undated_state(claim, verb) or not _is_past(verb):
        return ()
    if isinstance(claim.statement, GroupSize) and claim.statement.maybe:
        return ()
    return tuple(dict.fromkeys(_anchors(scene, verb)))


def past_size(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Brought the number to 31", "grew to 16 members": some time ago."""
    del claims
    verb = verb_of(scene, claim)
    if not isinstance(claim.statement, GroupSize) or verb is None or scene.periods:
        return ()
    grows = verb.lemma_ in scene.lexicon.words("growth verbs")
    return (verb.text,) if grows and _is_past(verb) and not _is_told(verb) else ()


def past_title(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "President Biden attended the Vilnius summit": the title that he had then."""
    del claims
    statement = claim.statement
    verb = verb_of(scene, claim)
    if not isinstance(statement, Holds) or statement.mode != "holds" or statement.when:
        return ()
    if verb is None or not _is_past(verb) or verb.lemma_ == "be" or _has_recent_time(scene):
        return ()
    end = claim.end - scene.sentence.start
    outside = [t for t in verb.subtree if not claim.start - scene.sentence.start <= t.idx < end]
    happenings = scene.lexicon.words("nouns for happenings")
    happenings |= scene.lexicon.values("membership nouns").keys()
    things = (t.text for t in outside if _is_past_thing(scene, t, happenings))
    return (*things, *_anchors(scene, verb))


def _is_past_thing(scene: Scene, token: "Token", happenings: frozenset[str]) -> bool:
    """A document or operation, or a happening that is named: "the Vilnius summit"."""
    name = scene.name_at.get(token.i)
    actors = [scene.lexicon.actor(i) for i in name.ids("name")] if name is not None else []
    if any(actor is not None and actor.type in _THINGS for actor in actors):
        return True
    told = [c for c in token.children if c.i in scene.name_at or c.i in scene.quantity_at]
    return token.lemma_.lower() in happenings and bool(told)


def _has_recent_time(scene: Scene) -> bool:
    day = scene.context.date
    return any(abs((day - p.period.end).days) <= _RECENT for p in scene.periods)


def _is_undated_state(claim: Claim, verb: "Token") -> bool:
    statement = claim.statement
    if isinstance(statement, Belongs):
        return statement.mode == "is" and statement.when is None
    if isinstance(statement, Holds):
        return statement.mode == "holds" and statement.when is None and verb.lemma_ == "be"
    if isinstance(statement, GroupSize):
        return statement.when is None and not statement.joined
    if isinstance(statement, Related):
        return statement.when is None and verb.lemma_ == "be"
    return isinstance(statement, Counted) and statement.when is None


def verb_of(scene: Scene, claim: Claim) -> "Token | None":
    """The verb that says when a claim holds: its own, or the one above its noun phrase."""
    first, last = (offset - scene.sentence.start for offset in (claim.start, claim.end))
    inside = [t for t in scene.doc if first <= t.idx < last]
    root = next((t for t in inside if t.head not in inside or t.head == t), None)
    if root is None:
        return None
    return next((t for t in (root, *root.ancestors) if t.pos_ in _VERBAL), None)


def _is_past(verb: "Token") -> bool:
    first = first_verb((verb,))
    shared = verb.dep_ == "conj" and first == verb and verb.tag_ == "VBN"
    return first.tag_ == "VBD" or (shared and _is_past(verb.head))


def _is_told(verb: "Token") -> bool:
    """After "said" the past stands for the present."""
    return verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"


def _anchors(scene: Scene, verb: "Token") -> "list[str]":
    above = [verb.head] if verb.dep_ == "conj" else []
    children = [*verb.children, *(c for each in above for c in each.children if c.i < verb.i)]
    return [found for child in children if (found := _anchor(scene, child))]


def _anchor(scene: Scene, child: "Token") -> str:
    lexicon = scene.lexicon
    if child.dep_ in _CLAUSES:
        marks = [c for c in child.children if c.lower_ in lexicon.words("anchoring conjunctions")]
        return marks[0].text + " …" if marks else ""
    if child.lower_ in lexicon.words("anchoring adverbs"):
        return child.text
    if child.dep_ == "prep" and child.lower_ in lexicon.words("anchoring prepositions"):
        return _occasion(scene, child)
    return ""


def _occasion(scene: Scene, prep: "Token") -> str:
    """ "During the war", "at its foundation", "under Tony Blair": an occasion or an era."""
    for noun in prep.children:
        if noun.dep_ not in {"pobj", "pcomp"} or noun.i in scene.period_at:
            continue
        whole = prep.lower_ in scene.lexicon.words("wholly anchoring prepositions")
        person = noun.i in scene.name_at and any(
            map(scene.lexicon.is_person, scene.name_at[noun.i].ids("name"))
        )
        counted = noun.i in scene.quantity_at  # "for two days of talks" is no era
        era = set() if counted else {t.lemma_.lower() for t in (noun, *noun.children)}
        if whole or (prep.lower_ == "under" and person) or era & scene.lexicon.words("eras"):
            return f"{prep.text} {noun.text}"
    return ""
