"""How many joined in a period: "seven countries joined in 2004", "twelve signed the pact"."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_at, claim_in, place_of
from natocheck.claims.kinds.count.growth import founded_then
from natocheck.claims.kinds.membership.actual import is_actual
from natocheck.claims.kinds.membership.bodies import Body, body_of
from natocheck.claims.kinds.membership.joined import joined_body
from natocheck.claims.kinds.membership.moments import Gap, find_gaps, time_of
from natocheck.claims.kinds.membership.verbs import joining_verb
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import Argument, arguments, countries_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import GroupSize, When
from natocheck.model.values import Period
from natocheck.rulebase.lookup import latest, member_order, membership_of

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_DEFINITE = {"the", "these", "those", "both"}


def entries(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The numbers of countries that a clause says joined, each with its time."""
    body = _joined(scene, clause, clauses)
    if body is None:
        return
    gaps = find_gaps(scene, clause)
    when, clear = _time(scene, clause, clauses, body, gaps)
    skip = {t.i for gap in gaps for t in gap.tokens}
    for found in scene.quantities:
        root = scene.root_of(found)
        if found.quantity.unit != "count" or not _counts_joiners(scene, found, clause):
            continue
        gap = next((g for g in gaps if root in g.tokens), None)
        time = When(gap.time.period) if gap is not None else when
        if time is None or (gap is None and (not clear or root.i in skip)):
            continue
        statement = GroupSize(
            groups=(body.id,),
            number=found.quantity.interval,
            when=time,
            joined=True,
            assumed=body.assumed,
            partial=_is_partial(scene, found) or _is_narrowed(scene, clause, time),
            some=_is_described(scene, found),
        )
        if gap is not None:
            yield claim_at(scene, "count", place_of(gap.tokens), statement, clause)
        else:
            yield claim_in(scene, "count", clause, statement)


def _time(
    scene: Scene, clause: Clause, clauses: tuple[Clause, ...], body: Body, gaps: tuple[Gap, ...]
) -> tuple[When | None, bool]:
    """When they joined, and whether it is clear."""
    founding = _since_founding(scene, clause, clauses, body)
    if founding is not None:
        return founding, True
    when, clear = time_of(scene, clause, clauses, gaps)
    if when is not None and clear and when.relation == "in":
        return _since_event(scene, clause, when)
    return when or _since_then(scene, clause), clear


def _joined(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Body | None:
    """What was joined or founded in a clause that says so as a fact."""
    if not is_actual(scene, clause, clause.head, clauses) or clause.negated:
        return None
    if _is_founding(scene, clause):
        return founded_then(scene, clause)
    verb = joining_verb(scene, clause)
    if verb is None or verb.mode != "joined":
        return None
    found = [a for a in arguments(clause) if not _is_number(scene, a)]
    return joined_body(scene, clause, verb, found, None, clauses)


def _is_number(scene: Scene, argument: Argument) -> bool:
    token = argument.token
    return token.i in scene.quantity_at or any(c.i in scene.quantity_at for c in token.children)


def _is_founding(scene: Scene, clause: Clause) -> bool:
    """ "Founded NATO", "signed the treaty", "put their names to the pact"."""
    lemma = clause.head.lemma_.lower()
    things = {t.lemma_.lower() for t in clause.head.subtree if t.dep_ in {"dobj", "pobj"}}
    ids = {
        i
        for t in clause.head.subtree
        if t.i in scene.name_at
        for i in scene.name_at[t.i].ids("name")
    }
    lexicon = scene.lexicon
    if lemma in lexicon.words("signing verbs"):
        return bool((things | ids) & lexicon.words("founding treaties"))
    return lemma in lexicon.words("founding verbs") and bool(ids & lexicon.index.memberships.keys())


def _is_narrowed(scene: Scene, clause: Clause, time: When) -> bool:
    """Whether a second time without a date narrows the first: "after North Macedonia"."""
    words = scene.lexicon.words("order words") | {"since"}
    for token in clause.head.subtree:
        if token.lower_ in words and token.dep_ in {"prep", "mark"}:
            said = list((token.head if token.dep_ == "mark" else token).subtree)
            if time.relation == "in" and not any(t.i in scene.period_at for t in said):
                return True
    return False


def _since_founding(
    scene: Scene, clause: Clause, clauses: tuple[Clause, ...], body: Body
) -> When | None:
    """ "Since its founding", "since it was founded", "have joined since" after the founding:
    the days after the last on which a founder may have joined."""
    rule = membership_of(scene.lexicon.rulebase, body.id)
    since = [t for t in clause.head.subtree if t.lower_ == "since"]
    if rule is None or len(since) != 1 or not _tells_founding(scene, clause, clauses, since[0]):
        return None
    order = member_order(scene.lexicon.rulebase, body.id)
    founders = {member for low, _, member in order if low == 1}
    last = max(latest(row.since) for row in rule.rows if row.member in founders)
    next_day = last + dt.timedelta(days=1)
    return When(Period(next_day, next_day, "day"), "since")


def _tells_founding(
    scene: Scene, clause: Clause, clauses: tuple[Clause, ...], since: "Token"
) -> bool:
    """Whether "since" is told of the founding: by a noun, a verb, or the clause before."""
    lexicon = scene.lexicon
    if since.dep_ == "mark":
        founded = since.head.lemma_.lower() in lexicon.words("founding verbs")
        return founded and any(t.dep_ == "nsubjpass" for t in since.head.children)
    if list(since.children):
        nouns = lexicon.words("founding nouns")
        return any(t.lemma_.lower() in nouns for t in since.children)
    earlier = [c for c in clauses if c.head.i < clause.head.i]
    return since.head == clause.head and any(_is_founding(scene, c) for c in earlier)


def _since_event(scene: Scene, clause: Clause, when: When) -> tuple[When | None, bool]:
    """ "Since the summit in 2014": from that year on; "after the summit" leaves it unclear."""
    words = scene.lexicon.words("order words") | {"since"}
    inside = [p for p in scene.periods if p.period == when.period]
    for opener in (t for t in clause.head.subtree if t.lower_ in words):
        if any(_is_of_event(scene, opener, scene.tokens_of(p)[0]) for p in inside):
            since = opener.lower_ == "since"
            return (When(when.period, "since"), True) if since else (None, False)
    return when, True


def _is_of_event(scene: Scene, opener: "Token", first: "Token") -> bool:
    """Whether only a noun phrase stands between the word and the time."""
    between = scene.doc[opener.i + 1 : first.i]
    plain = not any(t.pos_ in {"VERB", "AUX"} or t.text in {",", ";"} for t in between)
    return opener.i < first.i and plain and any(t.pos_ in {"NOUN", "PROPN"} for t in between)


def _since_then(scene: Scene, clause: Clause) -> When | None:
    """ "Have come in since": since the time that the sentence named before."""
    for token in clause.head.children:
        if token.lower_ == "since" and not list(token.children):
            earlier = [p for p in scene.periods if p.start < token.idx]
            if len(earlier) == 1:
                return When(earlier[0].period, "after")
    return None


def _counts_joiners(scene: Scene, found: FoundQuantity, clause: Clause) -> bool:
    """Whether the number is of the countries that joined, in subject, object or gap."""
    root = scene.root_of(found)
    noun = root.head if root.dep_ in {"nummod", "compound", "amod"} else root
    if root not in clause.tokens:
        return False
    if _refers_back(noun):
        return False
    if noun == root:
        follows = list(root.rights)
        return root.dep_ in {"nsubj", "nsubjpass"} and not follows
    if noun.lemma_.lower() not in scene.lexicon.words("member nouns"):
        return False
    if countries_of(scene, noun):
        return False
    return (
        noun.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "npadvmod", "conj"}
        and (noun.dep_ != "pobj" or noun.head.lower_ in {"in", "by"})
        and not _is_owned(noun)
    )


