"""What stands in a statement and no slot took up: words that may restrict the claim."""

from typing import TYPE_CHECKING

from natocheck.claims.kinds.event.identity import apposed, identities, ids_of
from natocheck.claims.kinds.event.matching import is_thing
from natocheck.claims.kinds.event.slots import is_figure, is_restricting, noun_words, quantities
from natocheck.claims.kinds.event.statements import Statement
from natocheck.claims.kinds.event.timing import is_of_other_noun
from natocheck.claims.kinds.event.whereabouts import is_country_of_place, is_move
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import arguments, coordinated, name_of
from natocheck.claims.scene import Scene
from natocheck.claims.topics import things_in
from natocheck.model.claims import Happened
from natocheck.model.facts import Event
from natocheck.rulebase.lookup import periods

if TYPE_CHECKING:
    from natocheck.claims.mentions.names import Name
    from natocheck.language.tokens import Token
    from natocheck.model.values import Period

_TIME_PREPOSITIONS = {"after", "before", "since", "during", "following", "despite", "amid"}
_AGES = {"today", "tomorrow", "yesterday"}  # "the leaders of tomorrow" are others
_PARTIES = {"country", "organisation", "person", "document", "clause", "operation", "other"}
_BESIDE = {"nsubj", "nsubjpass", "compound", "poss"}


def unread(
    scene: Scene, statement: Statement, rules: list[Event], happened: Happened
) -> tuple[str, ...]:
    """The restricting words of a statement, as the evidence names them."""
    known = _words(rules)
    found = [
        f"{a.role} {a.token.text}"
        for a in statement.others
        if statement.is_verb
        and is_restricting(scene, a)
        and not coordinated(a.token)
        and a.token.i not in scene.quantity_at
        and not {a.token.lemma_.lower(), a.token.lower_} & known
    ]
    found += [m.text for t in statement.acted_on for m in _modifiers(scene, t, known)]
    found += _other_owners(scene, statement, rules, known)
    found += _other_wholes(scene, statement, rules, known)
    found += _other_objects(scene, statement, rules, known)
    found += _strangers(scene, statement, rules, happened)
    found += _open_ends(scene, statement)
    found += _parts(scene, statement)
    found += _numbers(scene, statement, rules, happened)
    return tuple(dict.fromkeys(found))


def _other_owners(
    scene: Scene, statement: Statement, rules: list[Event], known: set[str]
) -> list[str]:
    """What a named thing is part of, if that is nothing of the rule's: "of the convention"."""
    harmless = known | scene.lexicon.words("treaty nouns")
    inner = [
        part
        for thing in statement.acted_on
        if thing.i in scene.name_at
        for prep in thing.children
        if prep.lower_ == "of"
        for part in prep.children
        if part.dep_ == "pobj"
    ]
    own = _own(scene, rules)
    return [
        f"of {part.text}"
        for part in inner
        if not ids_of(scene, part) & own and part.lemma_.lower() not in harmless
    ]


def _other_wholes(
    scene: Scene, statement: Statement, rules: list[Event], known: set[str]
) -> list[str]:
    """Of what else the thing is, where it is named by a noun: "the command of the Sahel force",
    "the leaders of NATO's air forces"."""
    if not statement.is_verb:
        return []
    nouns = {noun for rule in rules for said in rule.said for noun in said.nouns}
    plain = known | scene.lexicon.words("treaty nouns") | scene.lexicon.words("party nouns")
    plain |= scene.lexicon.words("light nouns") | scene.lexicon.words("harmless nouns")
    governed = [a.token for a in statement.others if a.token.pos_ == "NOUN"]
    things = (*statement.acted_on, *(t for t in governed if t.lemma_.lower() in known))
    parts = [
        part
        for thing in things
        if thing.i not in scene.name_at and thing.lemma_.lower() not in nouns
        for prep in thing.children
        if prep.lower_ == "of"
        for part in prep.children
        if part.dep_ == "pobj" and part.pos_ == "NOUN"
        if part.i not in scene.period_at or part.lower_ in _AGES
    ]
    return [
        f"of {part.text}"
        for part in parts
        if name_of(scene, part) is None
        and part.i not in scene.quantity_at
        and (is_move(rules) or not any(child.tag_ == "PRP$" for child in part.children))
        and not {part.lemma_.lower(), part.lower_} & plain
    ]


def _other_objects(
    scene: Scene, statement: Statement, rules: list[Event], known: set[str]
) -> list[str]:
    """What it was done to, where the rules' thing only follows a preposition: "took its fleet
    out of the command"."""
    things = {thing for rule in rules for said in rule.said for thing in said.things}
    found = [a.token for a in arguments(statement.clause) if a.role == "object"]
    objects = [t for t in found if t.pos_ == "NOUN" and name_of(scene, t) is None]
    if not statement.is_verb or any(is_thing(scene, t, things) for t in statement.acted_on):
        return []
    listed = {cue for rule in rules for said in rule.said for cue in said.verbs}
    crossing = [cue for cue in statement.cues.keys() & listed if " " in cue]
    plain = known | scene.lexicon.words("light nouns") | scene.lexicon.words("party nouns")
    taken = {i for cue in crossing for i in statement.cues[cue]}
    return [
        t.text
        for t in objects
        if crossing
        and not {c.i for c in t.subtree} & scene.quantity_at.keys()
        and t.i not in taken
        and t.lemma_.lower() not in plain
    ]


