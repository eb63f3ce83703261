"""The slots of an event claim: places, doers, targets, order, number of times, figures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.kinds.event.cues import verb_phrases
from natocheck.claims.kinds.event.identity import ids_of
from natocheck.claims.kinds.event.statements import Statement
from natocheck.claims.kinds.event.whereabouts import AT, is_move, moved, place_of
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import Argument, is_restriction, name_of
from natocheck.claims.scene import Scene
from natocheck.claims.stances.negation import is_not_once
from natocheck.model.claims import Figure
from natocheck.model.facts import Event
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


_DURATIONS = {"day", "week", "month", "year"}


def places(scene: Scene, statement: Statement, rules: list[Event]) -> tuple[str, ...]:
    """Where it is said to be: "in Ankara", "the Madrid summit", "Vilnius hosted"; of a move
    where it led."""
    if is_move(rules):
        return moved(scene, statement, origin=False)
    found = [a.token for a in statement.others if a.role in AT]
    beside = [a.token for a in statement.others if a.role == "modifier"]
    found += [t for t in beside if not statement.is_verb or _is_city(scene, t)]
    if statement.cues.keys() & scene.lexicon.words("hosting verbs"):
        found += statement.doers
    named = [place_of(scene, token) for token in (*found, *_displaced_places(scene, statement))]
    return tuple(dict.fromkeys(place for place in named if place is not None))


def origins(scene: Scene, statement: Statement, rules: list[Event]) -> tuple[str, ...]:
    """From where it moved, where the rules' rows tell."""
    return moved(scene, statement, origin=True) if is_move(rules) else ()


def _displaced_places(scene: Scene, statement: Statement) -> list["Token"]:
    """Where it was done, if the parser hangs that on another noun.

    "Adopted by the heads of government in Rome", "adopted the declaration in Rome".
    """
    if not statement.is_verb:
        return []
    return [
        token
        for token in statement.tokens
        if token.i in scene.name_at
        and token.dep_ == "pobj"
        and token.head.lower_ in AT
        and _acts_there(scene, token.head.head)
    ]


def _acts_there(scene: Scene, noun: "Token") -> bool:
    """Whether "in" after the noun tells where it acted: a person, or a document."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    name = scene.name_at.get(noun.i)
    actors = [scene.lexicon.actor(i) for i in name.ids("name")] if name is not None else []
    acting = {"document", "person"}
    named = any(actor is not None and actor.type in acting for actor in actors)
    return named or noun.lemma_.lower() in scene.lexicon.words("gathering nouns")


def _is_city(scene: Scene, token: "Token") -> bool:
    name = scene.name_at.get(token.i)
    actors = [scene.lexicon.actor(i) for i in name.ids("name")] if name is not None else []
    return any(actor is not None and actor.type == "place" for actor in actors)


def doers(scene: Scene, statement: Statement, rules: list[Event]) -> tuple[str, ...]:
    """Who is said to have done it, where the rules' rows tell who did."""
    if not any(row.actors for rule in rules for row in rule.rows):
        return ()
    named = [t for t in statement.doers if not _is_counted(scene, t) and not _is_of_others(t)]
    return _parties(scene, named, rules)


def _is_of_others(token: "Token") -> bool:
    """ "Poland and other allies", "and seven others": some beside those who are named."""
    return token.lower_ == "others" or any(c.lower_ == "other" for c in token.lefts)


def _is_counted(scene: Scene, token: "Token") -> bool:
    """Whether it is a number of parties, not their names: "eight allies"."""
    return any(
        scene.quantity_at[child.i].quantity.unit == "count"
        for child in token.children
        if child.i in scene.quantity_at and child.i not in scene.name_at
    )


def targets(scene: Scene, statement: Statement, rules: list[Event]) -> tuple[str, ...]:
    """To whom or about whom it was done, where the rules' rows tell."""
    if not any(row.targets for rule in rules for row in rule.rows):
        return ()
    inside = {t.i for t in (*statement.tokens, *statement.acted_on)}
    apart = {t.i for t in statement.doers} | {a.token.i for a in statement.others if a.role in AT}
    found = []
    for name in scene.names:
        root = scene.root_of(name)
        if root.i in inside and not {root.i, root.head.i} & apart:
            own = name.ids("name", "demonym", "adjective", "group")
            found += [i for i in own or name.ids("metonym") if _is_party(scene, i)]
    required = {i for rule in rules for each in rule.actors for i in each_of(each)}
    return tuple(sorted(set(found) - required))


