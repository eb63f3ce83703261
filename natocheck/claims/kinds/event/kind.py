"""Claims that something took place: at a time, at a place, by whom, how often.

An event rule says which verbs and nouns state it, and what these must act on. Whoever
identifies the event must take part in the same clause; where one is only the topic of
the text, the claim may be found right but not wrong.
"""

import datetime as dt
import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_at, is_asserted, passed, place_of
from natocheck.claims.kinds.event import slots
from natocheck.claims.kinds.event.fullest import fullest
from natocheck.claims.kinds.event.intervals import told_apart
from natocheck.claims.kinds.event.jubilees import jubilee_meetings, jubilees
from natocheck.claims.kinds.event.matching import is_kin, match
from natocheck.claims.kinds.event.residue import (
    counted_doers,
    is_incidental,
    is_setting,
    other_times,
    rulers,
    unread,
)
from natocheck.claims.kinds.event.statements import Statement, statements
from natocheck.claims.kinds.event.whereabouts import is_move
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.scene import Scene
from natocheck.claims.stances import is_only_thought_of
from natocheck.claims.times import one_time
from natocheck.model.claims import Claim, Happened, When
from natocheck.model.facts import Event

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_LATELY = dt.timedelta(days=31)
_FACTUAL = {"after", "since", "by", "upon", "on", "following", "in", "with", "without"}
_JOINING = {",", "and", "or", "in", "on", "again", "twice", "once", "more", "also", "then", "later"}


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims of events in a sentence."""
    yield from fullest(list(_stated(scene, clauses)))


def _stated(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    index = scene.lexicon.event_cues
    told: set[int] = set()
    told_of = list(statements(scene, clauses))
    for statement in told_of:
        rules = index.rules_for(statement.cues, scene.vocabulary, is_verb=statement.is_verb)
        found = {rule.id: match(scene, statement, rule) for rule in rules}
        sure = [rule for rule in rules if found[rule.id] == "surely"]
        matching = sure or [rule for rule in rules if found[rule.id] == "perhaps"]
        if matching:
            setting = is_setting(statement) and statement.clause.head.i in told
            families = {rule.family for rule in matching if rule.family}
            kin = [r for r in rules if r not in matching and is_kin(scene, statement, r, families)]
            claims = list(
                _claims(scene, statement, matching, kin, certain=bool(sure), setting=setting)
            )
            if statement.is_verb and any(isinstance(each, Claim) for each in claims):
                told.add(statement.clause.head.i)
            yield from claims
    yield from told_apart(scene, told_of)
    yield from jubilees(scene, clauses)
    yield from jubilee_meetings(scene, clauses)


def _claims(
    scene: Scene,
    statement: Statement,
    rules: list[Event],
    kin: list[Event],
    *,
    certain: bool,
    setting: bool,
) -> Iterator[Proposal]:
    clause = statement.clause
    if not is_asserted(clause) or _is_only_thought_of(statement, scene.lexicon):
        yield passed("event", clause, "it is not asserted")
        return
    if _is_unsaid(statement):
        yield passed("event", clause, "what is denied is that something was said")
        return
    for part in _by_time(scene, statement):
        when, ended, clear = _times(part)
        if not clear:
            yield passed("event", clause, "its time is not clear")
            return
        happened = _happened(scene, part, rules, when, ended)
        happened = msgspec.structs.replace(
            happened,
            kin=tuple(rule.id for rule in kin),
            certain=certain
            and part.sure_time
            and not _is_time_of_plan(scene, part)
            and not _is_moved_nowhere(happened, rules)
            and not (_is_denial(happened) and _is_denied_in_part(scene, part, rules)),
            incidental=setting or is_incidental(scene, part, rules),
        )
        if _says_nothing(happened, rules, is_verb=part.is_verb):
            yield passed("event", clause, "neither time nor number is claimed")
            return
        left = unread(scene, part, rules, happened)
        place = place_of([*part.tokens, part.head])
        claim = claim_at(scene, "event", place, happened, clause, left)
        beyond = (*counted_doers(scene, part, rules, happened), *rulers(scene, part, rules))
        yield msgspec.structs.replace(claim, partial=(*claim.partial, *beyond))


def _is_unsaid(statement: Statement) -> bool:
    """ "Never said that America pays": it may have been said otherwise, or by another word."""
    denied = statement.is_verb and statement.clause.negated
    return denied and any(c.dep_ == "ccomp" for c in statement.clause.chain[-1].children)


def _is_only_thought_of(statement: Statement, lexicon: Lexicon) -> bool:
    """ "Thought about invoking", "a failed invocation": not said to have taken place."""
    if not statement.is_verb:
        return is_only_thought_of(statement.head, lexicon)
    head = statement.clause.head
    return head.dep_ == "pcomp" and head.head.lower_ not in _FACTUAL


def _by_time(scene: Scene, statement: Statement) -> list[Statement]:
    """ "In 2003, twice in 2012 and in 2015" are as many statements."""
    points = [p for p in statement.periods if p.relation == "in"]
    if not statement.is_verb or len(points) < 2 or len(points) < len(statement.periods):
        return [statement]
    ordered = sorted(points, key=lambda p: p.start)
    gaps = [
        scene.doc.text[one.end : other.start].replace(",", " , ").split()
        for one, other in itertools.pairwise(ordered)
    ]
    if not all("and" in gap or "," in gap for gap in gaps):
        return [statement]
    if any(set(gap) - _JOINING for gap in gaps):
        return [statement]
    return [replace(statement, periods=(point,)) for point in ordered]


def _times(statement: Statement) -> tuple[When | None, When | None, bool]:
    """When it took place, when it ended, and whether that is clear."""
    ends = [p for p in statement.periods if p.relation == "until"]
    starts = tuple(p for p in statement.periods if p.relation not in {"until", "for"})
    when, clear = one_time(starts)
    ended = When(ends[0].period, "in") if len(ends) == 1 else None
    return when, ended, clear and len(ends) <= 1


def _happened(
    scene: Scene,
    statement: Statement,
    rules: list[Event],
    when: When | None,
    ended: When | None,
) -> Happened:
    doers = slots.doers(scene, statement, rules)
    lasted = slots.duration(scene, statement, rules)
    order = slots.order(scene, statement)
    if order == 1 and slots.is_beginning(statement, rules):
        order = None
        when = When(when.period, "since") if when and when.relation == "in" else when
    return Happened(
        events=tuple(rule.id for rule in rules),
        when=when,
        ended=ended,
        places=slots.places(scene, statement, rules),
        origins=slots.origins(scene, statement, rules),
        actors=doers,
        targets=slots.targets(scene, statement, rules),
        number=slots.party_number(scene, statement, rules),
        exhaustive=slots.is_exhaustive(scene, statement),
        times=slots.how_often(scene, statement) if len(statement.periods) < 2 else None,
        order=order,
        order_there=slots.is_order_there(scene, statement),
        figures=slots.figures(scene, statement, rules),
        duration=lasted[0] if lasted else None,
        duration_unit=lasted[1] if lasted else "",
        negated=_is_negated(scene, statement, rules),
        upcoming="future" in statement.clause.stance or slots.is_to_come(scene, statement),
        named=not statement.is_verb and not statement.told,
        present=(statement.is_verb or statement.told) and statement.clause.present,
    )


def _is_negated(scene: Scene, statement: Statement, rules: list[Event]) -> bool:
    """Whether it is said not to have taken place; "stop" may itself be what took place."""
    clause = statement.clause
    none = scene.lexicon.words("denying determiners")
    parties = [
        *statement.acted_on,
        *statement.doers,
        *([] if statement.is_verb else [statement.head]),
    ]
    inner = [child for party in parties for child in party.children if child.dep_ == "det"]
    nobody = scene.lexicon.words("denying pronouns") & {party.lower_ for party in parties}
    if nobody or any(child.lower_ in none for child in inner):
        return not clause.negated
    if not statement.is_verb:
        holding = scene.lexicon.words("event verbs") | scene.lexicon.words("hosting verbs")
        held = bool({*clause.lemmas} & (holding | {"have", "see"}))
        return clause.negated and held and statement.head.dep_ in {"dobj", "attr"}
    listed = {verb for rule in rules for said in rule.said for verb in said.verbs}
    stopping = scene.lexicon.words("negative verbs") & set(clause.lemmas[:-1]) & listed
    return clause.negated != bool(stopping)


def _is_time_of_plan(scene: Scene, statement: Statement) -> bool:
    """ "Was planned in October", "decided in Brussels in July to launch", "announced the
    start on Monday": time and place may be those of the plan or decision."""
    chain = statement.clause.lemmas
    deciding = scene.lexicon.words("deciding verbs")
    decided = deciding & set(chain[:-1] if statement.is_verb else chain)
    if not statement.is_verb and statement.head.dep_ not in {"dobj", "nsubjpass"}:
        decided = frozenset()  # "at the summit leaders agreed"
    past = all(period.period.end < scene.context.date for period in statement.periods)
    planned = scene.lexicon.words("plan cues") & set(chain)
    return bool(decided) or (bool(planned and statement.periods) and past)


