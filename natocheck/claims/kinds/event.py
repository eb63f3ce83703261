"""Claims that something took place: at a time, at a place, by whom, how often.

An event rule says which verbs and nouns state it. Its actors must all be named; what
the verb or noun acts on must be one of the rule's things, so that "NATO's archive was
founded in 1999" says nothing of NATO's founding.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause, clause_of, lemma_of
from natocheck.claims.kinds.base import Proposal, claim_at, is_asserted, passed, place_of
from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.phrases import Argument, arguments, coordinated, name_of, noun_arguments
from natocheck.claims.scene import Scene
from natocheck.claims.times import is_attributive, one_time, periods_in
from natocheck.model.claims import Happened, When
from natocheck.model.facts import Event, Said

if TYPE_CHECKING:
    from spacy.tokens import Token

    from natocheck.model.values import Interval

_PLACE_ROLES = {"in", "at", "inside"}


@dataclass(frozen=True, eq=False)
class Statement:
    """A verb or noun that may state an event, with what belongs to it."""

    head: "Token"
    lemmas: frozenset[str]
    is_verb: bool
    clause: Clause
    found: tuple[Argument, ...]
    periods: tuple[FoundPeriod, ...]
    tokens: tuple["Token", ...]


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims of events in a sentence."""
    rules = [rule for rule in scene.lexicon.rulebase.events.values()]
    for statement in _statements(scene, clauses):
        matching = [rule for rule in rules if _matches(scene, statement, rule)]
        if matching:
            yield from _claims(scene, statement, matching)


def _statements(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Statement]:
    for clause in clauses:
        lemmas = frozenset({*clause.lemmas, *(t.lemma_.lower() for t in clause.chain)})
        yield Statement(
            clause.chain[-1],
            lemmas,
            True,
            clause,
            arguments(clause),
            periods_in(scene, clause),
            clause.tokens,
        )
    for token in scene.doc:
        if token.pos_ in {"NOUN", "PROPN"} and token.i not in scene.period_at:
            yield _nominal(scene, token, clauses)


def _nominal(scene: Scene, noun: "Token", clauses: tuple[Clause, ...]) -> Statement:
    clause = clause_of(noun, clauses)
    inside = {t.i for t in noun.subtree if clause_of(t, clauses) is clause or t.head is noun}
    periods = tuple(f for f in scene.periods if scene.root_of(f).i in inside)
    found = noun_arguments(noun)
    tokens = tuple(scene.doc[i] for i in sorted(inside))
    statement = Statement(
        noun, frozenset({noun.lemma_.lower()}), False, clause, found, periods, tokens
    )
    return _with_light_verb(scene, statement, clauses)


def _with_light_verb(scene: Scene, statement: Statement, clauses: tuple[Clause, ...]) -> Statement:
    """Add what a verb of taking place says of the noun: "the summit held in Ankara"."""
    light = scene.lexicon.words("event verbs")
    added = statement
    for clause in clauses:
        if not set(clause.lemmas) & light and not _is_setting(statement, clause):
            continue
        roles = {a.role for a in arguments(clause) if a.token is statement.head}
        setting = roles & {"at", "during", "in"} and clause is statement.clause
        if roles & {"subject", "object"} or (setting and not statement.periods):
            added = replace(
                added,
                found=(*added.found, *(a for a in arguments(clause) if a.role in _PLACE_ROLES)),
                periods=(*added.periods, *periods_in(scene, clause)),
                tokens=(*added.tokens, *clause.tokens),
            )
    return added


def _is_setting(statement: Statement, clause: Clause) -> bool:
    return clause is statement.clause and any(
        a.token is statement.head and a.role in {"at", "during"} for a in arguments(clause)
    )


def _matches(scene: Scene, statement: Statement, rule: Event) -> bool:
    return any(_is_said(scene, statement, said, rule) for said in rule.said)


