"""The verbs and nouns of a sentence that may state an event, with what belongs to each.

What a verb or noun acts on is kept apart from who does it: the object, the passive or
intransitive subject, "of", the owner; never the subject of a verb that has an object.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.event.cues import Cues, clause_cues, noun_cues
from natocheck.claims.kinds.event.timing import noun_periods, verb_periods
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.phrases import Argument, arguments, coordinated, noun_arguments
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_SETTINGS = {
    "in", "at", "on", "during", "after", "before", "since", "until", "by", "near", "inside",
    "with", "without", "like", "despite", "amid", "through", "following",
}  # fmt: skip
_RELATIVE_ADVERBS = {"when", "where", "why", "whereby"}


@dataclass(frozen=True, eq=False)
class Statement:
    """A verb or noun that may state an event.

    ``acted_on``: what it is done to; ``doers``: who does it; ``others``: what
    prepositions join to it. ``sure_time``: its periods are its own without doubt.
    ``setting``: a noun in an adverbial, so that its clause says something else.
    """

    head: "Token"
    cues: Cues
    is_verb: bool
    clause: Clause
    acted_on: tuple["Token", ...]
    doers: tuple["Token", ...]
    others: tuple[Argument, ...]
    tokens: tuple["Token", ...]
    periods: tuple[FoundPeriod, ...]
    sure_time: bool = True
    setting: bool = False


def statements(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Statement]:
    """All candidates, verbs first."""
    for clause in clauses:
        yield _of_verb(scene, clause)
    for token in scene.doc:
        if token.pos_ in {"NOUN", "PROPN"} and token.i not in scene.period_at:
            yield of_noun(scene, token, clauses)


def _of_verb(scene: Scene, clause: Clause) -> Statement:
    cues = clause_cues(clause, scene.lexicon)
    found = arguments(clause)
    objects = [a.token for a in found if a.role == "object"] + _gap(clause, found)
    subjects = [a.token for a in found if a.role == "subject"] or _strayed_subject(scene, clause)
    others = tuple(a for a in found if a.role not in {"subject", "object", "agent"})
    joined = [a.token for a in others if _is_complement(scene, a)]
    said = _said(clause)
    periods, sure = verb_periods(scene, clause)
    return Statement(
        head=clause.chain[-1],
        cues=cues,
        is_verb=True,
        clause=clause,
        acted_on=(*(objects or (*subjects, *joined)), *said),
        doers=(*subjects, *(a.token for a in found if a.role == "agent")),
        others=others,
        tokens=clause.tokens,
        periods=periods,
        sure_time=sure,
    )


def _is_complement(scene: Scene, argument: Argument) -> bool:
    """Whether a preposition joins what the verb is about ("agree on a plan")."""
    if argument.role == "on":
        return argument.token.i not in scene.period_at
    return argument.role not in _SETTINGS | {"adverb", "attribute"}


def _said(clause: Clause) -> list["Token"]:
    """The nouns of what is promised or declared: "that Ukraine would become a member"."""
    clauses = [c for t in clause.chain for c in t.children if c.dep_ == "ccomp"]
    roles = {"nsubj", "nsubjpass", "attr", "dobj"}
    heads = [c for verb in clauses for c in verb.children if c.dep_ in roles]
    return [t for head in heads for t in (head, *coordinated(head))]


def _gap(clause: Clause, found: tuple[Argument, ...]) -> list["Token"]:
    """What a relative clause with a subject of its own leaves out: "the force NATO led"."""
    head = clause.head
    roles = {a.role for a in found}
    if head.dep_ != "relcl" or "object" in roles:
        return []
    if not any(child.dep_ == "nsubj" for child in head.children):
        return []
    relatives = [child for child in head.children if child.tag_ in {"WDT", "WP", "WRB"}]
    if any(r.lower_ in _RELATIVE_ADVERBS or r.dep_ == "nsubj" for r in relatives):
        return []
    return [head.head]


def _strayed_subject(scene: Scene, clause: Clause) -> list["Token"]:
    """The subject that the parser tied to a weekday before it: "On Friday Poland asked"."""
    for token in clause.tokens:
        if token.dep_ == "pobj" and token.i < clause.head.i and token.i in scene.name_at:
            if any(c.i in scene.period_at for c in token.subtree if c.i < token.i):
                return [token]
    return []


def of_noun(scene: Scene, noun: "Token", clauses: tuple[Clause, ...]) -> Statement:
    """The statement that a noun makes, with what a verb of taking place says of it."""
    clause = clause_of(noun, clauses)
    inside = {t.i for t in noun.subtree if clause_of(t, clauses) is clause or t.head == noun}
    found = noun_arguments(noun)
    statement = Statement(
        head=noun,
        cues=noun_cues(noun),
        is_verb=False,
        clause=clause,
        acted_on=_acted_on(scene, found),
        doers=_doers(found),
        others=tuple(a for a in found if a.role != "owner"),
        tokens=tuple(scene.doc[i] for i in sorted(inside)),
        periods=noun_periods(scene, noun, clause, inside),
        setting=_is_setting(noun, clause),
    )
    return _with_light_verb(scene, statement, clauses)


def _acted_on(scene: Scene, found: tuple[Argument, ...]) -> tuple["Token", ...]:
    """After an "of" the owner and the names before the noun are who did it."""
    has_of = any(a.role == "of" for a in found)
    kept = [a for a in found if a.role not in _SETTINGS]
    if has_of:
        kept = [a for a in kept if a.role != "owner"]
        kept = [a for a in kept if a.role != "modifier" or a.token.i not in scene.name_at]
    return tuple(a.token for a in kept)


def _doers(found: tuple[Argument, ...]) -> tuple["Token", ...]:
    return tuple(a.token for a in found if a.role in {"owner", "by", "modifier", "between"})


def _is_setting(noun: "Token", clause: Clause) -> bool:
    token = noun
    while token.head != token and token.i != clause.head.i:
        if token.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}:
            return False
        token = token.head
    return noun.i != clause.head.i


def _with_light_verb(scene: Scene, statement: Statement, clauses: tuple[Clause, ...]) -> Statement:
    """Add what a verb of taking place says of the noun: "the summit held in Ankara"."""
    light = scene.lexicon.words("event verbs")
    for clause in clauses:
        found = arguments(clause)
        roles = {a.role for a in found if a.token == statement.head}
        roles |= {"subject"} if statement.head in _gap(clause, found) else set()
        if not set(clause_cues(clause, scene.lexicon)) & light:
            continue
        if roles & {"subject", "object"}:
            statement = _joined(scene, statement, clause, found)
        elif "attribute" in roles and clause.head.lemma_ == "be":
            statement = _with_subject(scene, statement, found, clauses)
    return statement


def _joined(
    scene: Scene, statement: Statement, clause: Clause, found: tuple[Argument, ...]
) -> Statement:
    periods, sure = verb_periods(scene, clause)
    return replace(
        statement,
        clause=clause if statement.clause.head != clause.head else statement.clause,
        others=(*statement.others, *(a for a in found if a.role not in {"subject", "object"})),
        doers=(*statement.doers, *(a.token for a in found if a.role == "agent")),
        periods=tuple(dict.fromkeys((*statement.periods, *periods))),
        tokens=tuple(dict.fromkeys((*statement.tokens, *clause.tokens))),
        sure_time=sure if not statement.periods else statement.sure_time and sure,
        setting=False,
    )


def _with_subject(
    scene: Scene, statement: Statement, found: tuple[Argument, ...], clauses: tuple[Clause, ...]
) -> Statement:
    """ "The meeting that closed on 8 July was the second NATO summit": one event."""
    subject = next((a.token for a in found if a.role == "subject"), None)
    if subject is None or subject.pos_ != "NOUN":
        return statement
    other = of_noun(scene, subject, clauses)
    return replace(
        statement,
        others=(*statement.others, *other.others),
        periods=tuple(dict.fromkeys((*statement.periods, *other.periods))),
        tokens=tuple(dict.fromkeys((*statement.tokens, *other.tokens))),
        sure_time=statement.sure_time and other.sure_time,
        setting=False,
    )
