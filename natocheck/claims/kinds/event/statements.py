"""The verbs and nouns of a sentence that may state an event, with what belongs to each.

What a verb or noun acts on is kept apart from who does it: the object, the passive or
intransitive subject, "of", the owner; never the subject of a verb that has an object.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.event.cues import Cues, clause_cues, noun_cues
from natocheck.claims.kinds.event.insertions import after_insertion
from natocheck.claims.kinds.event.timing import noun_periods, verb_periods
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.phrases import Argument, arguments, coordinated, noun_arguments
from natocheck.claims.scene import Scene
from natocheck.claims.topics import things_in

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_SETTINGS = {
    "in", "at", "on", "during", "after", "before", "since", "until", "by", "near", "inside",
    "with", "without", "like", "despite", "amid", "through", "following",
}  # fmt: skip
_PURPOSES = {"for", "at"}
_ONE = {"a", "an"}
_CLEFT = {"in", "at", "from", "to", "into"}
_OCCASIONS = {"at", "during"}
_RELATIVE_ADVERBS = {"when", "where", "why", "whereby"}


@dataclass(frozen=True, eq=False)
class Statement:
    """A verb or noun that may state an event.

    ``acted_on``: what it is done to; ``doers``: who does it; ``others``: what
    prepositions join to it. ``sure_time``: its periods are its own without doubt.
    ``told``: its clause says of it that or when it took place, and nothing else.
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
    told: bool = True


def statements(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Statement]:
    """All candidates that some rule lists, verbs first."""
    index = scene.lexicon.event_cues
    for clause in clauses:
        if index.rules_for(clause_cues(clause, scene.lexicon), scene.vocabulary, is_verb=True):
            yield _of_verb(scene, clause)
    for token in scene.doc:
        if token.pos_ in {"NOUN", "PROPN"} and token.i not in scene.period_at:
            if not index.rules_for(noun_cues(token), scene.vocabulary, is_verb=False):
                continue
            yield of_noun(scene, token, clauses)


def _of_verb(scene: Scene, clause: Clause) -> Statement:
    cues = clause_cues(clause, scene.lexicon)
    found = (*arguments(clause), *_deciding(scene, clause))
    objects = [a.token for a in found if a.role == "object"] + _gap(clause, found)
    subjects = [a.token for a in found if a.role == "subject"] or _strayed_subject(scene, clause)
    others = tuple(_meant(clause, a) for a in found if a.role not in {"subject", "object", "agent"})
    joined = [a.token for a in others if _is_complement(scene, a)]
    said = _said(clause)
    acted_on = (*(objects or (*subjects, *joined)), *said)
    periods, sure = verb_periods(scene, clause)
    periods = (*_before_others(scene, periods, acted_on), *_of_setting(scene, clause, found))
    cleft = _cleft_of(clause)
    if cleft is not None:
        periods += verb_periods(scene, cleft)[0]
        others += tuple(a for a in arguments(cleft) if a.role in _CLEFT)
    others += tuple(b for a in found if a.role in _OCCASIONS for b in noun_arguments(a.token))
    return Statement(
        head=clause.chain[-1],
        cues=cues,
        is_verb=True,
        clause=clause,
        acted_on=acted_on,
        doers=(*subjects, *(a.token for a in found if a.role == "agent")),
        others=others,
        tokens=clause.tokens,
        periods=tuple(dict.fromkeys(periods)),
        sure_time=sure,
    )


def _meant(clause: Clause, argument: Argument) -> Argument:
    """ "The treaty, from which they withdrew": the noun that "which" points back to."""
    relative = argument.token.tag_ == "WDT" and clause.head.dep_ == "relcl"
    return Argument(argument.role, clause.head.head) if relative else argument


def _deciding(scene: Scene, clause: Clause) -> list[Argument]:
    """ "The Warsaw summit of 2016 agreed": a meeting as the subject is also the occasion."""
    meetings = scene.lexicon.words("deciding meetings")
    subjects = [a for a in arguments(clause) if a.role == "subject"]
    return [Argument("at", a.token) for a in subjects if a.token.lemma_.lower() in meetings]


def _of_setting(
    scene: Scene, clause: Clause, found: tuple[Argument, ...]
) -> tuple[FoundPeriod, ...]:
    """The time of the occasion at which it was done: "at its summit of July 2023"."""
    occasions = [a.token for a in found if a.role in _OCCASIONS and a.token.pos_ == "NOUN"]
    return tuple(
        period
        for noun in occasions
        for period in noun_periods(scene, noun, clause, {t.i for t in noun.subtree})
    )