def _words(rules: list[Event]) -> set[str]:
    """Every word that the rules themselves use: none of them restricts."""
    texts = [rule.statement for rule in rules]
    texts += [row.note for rule in rules for row in rule.rows]
    texts += [t for rule in rules for said in rule.said for t in (*said.things, *said.nouns)]
    texts += [t for rule in rules for said in rule.said for t in said.verbs]
    plain = " ".join(texts).lower()
    for mark in ".,;:()'’-":
        plain = plain.replace(mark, " ")
    return set(plain.split())


def _modifiers(scene: Scene, thing: "Token", known: set[str]) -> list["Token"]:
    """Adjectives and nouns before a common noun that the rule does not use of it."""
    if thing.i in scene.name_at or apposed(scene, thing):
        return []
    harmless = scene.lexicon.words("event modifiers") | known
    return [
        child
        for child in thing.children
        if child.dep_ in {"compound", "amod", "nmod"}
        and child.i not in scene.name_at
        and child.i not in scene.period_at
        and child.i not in scene.quantity_at
        and child.is_alpha
        and not {child.lower_, child.lemma_.lower()} & harmless
    ]


def _strangers(
    scene: Scene, statement: Statement, rules: list[Event], happened: Happened
) -> list[str]:
    """Named parties that the rules do not speak of and no slot took up."""
    taken = {*happened.actors, *happened.targets, *happened.places, *happened.origins}
    taken |= _own(scene, rules)
    tokens = {t.i for t in statement.tokens}
    things = things_in(scene.names, scene.lexicon)
    found = []
    for name in scene.names:
        if scene.root_of(name).i not in tokens or not name.ids("name", "demonym", "adjective"):
            continue
        ids = identities(scene, name)
        types = {scene.lexicon.actor(i).type for i in ids if scene.lexicon.actor(i)}  # type: ignore[union-attr]
        joined = scene.root_of(name).dep_ == "conj" and set(name.ids("name")) & things
        if (
            joined
            or _is_background(scene.root_of(name))
            or _is_ruler(scene, name)
            or is_country_of_place(scene, scene.root_of(name))
            or _is_at_place(scene, name.start, statement)
        ):
            continue
        located = "place" in types and scene.root_of(name).head.lower_ in {"in", "at"}
        if (types & _PARTIES or located) and not ids & taken:
            found.append(name.text)
    return found


def _is_background(root: "Token") -> bool:
    """Whether the name belongs to what came before or after: "after the war in Iraq"."""
    above = [root, *root.ancestors]
    return any(t.dep_ == "prep" and t.lower_ in _TIME_PREPOSITIONS for t in above)


def rulers(scene: Scene, statement: Statement, rules: list[Event]) -> tuple[str, ...]:
    """Under whom it was, where the rules do not tell: "came in 1999, under Chirac".

    Whoever ruled, a wrong date stays wrong; only to be right is more than was read.
    """
    tokens, known = {t.i for t in statement.tokens}, _own(scene, rules)
    return tuple(
        f"under {name.text}"
        for name in scene.names
        if scene.root_of(name).i in tokens
        and _is_ruler(scene, name)
        and not identities(scene, name) & known
    )


def _is_ruler(scene: Scene, name: "Name") -> bool:
    person = any(scene.lexicon.is_person(i) for i in name.ids("name"))
    return person and scene.root_of(name).head.lower_ == "under"


def _is_at_place(scene: Scene, start: int, statement: Statement) -> bool:
    """Whether the name that begins at ``start`` tells where: the place slot judges that."""
    at = [a.token.i for a in statement.others if a.role in {"in", "at", "inside", "near"}]
    return any(i in scene.name_at and scene.name_at[i].start == start for i in at)


def _own(scene: Scene, rules: list[Event]) -> set[str]:
    """Everyone whom the rules name, be it in their statements."""
    found: set[str] = set()
    for rule in rules:
        for each in rule.actors:
            found |= {each} if isinstance(each, str) else set(each)
        for row in rule.rows:
            found |= {*row.actors, *row.targets}
        found |= {thing for said in rule.said for thing in said.things}
        found |= _told(scene, rule)
    if is_move(rules):  # what is neither from where nor to where was not read
        found = {i for i in found if _type(scene, i) not in {"place", "country"}}
    return found | _related(scene, found)


def _told(scene: Scene, rule: Event) -> frozenset[str]:
    """Everyone whom the sentences of a rule name; worked out once a rule."""
    known = scene.lexicon.told_by
    if rule.id not in known:
        texts = [rule.statement, *(row.note for row in rule.rows)]
        texts += [place for row in rule.rows for place in row.places]
        names = (name for text in texts for name in scene.lexicon.names.find(text))
        known[rule.id] = frozenset(i for name in names for i in identities(scene, name))
    return known[rule.id]


