"""Whether a verb or noun says what an event rule is about, and how surely."""

from typing import TYPE_CHECKING, Literal

from natocheck.claims.kinds.event.cues import verb_phrases
from natocheck.claims.kinds.event.identity import identities, ids_of
from natocheck.claims.kinds.event.statements import Statement
from natocheck.claims.phrases import arguments, name_of, noun_arguments
from natocheck.claims.scene import Scene
from natocheck.claims.verbs import lemma_of
from natocheck.model.facts import Event, Said

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_AT = {"in", "at", "inside", "near", "outside"}
_HOSTING_ROLES = {"nsubj", "nsubjpass"}

Match = Literal["no", "perhaps", "surely"]


def match(scene: Scene, statement: Statement, rule: Event) -> Match:
    """ "surely" if verb, thing and all actors belong together, "perhaps" if an actor is
    only the organisation that the text is about."""
    if not any(_is_said(scene, statement, said, rule) for said in rule.said):
        return "no"
    wanted = [set([each] if isinstance(each, str) else each) for each in rule.actors]
    near = taking_part(scene, statement)
    missing = [each for each in wanted if not each & near]
    if not missing:
        return "surely"
    around = _around(scene, statement)
    return "perhaps" if all(each & around for each in missing) else "no"


def is_kin(scene: Scene, statement: Statement, rule: Event, families: set[str]) -> bool:
    """Whether a rule of one of the families may be meant, whoever takes part."""
    return rule.family in families and any(
        _is_said(scene, statement, said, rule) for said in rule.said
    )


def _is_said(scene: Scene, statement: Statement, said: Said, rule: Event) -> bool:
    listed = said.verbs if statement.is_verb else said.nouns
    cues = [cue for cue in listed if cue in statement.cues]
    if not cues:
        return False
    if not statement.is_verb and is_other_thing(scene, statement.head, rule):
        return False
    things = set(said.things)
    taken: set[int] = set().union(*(statement.cues[cue] for cue in cues))
    acted_on = [t for t in statement.acted_on if t.i not in taken]
    if statement.is_verb and len(acted_on) < len(statement.acted_on) and not acted_on:
        acted_on = list(statement.doers)  # the cue took the object: "take effect"
    acted_on += _governed(scene, statement, cues, taken)
    return not things or any(is_thing(scene, token, things) for token in acted_on)


def _governed(
    scene: Scene, statement: Statement, cues: list[str], taken: set[int]
) -> list["Token"]:
    """What the preposition at the end of a cue governs: "withdraw from", "play host to"."""
    last = {cue.split()[-1] for cue in cues if " " in cue}
    inner = [a for i in sorted(taken) for a in noun_arguments(scene.doc[i])]
    return [a.token for a in (*statement.others, *inner) if a.role in last]


def is_thing(scene: Scene, token: "Token", things: set[str]) -> bool:
    """Whether a noun phrase is one of the rule's things, by id or by its head's words."""
    if ids_of(scene, token) & things:
        return True
    words = {token.lemma_.lower(), token.lower_, lemma_of(token)}
    left = [c for c in token.children if c.i < token.i and c.dep_ in {"compound", "amod", "nmod"}]
    pairs = {f"{c.lower_} {word}" for c in left for word in words}
    hyphened = {
        f"{scene.doc[c.i - 2].lower_}-{c.lower_} {token.lemma_.lower()}"
        for c in left
        if c.i >= 2 and scene.doc[c.i - 1].text == "-"
    }
    return bool((words | pairs | hyphened) & things)


def taking_part(scene: Scene, statement: Statement) -> set[str]:
    """Who is named in the statement's own words or in its arguments."""
    tokens = {t.i for t in statement.tokens}
    inside = [name for name in scene.names if scene.root_of(name).i in tokens]
    found = {i for name in inside for i in _acting(scene, scene.root_of(name), _ids(scene, name))}
    arguments_ = [*statement.acted_on, *statement.doers, *(a.token for a in statement.others)]
    found |= {i for token in arguments_ for i in _acting(scene, token, ids_of(scene, token))}
    found |= {i for token in statement.tokens if token.tag_ == "PRP$" for i in ids_of(scene, token)}
    return found | (_subjects(scene, statement) if not statement.is_verb else set())


def _ids(scene: Scene, name: object) -> set[str]:
    return identities(scene, name)  # type: ignore[arg-type]


def _subjects(scene: Scene, statement: Statement) -> set[str]:
    """Who acts in the clause that the noun stands in: "allies agreed at the summit"."""
    return {
        i
        for a in arguments(statement.clause)
        if a.role == "subject" and a.token != statement.head
        for token in (a.token, *(c for c in a.token.children if c.dep_ in {"compound", "poss"}))
        for i in _acting(scene, token, ids_of(scene, token))
    }


def _acting(scene: Scene, token: "Token", ids: set[str]) -> set[str]:
    """Whom a name means that takes part: a city that tells where stands for no body, though it is
    in its country."""
    name = scene.name_at.get(token.i)
    if name is None or not _is_where(scene, token):
        return ids
    if not any(_is_place(scene, i) for i in name.ids("name")):
        return ids
    return ids - {i for i in name.ids("metonym") if scene.lexicon.is_organisation(i)}


def _is_where(scene: Scene, token: "Token") -> bool:
    """After "in", or as who hosts."""
    if token.dep_ == "pobj":
        return token.head.lower_ in _AT
    verb = token.head
    if token.dep_ not in _HOSTING_ROLES:
        return False
    if verb.lemma_.lower() not in scene.lexicon.phrases_of("hosting verbs"):
        return False
    return any(p in scene.lexicon.words("hosting verbs") for p, _ in verb_phrases(verb))


def _is_place(scene: Scene, identity: str) -> bool:
    actor = scene.lexicon.actor(identity)
    return actor is not None and actor.type == "place"


def _around(scene: Scene, statement: Statement) -> set[str]:
    """The only organisation that the sentence, or else the text before it, is about."""
    bodies = {
        i
        for name in scene.names
        for i in identities(scene, name)
        if scene.lexicon.is_organisation(i)
    } or set(scene.context.organisations)
    in_clause = {t.i for t in statement.clause.tokens}
    named = {
        i for name in scene.names if scene.root_of(name).i in in_clause for i in _ids(scene, name)
    }
    return bodies | named


def is_other_thing(scene: Scene, noun: "Token", rule: Event) -> bool:
    """Whether a modifier makes the noun another one ("the EU summit", "a football summit")."""
    return any(_makes_other(scene, child, rule) for child in _modifiers(scene, noun))


def _modifiers(scene: Scene, noun: "Token") -> list["Token"]:
    return [
        child
        for child in noun.children
        if child.dep_ in {"compound", "amod", "nmod", "poss"}
        and child.tag_ != "PRP$"
        and child.i not in scene.period_at
        and child.i not in scene.quantity_at
    ]


def _makes_other(scene: Scene, child: "Token", rule: Event) -> bool:
    name = name_of(scene, child)
    if name is None:
        own = {word for said in rule.said for word in (*said.things, *said.nouns)}
        known = scene.lexicon.words("event modifiers")
        plain = {child.lower_, child.lemma_.lower()}
        return not plain & (known | own) and not any(word in " ".join(own) for word in plain)
    bodies = {i for i in identities(scene, name) if scene.lexicon.is_organisation(i)}
    wanted = {i for each in rule.actors for i in ([each] if isinstance(each, str) else each)}
    direct = {i for i in name.ids("name") if scene.lexicon.is_organisation(i)}
    return bool(direct) and not bodies & wanted