def _cleft_of(clause: Clause) -> Clause | None:
    """The clause "it was in May 1955 …" that sets a time or a place of this one apart."""
    parent = clause.parent
    if parent is None or parent.head.lemma_ != "be" or clause.head.head.i not in _indices(parent):
        return None
    children = list(parent.head.children)
    if not any(c.dep_ == "nsubj" and c.lower_ == "it" for c in children):
        return None
    if any(c.dep_ in {"attr", "acomp"} for c in children):
        return None  # "it was a pity in 1955 that …"
    return parent


def _indices(clause: Clause) -> set[int]:
    return {token.i for token in clause.tokens}


def _before_others(
    scene: Scene, periods: tuple[FoundPeriod, ...], acted_on: tuple["Token", ...]
) -> tuple[FoundPeriod, ...]:
    """Without the periods of another thing: "led ISAF until 2014, and KFOR since 1999"."""
    last = max((t.idx for t in acted_on), default=len(scene.doc.text))
    inside = {t.i for thing in acted_on for t in thing.subtree if t.dep_ != "conj"}
    own = {scene.name_at[i].start for i in inside if i in scene.name_at}
    if not own:
        return periods
    things = things_in(scene.names, scene.lexicon)
    later = [
        n.start
        for n in scene.names
        if n.start > last
        and n.start not in own
        and set(n.ids("name")) & things
        and scene.root_of(n).head.dep_ != "agent"
    ]
    return tuple(p for p in periods if not any(last < start < p.start for start in later))


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
        before = token.dep_ == "pobj" and token.i < clause.head.i and token.i in scene.name_at
        if before and any(c.i in scene.period_at for c in token.subtree if c.i < token.i):
            return [token]
    return []


def of_noun(scene: Scene, noun: "Token", clauses: tuple[Clause, ...]) -> Statement:
    """The statement that a noun makes, with what a verb of taking place says of it."""
    clause = clause_of(noun, clauses)
    inside = {t.i for t in noun.subtree if clause_of(t, clauses) is clause or t.head == noun}
    found = noun_arguments(noun)
    if not any(a.role == "of" for a in found):
        beyond, words = after_insertion(noun)
        inside |= {t.i for t in words}
        found = (*found, *beyond)
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
        told=False,
    )
    return _with_light_verb(scene, statement, clauses)


def _acted_on(scene: Scene, found: tuple[Argument, ...]) -> tuple["Token", ...]:
    """After an "of" the owner and the names before the noun are who did it."""
    has_of = any(a.role == "of" for a in found)
    kept = [a for a in found if _is_of_noun(scene, a)]
    if has_of:
        kept = [a for a in kept if a.role != "owner"]
        kept = [a for a in kept if a.role != "modifier" or a.token.i not in scene.name_at]
    return tuple(a.token for a in kept)


def _is_of_noun(scene: Scene, argument: Argument) -> bool:
    """Whether it is what the noun is about ("a freeze on aid", "a pause in deliveries")."""
    if argument.role in {"on", "in"}:
        return argument.token.i not in scene.period_at and argument.token.i not in scene.name_at
    return argument.role not in _SETTINGS


def _doers(found: tuple[Argument, ...]) -> tuple["Token", ...]:
    return tuple(a.token for a in found if a.role in {"owner", "by", "modifier", "between"})


def _with_light_verb(scene: Scene, statement: Statement, clauses: tuple[Clause, ...]) -> Statement:
    """Add what a verb of taking place says of the noun: "the summit held in Ankara"."""
    light = scene.lexicon.words("event verbs")
    for clause in clauses:
        found = arguments(clause)
        roles = {a.role for a in found if a.token == statement.head}
        roles |= {"subject"} if statement.head in _gap(clause, found) else set()
        cues = clause_cues(clause, scene.lexicon)
        if _is_lifted(scene, clause) and roles & {"subject", "object"}:
            statement = _ended(scene, statement, clause)
        if _meets_for(scene, clause, statement.head):
            statement = _joined(scene, statement, clause, found)
            continue
        if not set(cues) & light or _is_of_successor(clause, found):
            continue
        if roles & {"subject", "object"} or statement.head in _governed(scene, cues):
            statement = _joined(scene, statement, clause, found)
        elif _relates_to(scene, statement, clause):
            joined = _joined(scene, statement, clause, found)
            named = clause.head.head.i in scene.name_at
            statement = replace(joined, sure_time=joined.sure_time and named)
        elif "attribute" in roles and clause.head.lemma_ == "be":
            statement = _with_subject(scene, statement, found, clauses)
    return statement


