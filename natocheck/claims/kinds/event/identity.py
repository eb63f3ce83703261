"""Whom or what a noun phrase means: names, appositions, pronouns, "this mechanism"."""

from typing import TYPE_CHECKING

from natocheck.claims.phrases import name_of
from natocheck.claims.scene import Scene
from natocheck.claims.verbs import SUBJECTS

if TYPE_CHECKING:
    from natocheck.claims.mentions.names import Name
    from natocheck.language.tokens import Token

_NAMING = {"know", "call", "dub", "name", "style"}
_THINGS = {"document", "clause", "operation", "other"}
_IT = {"it", "its"}
_BESIDE = {"compound", "nmod", "amod", "appos", "poss"}
_DEFINITE = {"the", "this", "that", "its"}


def identities(scene: Scene, name: "Name") -> set[str]:
    """The ids that a name gives: groups also name the organisation they are of."""
    found = set(name.ids("name", "adjective", "demonym", "metonym", "group"))
    groups = scene.lexicon.rulebase.groups
    return found | {o for i in name.ids("group") for o in groups[i].all_of}


def ids_of(scene: Scene, token: "Token") -> set[str]:
    """All ids that a noun phrase may mean; empty if it names nothing known."""
    if not scene.names and not scene.context.things:
        return set()
    found = _named(scene, token) | apposed(scene, token)
    for child in token.children:
        if child.dep_ == "acl" and child.lemma_ in _NAMING:
            found |= {i for inner in child.subtree for i in _named(scene, inner)}
    found = found or _called(scene, token)
    if found:
        return found
    if token.lower_ in _IT:
        return _antecedent(scene, token)
    return _described(scene, token) or _equated(scene, token)


def apposed(scene: Scene, token: "Token") -> set[str]:
    """What an apposition names, or the name it stands to: "KFOR, the force in Kosovo"."""
    beside = [child for child in token.children if child.dep_ == "appos"]
    if token.dep_ == "appos":
        beside.append(token.head)
    first = token.left_edge.i
    if token.dep_ in SUBJECTS and first > 1 and scene.doc[first - 1].text == ",":
        before = scene.doc[first - 2]  # the parser may take the apposition for the subject
        if before.head == token.head and _is_sort_of(scene, before, token):
            beside.append(before)
    return {i for each in beside for i in _named(scene, each)}


def _is_sort_of(scene: Scene, named: "Token", noun: "Token") -> bool:
    """Whether a noun tells what sort of thing a name is of: "force" of KFOR."""
    value = scene.lexicon.values("thing types").get(noun.lemma_.lower(), [])
    types = {value} if isinstance(value, str) else set(value) if isinstance(value, list) else set()
    return any(_is_of_type(scene, i, types) for i in _named(scene, named))


def _called(scene: Scene, token: "Token") -> set[str]:
    """ "The force in Kosovo, known as KFOR": the name of a thing past where it is."""
    value = scene.lexicon.values("thing types").get(token.lemma_.lower(), [])
    types = {value} if isinstance(value, str) else set(value) if isinstance(value, list) else set()
    last = [t for prep in token.children if prep.dep_ == "prep" for t in prep.children]
    naming = [c for t in last for c in t.children if c.dep_ == "acl" and c.lemma_ in _NAMING]
    ids = {i for verb in naming for t in verb.subtree for i in _named(scene, t)}
    return {i for i in ids if _is_of_type(scene, i, types)}


def _equated(scene: Scene, token: "Token") -> set[str]:
    """The other side of "was": "the first to pay was Canada"."""
    if token.dep_ not in {"nsubj", "attr"} or token.head.lemma_ != "be":
        return set()
    if any(t.dep_ == "neg" for t in (*token.head.children, *token.head.subtree)):
        return set()
    others = [c for c in token.head.children if c.dep_ in {"nsubj", "attr"} and c != token]
    return {i for other in others for i in _named(scene, other)}


def _named(scene: Scene, token: "Token") -> set[str]:
    name = name_of(scene, token)
    return identities(scene, name) if name is not None else set()


def _has_own_subject(verb: "Token", pronoun: "Token") -> "Token | None":
    """The verb's subject, if the pronoun is not part of it."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and pronoun not in child.subtree:
            return child
    return None


def _antecedent(scene: Scene, pronoun: "Token") -> set[str]:
    """What "it" and "its" mean: the subject that stands last or next, else the thing
    that the sentence before was about."""
    if pronoun.dep_ == "poss":
        subjects = [_has_own_subject(verb, pronoun) for verb in pronoun.ancestors]
        for subject in subjects:
            if subject is not None:
                return _named(scene, subject)
    if pronoun.dep_ in {"nsubj", "nsubjpass"}:
        governing = [_has_own_subject(verb, pronoun) for verb in pronoun.ancestors]
        named = {i for subject in governing if subject for i in _named(scene, subject)}
        if named:
            return {i for i in named if _is_of_type(scene, i, _THINGS)}
    if any(t.i in scene.name_at for t in scene.doc[: pronoun.i] if t.dep_ in {"nsubj", "poss"}):
        return set(scene.context.things) if pronoun.dep_ in {"dobj", "pobj"} else set()
    return set(scene.context.things) if len(scene.context.things) == 1 else set()


def _described(scene: Scene, token: "Token") -> set[str]:
    """ "The ISAF mission", "this mechanism": by the name beside the noun, else by its type."""
    value = scene.lexicon.values("thing types").get(token.lemma_.lower(), [])
    types = {value} if isinstance(value, str) else set(value) if isinstance(value, list) else set()
    if not types:
        return set()
    beside = [child for child in token.children if child.dep_ in _BESIDE]
    named = {i for child in beside for i in _named(scene, child)}
    fitting = {i for i in named if _is_of_type(scene, i, types)}
    fitting = fitting or _founding(scene, token, types)
    if fitting or named or len(beside) > 0:
        return fitting
    if not any(child.lower_ in _DEFINITE for child in token.children):
        return set()
    known = {i for i in scene.context.things if _is_of_type(scene, i, types)}
    return known if len(known) == 1 else set()


def _founding(scene: Scene, token: "Token", types: set[str]) -> set[str]:
    """ "The treaty that created NATO": what founded the organisation in the relative clause."""
    founding = scene.lexicon.words("founding verbs")
    verbs = [c for c in token.children if c.dep_ == "relcl" and c.lemma_.lower() in founding]
    made = [t for verb in verbs for t in verb.children if t.dep_ == "dobj"]
    bodies = {i for t in made for i in _named(scene, t) if scene.lexicon.is_organisation(i)}
    owners = scene.lexicon.values("organisation of")
    found = {i for i, owner in owners.items() if owner in bodies and _is_of_type(scene, i, types)}
    return found if len(found) == 1 else set()


def _is_of_type(scene: Scene, identity: str, types: set[str]) -> bool:
    actor = scene.lexicon.actor(identity)
    return actor is not None and actor.type in types