def _refers_back(noun: "Token") -> bool:
    """ "The three joined in 2004", "these two": some that were named, not all that joined."""
    subject = noun.dep_ in {"nsubj", "nsubjpass"}
    return subject and any(child.lower_ in _DEFINITE for child in noun.children)


def _is_owned(noun: "Token") -> bool:
    return any(c.dep_ in {"poss", "relcl", "acl"} for c in noun.children)


def _noun_of(scene: Scene, found: FoundQuantity) -> "Token":
    root = scene.root_of(found)
    return root.head if root.dep_ in {"nummod", "compound", "amod"} else root


def _is_partial(scene: Scene, found: FoundQuantity) -> bool:
    """Whether words beside the noun may pick some of those that joined."""
    noun = _noun_of(scene, found)
    if noun.dep_ == "conj" and countries_of(scene, noun.head):
        return True  # "Bulgaria, Romania and five other countries"
    lexicon = scene.lexicon
    known = lexicon.words("harmless modifiers") | lexicon.words("additions") | _describing(scene)
    return any(t.lower_ not in known for t in _beside(scene, noun))


def _is_described(scene: Scene, found: FoundQuantity) -> bool:
    """Whether words beside the noun tell of which sort they were: "former communist"; of
    another sort more may have joined."""
    return bool({t.lower_ for t in _beside(scene, _noun_of(scene, found))} & _describing(scene))


def _describing(scene: Scene) -> frozenset[str]:
    return scene.lexicon.words("describing modifiers")


def _beside(scene: Scene, noun: "Token") -> "Iterator[Token]":
    """The words that tell a noun from others: before it, and behind "of", "from" or "with"."""
    for child in noun.children:
        if child.i in scene.quantity_at or child.i in scene.period_at:
            continue
        if child.dep_ in {"amod", "compound", "nmod"}:
            yield from (t for t in child.subtree if t.pos_ not in {"PUNCT", "CCONJ"})
        elif child.dep_ == "prep" and not _is_of_body_or_time(scene, child):
            yield from (t for t in child.subtree if t.pos_ not in {"ADP", "DET"})


def _is_of_body_or_time(scene: Scene, prep: "Token") -> bool:
    things = [t for t in prep.children if t.dep_ == "pobj"]
    return bool(things) and all(
        t.i in scene.period_at
        or (body_of(scene, t) is not None and not any(c.dep_ == "amod" for c in t.children))
        for t in things
    )
