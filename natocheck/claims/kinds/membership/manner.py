"""What may restrict how or what a country joined, and no slot took up."""

from typing import TYPE_CHECKING

from natocheck.claims.kinds.membership.bodies import body_of
from natocheck.claims.kinds.membership.verbs import JoiningVerb, verb_at
from natocheck.claims.phrases import Argument, countries_of
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def unread(scene: Scene, verb: JoiningVerb, found: list[Argument]) -> tuple[str, ...]:
    """What may restrict what was joined and how."""
    harmless = scene.lexicon.words("harmless prepositions")
    read = {"subject", "object", "attribute", "adverb", "agent", "as", "into", "to", "aboard"}
    words = [
        f"{a.role} {a.token.text}"
        for a in found
        if a.role not in read
        and a.role not in harmless
        and a.token.i not in scene.period_at
        and a.token.i not in scene.quantity_at
        and body_of(scene, a.token) is None
        and not countries_of(scene, a.token)
    ]
    words += [f"beside {a.token.text}" for a in found if _stands_aside(scene, a)]
    words += [f"{t.lower_} …" for t in verb.token.children if _is_manner(t) or _does_so(t)]
    words += [f"{t.lower_} …" for t in verb.token.children if _is_order(scene, t)]
    return (*words, *(f"as {a.token.text}" for a in found if _is_strange_role(scene, a)))


def _stands_aside(scene: Scene, argument: Argument) -> bool:
    """Whether a country is put beside the verb, of which more is said: "…, Sweden
    following suit a year later"."""
    return argument.role == "adverb" and bool(countries_of(scene, argument.token))


def _is_manner(child: "Token") -> bool:
    """ "Joined NATO in condemning": what was joined is an act."""
    return (
        child.dep_ == "prep"
        and child.lower_ in {"in", "for"}
        and any(t.dep_ == "pcomp" for t in child.children)
    )


def _does_so(child: "Token") -> bool:
    """ "…, Sweden doing so a week later": the same is said of another time."""
    other = any(t.dep_ == "nsubj" for t in child.children)
    return child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_ == "do" and other


def _is_order(scene: Scene, child: "Token") -> bool:
    """ "Before Finland", "after it joined the EU": which of two came first is not read."""
    words = scene.lexicon.words("order words")
    if child.dep_ == "prep" and child.lower_ in words and not _follows_duration(scene, child):
        return any(_joins_too(scene, t) for t in child.children)
    marked = any(t.dep_ == "mark" and t.lower_ in words for t in child.children)
    return child.dep_ == "advcl" and marked and _joins_too(scene, child)


def _joins_too(scene: Scene, token: "Token") -> bool:
    verb = verb_at(scene, token) if token.pos_ == "VERB" else None
    subjects = [t for t in token.children if t.dep_ == "nsubj"]
    echoes = token.lemma_ == "do" and any(countries_of(scene, t) for t in subjects)
    joins = verb is not None and verb.mode == "joined"
    return echoes or joins or bool(countries_of(scene, token))


def _follows_duration(scene: Scene, token: "Token") -> bool:
    found = scene.quantity_at.get(token.i - 1)
    return found is not None and found.quantity.unit in {"day", "week", "month", "year"}


def _is_strange_role(scene: Scene, argument: Argument) -> bool:
    nouns = scene.lexicon.words("member nouns")
    return argument.role == "as" and argument.token.lemma_.lower() not in nouns
