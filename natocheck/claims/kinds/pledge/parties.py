"""Who promises: the allies together, or a country, a person or a body of its own."""

from typing import TYPE_CHECKING

from natocheck.claims.kinds.pledge.cues import VERBAL, is_pledge_noun
from natocheck.claims.mentions.names import Name, fold
from natocheck.claims.phrases import coordinated
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
# More than this many are no countries.
_MANY = 1000


def subjects(verb: "Token") -> list["Token"]:
    """The subjects of a verb, its own or those of the verb that it is joined to."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        own.append(verb.head)
    if own or verb.dep_ not in {"conj", "xcomp"}:
        return [each for child in own for each in [child, *_joined(child)]]
    return subjects(verb.head)


def _joined(subject: "Token") -> list["Token"]:
    """What "and" joins to a subject; not what "but" takes from it."""
    excepted = any(child.lower_ in {"but", "except", "bar"} for child in subject.children)
    return [] if excepted else coordinated(subject)


def is_anothers(scene: Scene, token: "Token") -> bool:
    """Whether a country, a person or another body does this or owns this."""
    if token.pos_ in VERBAL:
        agents = [t for c in token.children if c.dep_ == "agent" for t in c.children]
        return any(_is_other(scene, t) for t in [*subjects(token), *agents])
    return any(
        _is_other(scene, child)
        for child in token.children
        if child.dep_ in {"poss", "compound", "amod", "nmod"}
    )


def _is_other(scene: Scene, token: "Token") -> bool:
    name = scene.name_at.get(token.i)
    if name is None:
        return any(_is_other(scene, child) for child in _describing(token))
    return is_other_body(scene, name)


def _describing(token: "Token") -> list["Token"]:
    return [c for c in token.children if c.dep_ in {"poss", "compound", "amod", "nmod"}]


def is_other_body(scene: Scene, name: Name) -> bool:
    """Whether a name is a country's, a person's or another organisation's, not a place."""
    if _is_pledge_place(scene, name):
        return False
    bodies = pledging_bodies(scene)
    ids = name.ids("name", "demonym", "metonym", "adjective")
    if any(i in bodies for i in ids):
        return False
    groups = scene.lexicon.rulebase.groups
    grouped = name.ids("group")
    if any(set(groups[i].all_of) & bodies for i in grouped):
        return False
    lexicon = scene.lexicon
    return bool(grouped) or any(
        lexicon.is_country(i) or lexicon.is_person(i) or lexicon.is_organisation(i) for i in ids
    )


def _is_pledge_place(scene: Scene, name: Name) -> bool:
    """ "the Wales target": a place names the pledge; "Spain's" and "Berlin's" have owners."""
    lexicon = scene.lexicon
    if any(lexicon.is_country(i) for i in name.ids("metonym")):
        rules = lexicon.rulebase.pledges.values()
        return fold(name.text).lower() in {fold(p).lower() for r in rules for p in r.places}
    actors = lexicon.rulebase.actors
    return any(actors[i].type == "place" for i in name.ids("name") if i in actors)


def meets_elsewhere(scene: Scene) -> bool:
    """Whether the occasion is another body's: "the G20's summit", "a meeting of the OSCE"."""
    occasions = scene.lexicon.words("pledge occasions")
    met = [t for t in scene.doc if t.pos_ == "NOUN" and t.lemma_.lower() in occasions]
    owners = [owner for noun in met for owner in _owners(noun)]
    return any(_is_other(scene, owner) and not _is_city(scene, owner) for owner in owners)


def _is_city(scene: Scene, token: "Token") -> bool:
    """ "The Warsaw summit": of a city's name, where it was, not whose government met."""
    name = scene.name_at.get(token.i)
    actors = scene.lexicon.rulebase.actors
    return name is not None and any(actors[i].type == "place" for i in name.ids("name"))


def _owners(noun: "Token") -> list["Token"]:
    of = [t for c in noun.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    return [*_describing(noun), *of]


def pledging_bodies(scene: Scene) -> set[str]:
    """The organisations whose pledges the rule base knows."""
    return set(scene.lexicon.index.pledging)


def is_allied(scene: Scene, token: "Token") -> bool:
    """Whether those who promise, where the sentence tells, can be the allies together."""
    if token.pos_ not in VERBAL:
        return True
    return all(_is_party(scene, subject) for subject in subjects(token))


def _is_party(scene: Scene, subject: "Token") -> bool:
    name = scene.name_at.get(subject.i)
    own = scene.quantity_at.get(subject.i)
    if own is not None and own.quantity.unit == "percent":
        return True  # "three and a half per cent": a share of money, not half of them
    if subject.lemma_ == "point" and any(c.i in scene.quantity_at for c in subject.children):
        return True
    if _is_partial(scene, subject):
        return False
    if name is not None:
        return not is_other_body(scene, name)
    if subject.tag_ in {"PRP", "WP", "WDT", "EX", "DT"}:
        return subject.lower_ not in {"he", "she", "i", "you"}
    if subject.i in scene.quantity_at or is_pledge_noun(scene, subject, weak=True):
        return True
    if subject.lemma_.lower() in scene.lexicon.words("pledge occasions"):
        return True
    if subject.lemma_.lower() not in scene.lexicon.words("pledging parties"):
        return any(child.dep_ in {"nsubjpass", "csubj"} for child in subject.head.children)
    return subject.tag_ in {"NNS", "NNPS"} or any(
        child.lower_ in {"each", "every", "all", "no", "any"} for child in subject.children
    )


def _is_counted(scene: Scene, subject: "Token") -> bool:
    """ "The number of allies that …", "the share of members spending …"."""
    nouns = scene.lexicon.words("counting nouns") | scene.lexicon.words("share nouns")
    counted = subject.dep_ == "pobj" and subject.head.lower_ == "of"
    return counted and subject.head.head.lemma_.lower() in nouns


def _is_partial(scene: Scene, subject: "Token") -> bool:
    """Whether only some of them do it: "eleven allies", "23 of the 32", "most members"."""
    own = scene.quantity_at.get(subject.i)
    if own is not None and own.quantity.unit == "count" and own.quantity.value < _MANY:
        return True
    if _is_counted(scene, subject):
        return True
    words = {t.lower_ for t in subject.doc[subject.left_edge.i : subject.i + 1]}
    if words & scene.lexicon.words("partial determiners"):
        return True
    counted = any(child.dep_ == "nummod" for child in subject.children)
    whole = words & {"the", "all", "its", "these", "those"} or any(
        child.dep_ == "poss" for child in subject.children
    )
    return counted and subject.i not in scene.quantity_at and not whole