def _is_moved_nowhere(happened: Happened, rules: list[Event]) -> bool:
    """Whether a verb of moving tells no place: "moved to a war footing" is no move."""
    return is_move(rules) and not (happened.places or happened.origins)


def _is_denial(happened: Happened) -> bool:
    """ "Was not", "never", "no … was": not that it took place less often than it did."""
    never = happened.times is not None and happened.times.high < 1
    return (happened.negated and happened.times is None) or never


def _is_denied_in_part(scene: Scene, statement: Statement, rules: list[Event]) -> bool:
    """Whether it is only denied of some time, place, manner or reason: it may have been so
    otherwise ("was not invoked over the drones", "did not enter into force until 2011")."""
    if "future" in statement.clause.stance or other_times(scene, statement):
        return True
    if any(not _is_whole_past(scene, period) for period in statement.periods):
        return True
    plain = {"of"} | scene.lexicon.words("negations") | scene.lexicon.words("plain adverbs")
    own = {scene.root_of(period).i for period in statement.periods}
    governing = (*statement.clause.chain, *statement.acted_on)
    modifiers = [c for token in governing for c in token.children if _modifies(c)]
    listed = {verb for rule in rules for said in rule.said for verb in said.verbs}
    own |= {i for cue, taken in statement.cues.items() if cue in listed for i in taken}
    if any(child.dep_ == "ccomp" for token in governing for child in token.children):
        return True  # "never said that": what was not said is the content
    return any(c.lower_ not in plain and not own & {t.i for t in c.subtree} for c in modifiers)


def _is_whole_past(scene: Scene, period: FoundPeriod) -> bool:
    """A time that a denial may name: a point, or all the time until about now."""
    lately = scene.context.date - period.period.end < _LATELY
    return period.relation == "in" or (period.relation in {"until", "before"} and lately)


def _modifies(token: "Token") -> bool:
    return token.dep_ in {"prep", "advmod", "npadvmod", "advcl"}


def _says_nothing(happened: Happened, rules: list[Event], *, is_verb: bool) -> bool:
    placed = any(row.places for rule in rules for row in rule.rows)
    return not (
        happened.when
        or happened.ended
        or happened.order
        or happened.times
        or happened.negated
        or happened.actors
        or happened.targets
        or happened.figures
        or happened.duration
        or (happened.places and placed and (happened.upcoming or is_verb))
    )