def _parties(scene: Scene, tokens: list["Token"], rules: list[Event]) -> tuple[str, ...]:
    """Countries, people and groups; metonyms only where the name is nothing else."""
    found = [i for token in tokens for i in ids_of(scene, token) if _is_party(scene, i)]
    required = {i for rule in rules for each in rule.actors for i in each_of(each)}
    named = {a for rule in rules for row in rule.rows for a in (*row.actors, *row.targets)}
    return tuple(sorted({i for i in found if i not in required or i in named}))


def each_of(item: str | list[str]) -> list[str]:
    """The ids of one entry of a rule's actors: those of which one must take part."""
    return [item] if isinstance(item, str) else item


def _is_party(scene: Scene, identity: str) -> bool:
    lexicon = scene.lexicon
    return (
        lexicon.is_country(identity)
        or lexicon.is_person(identity)
        or identity in lexicon.rulebase.groups
    )


def how_often(scene: Scene, statement: Statement) -> "Interval | None":
    """ "Once", "three times"; "not once" is no number."""
    for found in scene.quantities:
        root = scene.root_of(found)
        if found.quantity.unit == "times" and root in statement.tokens and not is_not_once(root):
            return found.quantity.interval
    return None


def order(scene: Scene, statement: Statement) -> int | None:
    """ "The second summit" of the noun; "the first to pay", "paid first" of the doer."""
    for found in scene.quantities:
        if found.quantity.unit != "ordinal":
            continue
        root = scene.root_of(found)
        if statement.is_verb:
            ranked = _ranks_doer(root, statement) or _repeats(root, statement)
        else:
            beside = root.head == statement.head and not _is_age(scene, root)
            ranked = beside or _is_predicate(root, statement)
        if ranked:
            return int(found.quantity.value)
    firsts = {c.lower_ for t in statement.clause.chain for c in t.children if c.dep_ == "advmod"}
    return 1 if statement.is_verb and "first" in firsts else None


def is_beginning(statement: Statement, rules: list[Event]) -> bool:
    """Whether "first" before a verb tells when something began that was once: "was first
    deployed in 1999"."""
    head = statement.clause.head
    before = [c for c in head.children if c.dep_ == "advmod" and c.i < head.i]
    once = all(len(rule.rows) == 1 and not rule.countable for rule in rules)
    return statement.is_verb and once and any(c.lower_ == "first" for c in before)


def is_order_there(scene: Scene, statement: Statement) -> bool:
    """Whether an ordinal counts at the place: "the first summit in Rome", "hosted its first".

    "The first summit was held in Rome" may be the first of all.
    """
    cues = {phrase for verb in statement.clause.chain for phrase, _ in verb_phrases(verb)}
    own = [t for t in statement.head.subtree if place_of(scene, t) is not None]
    return bool(own) or bool(cues & scene.lexicon.words("hosting verbs"))


def _is_age(scene: Scene, root: "Token") -> bool:
    """ "The 75th-anniversary summit" is no 75th summit."""
    after = scene.doc[root.i + 1 : root.i + 3]
    return any(t.lemma_.lower() in scene.lexicon.words("birthday nouns") for t in after)


def _ranks_doer(root: "Token", statement: Statement) -> bool:
    """ "The first to pay", "the first country to finance"."""
    verb = statement.clause.head
    if verb.dep_ not in {"relcl", "acl"} or not any(c.tag_ == "TO" for c in verb.children):
        return False
    return verb.head == root or root.head == verb.head


def _is_predicate(root: "Token", statement: Statement) -> bool:
    """ "The invocation of 2001 was the first"."""
    subject = statement.head.dep_ == "nsubj" and statement.head.head == root.head
    ends = all(c.i < root.i and c.dep_ != "poss" for c in root.children)  # no "first in years"
    return subject and ends and root.dep_ in {"attr", "acomp"} and root.head.lemma_ == "be"


def _repeats(root: "Token", statement: Statement) -> bool:
    """ "For the second time": how often it had happened. Of the first the record may lack some."""
    time = root.head
    again = time.lemma_ == "time" and time.dep_ == "pobj" and time.head.lower_ == "for"
    return again and root.lower_ != "first" and time.head.head in statement.clause.chain


def figures(scene: Scene, statement: Statement, rules: list[Event]) -> tuple[Figure, ...]:
    """The numbers of the statement that the rules speak of."""
    found = []
    for quantity in quantities(scene, statement):
        words = noun_words(scene, quantity)
        if any(is_figure(quantity, words, rule) for rule in rules):
            value = quantity.quantity
            found.append(Figure(value.interval, value.unit, tuple(sorted(words))))
    return (*found, *_labels(scene, statement, rules))