def _is_said(scene: Scene, statement: Statement, said: Said, rule: Event) -> bool:
    cues = said.verbs if statement.is_verb else said.nouns
    if not statement.lemmas & set(cues):
        return False
    if not statement.is_verb and _is_qualified(scene, statement.head, rule):
        return False
    things = set(said.things)
    if things and not any(_is_thing(scene, a.token, things) for a in statement.found):
        return False
    heads = _heads(scene, statement)
    if not things and statement.is_verb and rule.actors and rule.actors[0] not in heads:
        return False
    return set(rule.actors) <= heads | _around(scene, statement, bool(things))


def _is_thing(scene: Scene, token: "Token", things: set[str]) -> bool:
    name = scene.name_at.get(token.i)
    ids = set(name.ids("name")) if name is not None else set()
    words = {token.lemma_.lower(), token.lower_, lemma_of(token)}
    compound = {f"{c.lower_} {token.lemma_.lower()}" for c in token.children if c.i < token.i}
    return bool((ids | words | compound) & things)


def _is_qualified(scene: Scene, noun: "Token", rule: Event) -> bool:
    """Whether a modifier makes the noun another one ("the EU summit", "a football summit")."""
    known = scene.lexicon.words("event modifiers")
    for child in noun.children:
        if child.dep_ not in {"compound", "amod", "nmod", "poss"}:
            continue
        if child.i in scene.period_at or child.i in scene.quantity_at:
            continue
        name = name_of(scene, child)
        if name is None and child.lower_ not in known and child.tag_ not in {"PRP$"}:
            return child.lemma_.lower() not in {w for said in rule.said for w in said.things}
        if name is not None and _is_other_body(scene, name, rule):
            return True
    return False


def _is_other_body(scene: Scene, name: Name, rule: Event) -> bool:
    bodies = [i for i in name.ids("name") if scene.lexicon.is_organisation(i)]
    return bool(bodies) and not set(bodies) & set(rule.actors)


def _heads(scene: Scene, statement: Statement) -> set[str]:
    """Who stands as an argument of the statement itself."""
    found: set[str] = set()
    for a in statement.found:
        name = name_of(scene, a.token)
        if name is not None:
            found |= _identities(scene, name)
    return found


def _identities(scene: Scene, name: Name) -> set[str]:
    """The ids that a name gives: groups also name the organisation they are of."""
    found = set(name.ids("name", "adjective", "demonym", "metonym", "group"))
    groups = scene.lexicon.rulebase.groups
    return found | {o for i in name.ids("group") for o in groups[i].all_of}


def _around(scene: Scene, statement: Statement, wide: bool) -> set[str]:
    """Whoever is named in the statement's words, or is the organisation talked about."""
    tokens = {t.i for t in statement.tokens} | {t.i for t in statement.clause.tokens}
    tokens |= {t.i for a in statement.found for t in a.token.subtree} if wide else set()
    found: set[str] = set()
    bodies: set[str] = set()
    for name in scene.names:
        ids = _identities(scene, name)
        bodies |= {i for i in ids if scene.lexicon.is_organisation(i)}
        if scene.root_of(name).i in tokens:
            found |= ids
    return found | (bodies if bodies else set(scene.context.organisations))


def _claims(scene: Scene, statement: Statement, rules: list[Event]) -> Iterator[Proposal]:
    clause = statement.clause
    if not is_asserted(clause):
        yield passed("event", clause, "it is not asserted")
        return
    when, ended, clear = _times(scene, statement)
    if not clear:
        yield passed("event", clause, "its time is not clear")
        return
    events = tuple(rule.id for rule in rules)
    negated = clause.negated and (statement.is_verb or statement.head.dep_ in {"dobj", "attr"})
    happened = Happened(
        events=events,
        when=when,
        ended=ended,
        places=_places(scene, statement),
        actors=_actors(scene, statement, rules),
        times=_how_often(scene, statement),
        order=_order(scene, statement),
        negated=negated,
        upcoming="future" in clause.stance,
    )
    if _says_nothing(happened):
        yield passed("event", clause, "neither time nor number is claimed")
        return
    unread = _unread(scene, statement)
    tokens = [*statement.tokens, statement.head]
    yield claim_at(scene, "event", place_of(tokens), happened, clause, unread)


