"""Whether words of a sentence are part of what the allies promised.

A number, a year or a place belongs to a pledge if the way up the parse from it meets a
word of promising before it meets someone else's doings: a single country, a person or
another body as the subject of a verb or the owner of a noun.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from natocheck.claims.kinds.pledge.cues import VERBAL, is_pledge_noun, promises
from natocheck.claims.kinds.pledge.parties import SUBJECTS, is_allied, is_anothers, subjects
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

# How a mention is tied: by a verb of promising, by what is said of a pledge, or by a noun.
Link = Literal["verb", "predicate", "noun"]

_INFINITIVE_COMPLEMENTS = {"xcomp", "advcl", "ccomp", "acl"}
_SUBORDINATE = {"advcl", "relcl"}


def link_of(scene: Scene, token: "Token") -> Link | None:
    """How ``token`` is tied to a pledge, or None: it is not, or it is another's pledge."""
    for step in _way_up(token):
        if is_anothers(scene, step):
            return None
        tie = _tie(scene, step)
        if tie is not None:
            return _strongest(scene, step, tie) if is_allied(scene, step) else None
        if _leaves_statement(step):
            return None
    return "verb" if _is_fronted(scene, token) else None


def _strongest(scene: Scene, step: "Token", tie: Link) -> Link | None:
    """A noun that is itself promised or spoken of ("set a goal") ties as its verb does."""
    verb = step.head
    if tie != "noun" or step.dep_ not in {"dobj", "nsubj", "nsubjpass", "attr"}:
        return tie
    if is_anothers(scene, verb):
        return tie if step.dep_.startswith("nsubj") else None
    return _tie(scene, verb) or tie if is_allied(scene, verb) else tie


def _way_up(token: "Token") -> Iterator["Token"]:
    yield token
    yield from token.ancestors


def _tie(scene: Scene, token: "Token") -> Link | None:
    if token.pos_ not in VERBAL:
        if is_pledge_noun(scene, token):
            return "noun"
        return "verb" if any(promises(scene, c) for c in _trailing(token)) else None
    if promises(scene, token) or _is_obligation(scene, token) or rests_on_pledge(scene, token):
        return "verb"
    if _speaks_of_pledge(scene, token):
        return "predicate"
    return "verb" if _equates(scene, token) or _allots(scene, token) else None


def _trailing(token: "Token") -> list["Token"]:
    """Reduced and relative clauses after a noun: "5 percent, promised in June"."""
    return [c for c in token.children if c.dep_ in {"acl", "relcl"} and c.i > token.i]


def _is_obligation(scene: Scene, verb: "Token") -> bool:
    """ "are to devote", "have until 2035 to get there"."""
    infinitives = [
        child
        for child in verb.children
        if child.dep_ in _INFINITIVE_COMPLEMENTS and any(t.lower_ == "to" for t in child.children)
    ]
    if verb.lemma_ == "be":
        return any(child.dep_ == "xcomp" and _follows(verb, child) for child in infinitives)
    limits = any(child.lower_ in {"until", "till"} for child in verb.children)
    return verb.lemma_ == "have" and limits and bool(infinitives)


def rests_on_pledge(scene: Scene, verb: "Token") -> bool:
    """Whether a pledge is said to ask it: "under the deal", "according to the declaration"."""
    for child in verb.children:
        if child.lower_ in {"under", "according"} and child.dep_ == "prep":
            objects = [t for t in child.subtree if t.dep_ == "pobj"]
            if objects and is_pledge_noun(scene, objects[0], weak=True):
                return not is_anothers(scene, objects[0])
        if child.dep_ == "advcl" and child.tag_ == "VBN" and promises(scene, child):
            return any(t.lower_ == "as" for t in child.children)
    return False


def _allots(scene: Scene, verb: "Token") -> bool:
    """ "of the sum promised, 3 percent is meant for roads"."""
    if verb.lemma_.lower() not in scene.lexicon.words("allotting verbs"):
        return False
    return any(
        token != verb and (promises(scene, token) or is_pledge_noun(scene, token))
        for token in verb.doc
        if not is_anothers(scene, token) and is_allied(scene, token)
    )


def _follows(verb: "Token", infinitive: "Token") -> bool:
    """Whether "to" stands right behind the verb: "are to spend", not "are likely to"."""
    marks = [t for t in infinitive.children if t.lower_ == "to"]
    between = verb.doc[verb.i + 1 : marks[0].i]
    return all(t.pos_ in {"ADV", "PART"} or t.dep_ in SUBJECTS for t in between)


def _speaks_of_pledge(scene: Scene, verb: "Token") -> bool:
    documents = scene.lexicon.words("pledge documents")
    return any(
        is_pledge_noun(scene, subject, weak=verb.lemma_ == "be")
        or subject.lemma_.lower() in documents
        for subject in subjects(verb)
        if not _counts(scene, subject)
    )


def _counts(scene: Scene, noun: "Token") -> bool:
    """ "The number of allies that spend …" is no number that they promised."""
    counting = noun.lemma_.lower() in scene.lexicon.words("counting nouns")
    return counting and any(child.lower_ == "of" for child in noun.children)


def _equates(scene: Scene, verb: "Token") -> bool:
    """ "3.5 percent is what allies promised", "it was in Wales that leaders set"."""
    if verb.lemma_ != "be":
        return False
    below = [c for c in verb.children if c.dep_ in {"ccomp", "advcl", "relcl", "acl", "csubj"}]
    return any(
        promises(scene, clause)
        and is_allied(scene, clause)
        and not any(t.dep_ == "mark" and t.lower_ != "that" for t in clause.children)
        for clause in below
    )


def _is_fronted(scene: Scene, token: "Token") -> bool:
    """Whether an "is what allies promised" follows whose subject the parse has lost."""
    verbs = [t for t in token.doc if t.i > token.i and t.lemma_ == "be"]
    if not verbs or any(child.dep_ in SUBJECTS for child in verbs[0].children):
        return False
    return _equates(scene, verbs[0])


def _leaves_statement(token: "Token") -> bool:
    """Whether a clause ends here that only tells when or why: "while 23 spend 2 percent"."""
    if token.pos_ not in VERBAL or token.dep_ not in _SUBORDINATE:
        return False
    return any(child.dep_ in {"mark", "advmod"} and child.i < token.i for child in token.children)