def _meets_for(scene: Scene, clause: Clause, noun: "Token") -> bool:
    """Whether those who meet do so for the noun: "met in Riga for a summit", "meeting in Riga,
    they held a summit"."""
    verb = clause.chain[-1]
    if (
        verb.lemma_.lower() not in scene.lexicon.words("meeting verbs")
        or "negated" in clause.stance
    ):
        return False
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head == noun.head:
        return noun.dep_ == "dobj" and verb.head.lemma_.lower() in scene.lexicon.words(
            "event verbs"
        )
    own = any(c.lower_ in _ONE or c.dep_ == "poss" for c in noun.children)
    occasion = noun.dep_ == "pobj" and noun.head.lower_ in _PURPOSES and noun.head.head == verb
    return own and occasion


def _is_of_successor(clause: Clause, found: tuple[Argument, ...]) -> bool:
    """ "Is followed by one in Albania": the place is the other's."""
    return clause.chain[-1].lemma_ == "follow" and any(a.role == "agent" for a in found)


def _governed(scene: Scene, cues: Cues) -> list["Token"]:
    """What a hosting phrase acts on: "be host to the summit"."""
    hosting = scene.lexicon.words("hosting verbs")
    last = [scene.doc[max(taken)] for cue, taken in cues.items() if taken and cue in hosting]
    return [child for token in last for child in token.children if child.dep_ == "pobj"]


def _is_lifted(scene: Scene, clause: Clause) -> bool:
    return clause.chain[-1].lemma_.lower() in scene.lexicon.words("lifting verbs")


def _ended(scene: Scene, statement: Statement, clause: Clause) -> Statement:
    """ "The pause was lifted on 11 March": the time of the verb is that of the end."""
    found, sure = verb_periods(scene, clause)
    ends = tuple(msgspec.structs.replace(p, relation="until") for p in found if p.relation == "in")
    return replace(
        statement,
        periods=(*statement.periods, *ends),
        tokens=tuple(dict.fromkeys((*statement.tokens, *clause.tokens))),
        sure_time=statement.sure_time and sure,
        told=bool(ends) or statement.told,
    )


def _relates_to(scene: Scene, statement: Statement, clause: Clause) -> bool:
    """Whether ", which" goes back past the last noun: "the summit in Rome, which ended"."""
    opener, near = clause.tokens[0], clause.head.head
    if clause.head.dep_ != "relcl" or opener.lower_ != "which" or opener.nbor(-1).text != ",":
        return False
    if near == statement.head or near not in statement.tokens:
        return False
    if not opener.dep_.startswith("nsubj"):
        return False
    name = scene.name_at.get(near.i)
    if name is not None:
        actors = [scene.lexicon.actor(i) for i in name.ids("name")]
        return all(a is not None and a.type in {"place", "country"} for a in actors)
    return not scene.lexicon.event_cues.lists_noun(noun_cues(near))


def _joined(
    scene: Scene, statement: Statement, clause: Clause, found: tuple[Argument, ...]
) -> Statement:
    periods, sure = verb_periods(scene, clause)
    if clause_cues(clause, scene.lexicon).keys() & scene.lexicon.words("plan cues"):
        periods = tuple(_planned(p) for p in periods)
    taken = set().union(*clause_cues(clause, scene.lexicon).values())
    inner = [b for a in found if a.token.i in taken for b in noun_arguments(a.token)]
    return replace(
        statement,
        clause=clause if statement.clause.head != clause.head else statement.clause,
        others=(
            *statement.others,
            *(a for a in found if a.role not in {"subject", "object"}),
            *inner,
            *_hosts(scene, clause, found),
        ),
        doers=(*statement.doers, *(a.token for a in found if a.role == "agent")),
        periods=tuple(dict.fromkeys((*statement.periods, *periods))),
        tokens=tuple(dict.fromkeys((*statement.tokens, *clause.tokens))),
        sure_time=sure if not statement.periods else statement.sure_time and sure,
        told=True,
    )


def _hosts(scene: Scene, clause: Clause, found: tuple[Argument, ...]) -> list[Argument]:
    """The host of what a clause says is hosted, as the place where it is."""
    if not clause_cues(clause, scene.lexicon).keys() & scene.lexicon.words("hosting verbs"):
        return []
    return [Argument("in", a.token) for a in found if a.role in {"subject", "agent"}]


def _planned(period: FoundPeriod) -> FoundPeriod:
    """ "Planned for May": then it is to take place."""
    if period.relation != "for":
        return period
    return msgspec.structs.replace(period, relation="in")


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
        told=True,
    )