def _says_nothing(happened: Happened) -> bool:
    return not (
        happened.when
        or happened.ended
        or happened.order
        or happened.times
        or happened.negated
        or happened.actors
    )


def _times(scene: Scene, statement: Statement) -> tuple[When | None, When | None, bool]:
    """When it took place, when it ended, and whether that is clear."""
    ends = [p for p in statement.periods if p.relation == "until"]
    starts = tuple(p for p in statement.periods if p.relation not in {"until"})
    attributive = tuple(p for p in scene.periods if _belongs_to(scene, p, statement.head))
    if statement.is_verb:
        starts = tuple(p for p in starts if not is_attributive(scene, p))
    when, clear = one_time((*starts, *(() if statement.is_verb else attributive)))
    if when is not None and when.relation == "for":
        when = None
    ended = When(ends[0].period, "in") if len(ends) == 1 else None
    return when, ended, clear and len(ends) <= 1


def _belongs_to(scene: Scene, period: FoundPeriod, noun: "Token") -> bool:
    return is_attributive(scene, period) and scene.root_of(period).head is noun


def _places(scene: Scene, statement: Statement) -> tuple[str, ...]:
    found = []
    candidates = [a for a in statement.found if a.role in _PLACE_ROLES]
    candidates += [a for a in statement.found if a.role == "modifier" and not statement.is_verb]
    for a in candidates:
        name = scene.name_at.get(a.token.i)
        if name is not None and _is_place(scene, name):
            found.append(name.text)
    hosts = scene.lexicon.words("hosting verbs")
    if statement.is_verb and statement.lemmas & hosts:
        for a in statement.found:
            name = name_of(scene, a.token) if a.role in {"subject", "agent"} else None
            if name is not None and _is_place(scene, name):
                found.append(name.text)
    return tuple(dict.fromkeys(found))


def _is_place(scene: Scene, name: Name) -> bool:
    actors = scene.lexicon.rulebase.actors
    return any(actors[i].type in {"place", "country"} for i in name.ids("name") if i in actors)


def _actors(scene: Scene, statement: Statement, rules: list[Event]) -> tuple[str, ...]:
    """Who is said to have done it, where the rules' rows tell who did."""
    rows = {actor for rule in rules for row in rule.rows for actor in row.actors}
    if not rows:
        return ()
    roles = {"subject", "agent", "owner", "by", "modifier"}
    found = [
        i
        for a in statement.found
        if a.role in roles
        for n in [name_of(scene, a.token)]
        if n is not None
        for i in n.ids("name", "adjective", "demonym", "metonym", "group")
        if scene.lexicon.is_country(i) or i in scene.lexicon.rulebase.groups
    ]
    required = {actor for rule in rules for actor in rule.actors}
    return tuple(i for i in dict.fromkeys(found) if i not in required)


def _how_often(scene: Scene, statement: Statement) -> "Interval | None":
    for found in scene.quantities:
        if found.quantity.unit == "times" and scene.root_of(found) in statement.tokens:
            return found.quantity.interval
    return None


def _order(scene: Scene, statement: Statement) -> int | None:
    if statement.is_verb:
        return None
    for found in scene.quantities:
        root = scene.root_of(found)
        if found.quantity.unit == "ordinal" and root.head is statement.head:
            return int(found.quantity.value)
    return None


def _unread(scene: Scene, statement: Statement) -> tuple[str, ...]:
    """Arguments that no slot took up and that may make it another event."""
    if not statement.is_verb:
        return ()
    restricting = scene.lexicon.words("restricting prepositions")
    heads = [a for a in statement.found if a.role in restricting]
    return tuple(
        f"{a.role} {a.token.text}"
        for a in heads
        if name_of(scene, a.token) is None
        and a.token.i not in scene.period_at
        and not coordinated(a.token)
    )