def _labels(scene: Scene, statement: Statement, rules: list[Event]) -> Iterator[Figure]:
    """Numbers that name something: "resolution 1244"."""
    words = {w for rule in rules for f in rule.figures if f.unit == "label" for w in f.words}
    for token in statement.tokens if words else ():
        if token.lemma_.lower() in words and token.i + 1 < len(scene.doc):
            number = token.nbor(1).text
            if number.isdigit():
                value = float(number)
                yield Figure(Interval(value, value), "label", (token.lemma_.lower(),))


def is_figure(quantity: FoundQuantity, words: set[str], rule: Event) -> bool:
    """Whether a number is of the sort of one of the rule's."""
    return any(
        quantity.quantity.unit == figure.unit and (not figure.words or words & set(figure.words))
        for figure in rule.figures
    )


def quantities(scene: Scene, statement: Statement) -> list[FoundQuantity]:
    """The numbers in the statement's words, but for ordinals and numbers of times."""
    tokens = {t.i for t in statement.tokens}
    return [
        q
        for q in scene.quantities
        if scene.root_of(q).i in tokens and q.quantity.unit not in {"ordinal", "times"}
    ]


def noun_words(scene: Scene, quantity: FoundQuantity) -> set[str]:
    """The lemmas of the noun that a number counts, with its neighbours."""
    root = scene.root_of(quantity)
    tokens = [*scene.tokens_of(quantity), root.head, *root.children]
    if root.head.dep_ in {"pobj", "dobj", "nsubj"}:
        tokens += [root.head.head, *root.head.children]
    return {token.lemma_.lower() for token in tokens if token.is_alpha}


def party_number(scene: Scene, statement: Statement, rules: list[Event]) -> "Interval | None":
    """How many countries are said to have done it, or to have been its target.

    Counted only where a rule's rows name them all.
    """
    if not any(row.actors or row.targets for rule in rules for row in rule.rows):
        return None
    words = scene.lexicon.words("party nouns")
    sides = (*statement.doers, *statement.acted_on)
    for found in quantities(scene, statement):
        noun = scene.root_of(found).head
        if _is_of_others(noun):
            return None  # those who are named are to be added
        if noun.lemma_.lower() in words and noun in sides and scene.name_at.get(noun.i) is None:
            return found.quantity.interval
        named = scene.name_at.get(noun.i)
        if noun in sides and named is not None and named.ids("group"):
            return found.quantity.interval
    return None


def is_exhaustive(scene: Scene, statement: Statement) -> bool:
    """Whether "only" stands before those who did it."""
    only = scene.lexicon.words("only")
    return any(is_restriction(child, only) for token in statement.doers for child in token.children)


def is_to_come(scene: Scene, statement: Statement) -> bool:
    """ "The next summit", "leaders meet next": announced, not past."""
    words = scene.lexicon.words("coming words")
    verbs = (
        (*statement.clause.chain, *statement.acted_on, *statement.doers)
        if statement.is_verb
        else ()
    )
    heads = [statement.head, *verbs]
    near = {child.lower_ for head in heads for child in head.children}
    chain = statement.clause.chain
    planned = len(chain) > 1 and chain[0].lemma_ == "be" and _has_to(chain[1])
    return (
        planned
        or bool(near & words)
        or bool(statement.cues.keys() & scene.lexicon.words("plan cues"))
    )


def _has_to(verb: "Token") -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def duration(
    scene: Scene, statement: Statement, rules: list[Event]
) -> "tuple[Interval, str] | None":
    """ "Lasted eight days", "bombed it for 78 days": how long it went on, and the unit."""
    lasting = scene.lexicon.words("lasting verbs")
    lasted = statement.cues.keys() & lasting or any(t.lemma_ in lasting for t in statement.tokens)
    ends = any(row.until is not None for rule in rules for row in rule.rows)
    for found in quantities(scene, statement):
        over = ends and _is_of_verb(scene, found, statement)
        if found.quantity.unit in _DURATIONS and (lasted or over):
            return found.quantity.interval, found.quantity.unit
    return None


def _is_of_verb(scene: Scene, found: FoundQuantity, statement: Statement) -> bool:
    """Whether "for" joins it to the statement's verb."""
    preposition = scene.root_of(found).head
    on_verb = statement.is_verb and preposition.head in statement.clause.chain
    return preposition.lower_ == "for" and on_verb


def is_restricting(scene: Scene, argument: Argument) -> bool:
    """Whether a prepositional argument may make it another event."""
    known = name_of(scene, argument.token) is not None or argument.token.i in scene.period_at
    harmless = argument.token.lemma_.lower() in scene.lexicon.words("harmless nouns")
    restricting = argument.role in scene.lexicon.words("restricting prepositions")
    return restricting and not known and not harmless