def _related(scene: Scene, found: set[str]) -> set[str]:
    """The organisation of a treaty or operation that a rule names, and groups of it."""
    lexicon = scene.lexicon
    organisation = {**lexicon.values("organisation of"), **lexicon.values("body behind")}
    bodies = {str(organisation[i]) for i in found if i in organisation} | found
    clauses = {i for i in found if _type(scene, i) == "clause" and i in organisation}
    parts = {str(organisation[i]) for i in clauses}
    bodies |= {i for i, o in organisation.items() if o in parts and _type(scene, i) == "document"}
    groups = {g.id: g for i in bodies for g in lexicon.index.groups_within.get(i, ())}
    return bodies | {id for id, group in groups.items() if set(group.all_of) <= bodies}


def _parts(scene: Scene, statement: Statement) -> list[str]:
    """What makes a part of a named country: "in northern Kosovo"."""
    words = scene.lexicon.words("directions")
    named = [t for t in statement.tokens if t.i in scene.name_at]
    return [
        c.text for t in named for c in t.children if c.lower_ in words and c.i not in scene.name_at
    ]


def _type(scene: Scene, identity: str) -> str:
    actor = scene.lexicon.actor(identity)
    return str(actor.type) if actor is not None else ""


def _open_ends(scene: Scene, statement: Statement) -> list[str]:
    """An "until" whose time was not read."""
    if any(period.relation == "until" for period in scene.periods):
        return []
    return [t.text for t in scene.doc if t.lower_ in {"until", "till"} and not statement.is_verb]


def _numbers(
    scene: Scene, statement: Statement, rules: list[Event], happened: Happened
) -> list[str]:
    found = []
    for quantity in quantities(scene, statement):
        unit = quantity.quantity.unit
        if unit in {"day", "week", "month", "year"} or happened.duration is not None:
            continue
        words = noun_words(scene, quantity)
        if any(is_figure(quantity, words, rule) for rule in rules):
            continue
        if words & scene.lexicon.words("party nouns") and happened.number is not None:
            continue
        if _counts_doers(scene, statement, quantity):
            continue
        name = scene.name_at.get(scene.root_of(quantity).i)
        if name is None:
            found.append(quantity.quantity.text)
    return found


def counted_doers(
    scene: Scene, statement: Statement, rules: list[Event], happened: Happened
) -> tuple[str, ...]:
    """How many did it, where the rules do not tell: "founded in 1949 by twelve countries".

    However many it were, a wrong date stays wrong; only to be right is more than was read.
    """
    if happened.number is not None:
        return ()
    counted = [q for q in quantities(scene, statement) if _counts_doers(scene, statement, q)]
    return tuple(
        q.quantity.text
        for q in counted
        if not any(is_figure(q, noun_words(scene, q), rule) for rule in rules)
    )


def _counts_doers(scene: Scene, statement: Statement, quantity: FoundQuantity) -> bool:
    noun = scene.root_of(quantity).head
    return noun in statement.doers and noun.lemma_.lower() in scene.lexicon.words("party nouns")


def is_incidental(scene: Scene, statement: Statement, rules: list[Event]) -> bool:
    """Whether the noun only stands in a clause that claims something else.

    Something else is a number, or a party that is neither in the noun's words nor the
    subject, or that acts on it: to know the setting is not to know that.
    """
    if statement.is_verb:
        return not statement.periods and _has_other_time(scene, statement, rules)
    if statement.told:
        return False
    own = {t.i for t in statement.tokens}
    known = _own(scene, rules)
    # "Denmark chaired the summit" claims it of Denmark, "Denmark spoke at the summit" does not.
    beside = {"compound", "poss"} if statement.head.dep_ == "dobj" else _BESIDE
    rest = {t.i for t in statement.clause.tokens} - own
    if any(
        scene.root_of(q).i in rest and q.quantity.unit not in {"ordinal", "times"}
        for q in scene.quantities
    ):
        return True
    return any(
        scene.root_of(n).i in rest
        and scene.root_of(n).dep_ not in beside
        and any(scene.lexicon.is_country(i) for i in set(n.ids("name", "demonym")) - known)
        for n in scene.names
    ) or any(scene.root_of(p).i in rest for p in scene.periods if p not in statement.periods)


def is_setting(statement: Statement) -> bool:
    """Whether the noun only says when or why something was: "after the invasion of 2022"."""
    return not statement.is_verb and not statement.told and statement.head.dep_ == "pobj"


def _has_other_time(scene: Scene, statement: Statement, rules: list[Event]) -> bool:
    """Whether a noun's date in the clause fits no occurrence: then more than the verb's
    claim may be wrong."""
    known = {s.start.year for rule in rules for row in rule.rows for s in periods(row.date)}
    strayed = other_times(scene, statement)
    return any(not {p.start.year, p.end.year} & known for p in strayed)


def other_times(scene: Scene, statement: Statement) -> list["Period"]:
    """The dates in the clause that belong to other nouns: "after the crisis of 2015"."""
    return [
        p.period
        for p in scene.periods
        if scene.root_of(p) in statement.tokens and is_of_other_noun(scene, p, statement.clause)
    ]
