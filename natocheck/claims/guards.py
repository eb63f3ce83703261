"""What stands beside a claim and no slot took up: the last look before it is judged.

Each guard knows one way in which English adds to a statement or takes from it: an interval
to something else, a companion, a rank, an exception, a part of a whole, the date of another
thing. It names the words; what follows is decided by where they are put: ``unread`` words
leave a claim unjudged, ``doubts`` keep it from being wrong, ``partial`` from being right.
"""

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import is_restriction
from natocheck.claims.scene import Scene
from natocheck.model.claims import (
    Belongs,
    Claim,
    Counted,
    GroupGrew,
    GroupSize,
    Happened,
    Holds,
    JoinedApart,
    Measured,
    Ranks,
    Related,
    Succeeds,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

Guard = Callable[[Scene, Claim, tuple[Claim, ...]], tuple[str, ...]]
_DATED = (Belongs, Holds, Happened, Succeeds, Related)
_SETS = (Belongs, GroupSize, GroupGrew, Counted)
_SIZES = (GroupSize, GroupGrew, Counted)
_LENGTHS = {"year", "month", "week", "day"}
_NEAR = 4
_WIDTH = 30  # characters from a number in which its noun and that noun's owners stand
_NOUNS = {"NOUN", "PROPN"}


def guarded(scene: Scene, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, each with the words beside it that it does not account for."""
    return tuple(_guarded(scene, claim, claims) for claim in claims)


def _guarded(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> Claim:
    def words(guards: tuple[Guard, ...]) -> tuple[str, ...]:
        return tuple(w for guard in guards for w in guard(scene, claim, claims))

    return msgspec.structs.replace(
        claim,
        unread=(*claim.unread, *words(_UNREAD)),
        doubts=(*claim.doubts, *words(_DOUBTS)),
        partial=(*claim.partial, *words(_PARTIAL)),
    )


def _date_of_other(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Became minister after the election of 4 July": the date is the election's."""
    del claims
    statement = claim.statement
    counted = isinstance(statement, Happened) and statement.times is not None
    if not isinstance(statement, _DATED) or counted:
        return ()
    words = scene.lexicon.words("occasion prepositions")
    first = claim.start - scene.sentence.start
    openers = [t for t in scene.doc if t.lower_ in words and not _is_time(scene, t)]
    openers = [t for t in openers if t.idx >= first]  # else the claim is of that occasion
    return tuple(
        f"{opener.text} … {scene.text_between(period.start, period.end)}"
        for opener in openers
        for period in scene.periods
        if _belongs_to(scene, opener, period)
    )


def _is_time(scene: Scene, opener: "Token") -> bool:
    """Whether what follows is itself a time ("after 2014") or a clause with its own verb."""
    following = scene.doc[opener.i + 1 : opener.i + 3]
    return opener.dep_ == "mark" or any(t.i in scene.period_at for t in following)


def _belongs_to(scene: Scene, opener: "Token", period: FoundPeriod) -> bool:
    """Whether only the words of one noun phrase stand between an opener and a period."""
    first = scene.tokens_of(period)[0]
    between = scene.doc[opener.i + 1 : first.i]
    plain = all(not _has_verb(t) and t.text not in {";", ":"} for t in between)
    return first.i > opener.i and plain and any(t.pos_ in _NOUNS for t in between)


def _has_verb(token: "Token") -> bool:
    return token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound"}


def _denied_part(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Finland, but not Sweden, joined in 2023"."""
    del claims
    if not isinstance(claim.statement, (Belongs, Related, GroupSize)):
        return ()
    starts = [n.start for n in scene.names if any(map(scene.lexicon.is_country, n.ids("name")))]
    return tuple(
        match[0]
        for pattern in sorted(scene.lexicon.words("denied parts"))
        for match in re.finditer(rf"(?i)\b(?:{pattern})\b", scene.doc.text)
        if any(0 <= start - match.end() <= len(" the ") for start in starts)
    )


def _loose(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "A de facto member", "a member in all but name"."""
    del claims
    return _matches(scene, "loose memberships") if isinstance(claim.statement, Belongs) else ()


def _several_newest(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Albania, one of the newest members", "the second-newest member"; beside a second
    country it is not clear which one is called the newest."""
    del claims
    if not isinstance(claim.statement, Belongs) or claim.statement.newest != 1:
        return ()
    first, last = claim.start - scene.sentence.start, claim.end - scene.sentence.start
    near = [n for n in scene.names if first <= n.start < last]
    named = {i for name in near for i in name.ids("name") if scene.lexicon.is_country(i)}
    others = tuple(sorted(named - set(claim.statement.members)))
    return _matches(scene, "several newest") + others


def _loose_month(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "The summit of 2022 was held in July": a month that no period took up."""
    del claims
    if not isinstance(claim.statement, _DATED):
        return ()
    months = scene.lexicon.time_words.months
    return tuple(
        token.text
        for token in scene.doc
        if token.lower_ in months
        and token.i not in scene.period_at
        and token.i not in scene.name_at
        and token.pos_ == "PROPN"
    )


def _exception(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "All but four of the members", "every member except Austria"."""
    del claims
    if not isinstance(claim.statement, _SETS) or _is_overlap(claim):
        return ()
    return _matches(scene, "exception phrases")


def _is_overlap(claim: Claim) -> bool:
    """Whether two bodies are counted against each other, which takes up all their words."""
    statement = claim.statement
    return isinstance(statement, GroupSize) and (
        len(statement.groups) > 1 or bool(statement.without) or statement.exhaustive
    )


def _found(scene: Scene, use: str) -> Iterator[re.Match[str]]:
    """The first match of each pattern that the rule base lists for a use."""
    for pattern in sorted(scene.lexicon.words(use)):
        match = re.search(rf"(?i)\b(?:{pattern})\b", scene.doc.text)
        if match is not None:
            yield match


def _matches(scene: Scene, use: str) -> tuple[str, ...]:
    """The words that the patterns for a use find in the sentence."""
    return tuple(match[0] for match in _found(scene, use))


def _restricted_set(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "The only Nordic countries that are not EU members", "both states that border …"."""
    del claims
    if not isinstance(claim.statement, Belongs):
        return ()
    sets = scene.lexicon.words("set determiners")
    return tuple(
        f"{child.text} {noun.text}"
        for noun in scene.doc
        for child in noun.children
        if child.lower_ in sets and _has_relative(noun)
    )


def _has_relative(noun: "Token") -> bool:
    """Whether a clause without a comma tells which ones are meant."""
    relatives = [c for c in noun.children if c.dep_ == "relcl"]
    return any(r.left_edge.nbor(-1).text != "," for r in relatives)


def _part_of_whole(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Of the 32, two joined in 2023", "the number of allies meeting 2 percent"."""
    del claims
    statement = claim.statement
    if not isinstance(statement, _SIZES):
        return ()
    counts = [q for q in scene.quantities if q.quantity.unit == "count"]
    wholes = [q for q in counts if _is_whole_of_parts(scene, q.start)] if len(counts) > 1 else []
    if _is_overlap(claim):
        return ()
    if isinstance(statement, GroupSize) and statement.when is None:
        own = [q for q in wholes if q.quantity.interval == statement.number]
        wholes = [] if own else wholes  # the whole itself, of today
    sized = not isinstance(statement, Counted)
    found = tuple(q.quantity.text for q in wholes)
    return found + (_matches(scene, "counted parts") if sized else ())


def _is_whole_of_parts(scene: Scene, start: int) -> bool:
    """Whether "of" or an owner with "of" stands before a number: "of NATO's 32 members"."""
    before = [t for t in scene.doc if t.idx < start][-4:]
    return any(t.lower_ == "of" for t in before)


def _other_owner(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "The EU's 23 NATO members", "the EU's six founders": of another body, or of two."""
    del claims
    if not isinstance(claim.statement, _SIZES):
        return ()
    if _is_overlap(claim):
        return ()
    near = [n for n in scene.names if _is_beside(scene, claim, n.start, n.end)]
    bodies = [body for name in near if (body := _bodies(scene, name))]
    texts = tuple(scene.text_between(name.start, name.end) for name in near)
    return texts if any(not one & other for one, other in combinations(bodies, 2)) else ()


def _bodies(scene: Scene, name: Name) -> set[str]:
    """The organisations and parts of the world that a name is of, a group's through it."""
    groups = scene.lexicon.rulebase.groups
    named = {i for i in name.ids("name", "adjective") if not scene.lexicon.is_country(i)}
    return named | {body for i in name.ids("group") for body in groups[i].all_of}


def _is_beside(scene: Scene, claim: Claim, start: int, end: int) -> bool:
    """Whether a name owns the counted noun or stands within its words."""
    first, last = claim.start - scene.sentence.start, claim.end - scene.sentence.start
    owning = scene.text_between(end, end + 3).strip()[:2] in {"'s", "’s", "'", "’"}
    return first - 4 <= start < min(last, first + _WIDTH) or (owning and end <= first <= end + 4)


def _interval(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "In 1982, ten years after West Germany": told from something else."""
    known = any(isinstance(each.statement, JoinedApart) for each in claims)
    reckoned = isinstance(claim.statement, Happened) and claim.statement.told_from
    if known or reckoned or not isinstance(claim.statement, _DATED):
        return ()
    words = scene.lexicon.words("interval prepositions")
    lengths = [q for q in scene.quantities if q.quantity.unit in _LENGTHS]
    spans = [(q.start, q.end) for q in lengths]
    spans += [(p.start, p.end) for p in scene.periods if p.relation == "for"]
    spans += [
        match.span()
        for phrase in sorted(scene.lexicon.words("interval phrases"))
        for match in re.finditer(rf"(?i)\b{phrase}\b", scene.doc.text)
    ]
    found = [
        f"{scene.text_between(start, end)} {token.text}"
        for start, end in spans
        for token in scene.doc
        if token.lower_ in words and 0 <= token.idx - end <= 1 and _names_next(scene, token)
    ]
    return tuple(found)


def _names_next(scene: Scene, token: "Token") -> bool:
    """Whether what the interval is told from is named: "before Spain", "after the ISAF mission"."""
    following = scene.doc[token.i + 1 : token.i + 1 + _NEAR]
    return any(t.i in scene.name_at for t in following)


def _companion(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Joined in 1999 together with Romania", "without Turkey"."""
    del claims
    statement = claim.statement
    if not isinstance(statement, Belongs) or statement.mode not in {"joined", "left"}:
        return ()
    words = scene.lexicon.words("companion prepositions")
    verbs = {phrase.split()[0] for phrase in scene.lexicon.values("membership verbs")}
    return tuple(
        f"{token.text} {scene.text_between(name.start, name.end)}"
        for token in scene.doc
        for name in scene.names
        if token.lower_ in words
        and token.head.lemma_.lower() in verbs
        and 0 < name.start - token.idx - len(token) <= len(" the ")
        and any(scene.lexicon.is_country(i) for i in name.ids("name"))
        and not set(name.ids("name")) & set(statement.members)
    )


def _rank(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "The second secretary general", "the longest-serving": a rank that nobody compares."""
    if not isinstance(claim.statement, (Holds, Belongs)):
        return ()
    if isinstance(claim.statement, Belongs) and any(_ranks(c) for c in claims):
        return ()  # an office's rank is judged by a claim of its own
    ordinals = [q.quantity.text for q in scene.quantities if _is_of_holder(scene, q)]
    best = [t.text for t in scene.doc if t.lower_ in scene.lexicon.words("rank words")]
    return (*ordinals, *best)


def _is_of_holder(scene: Scene, found: FoundQuantity) -> bool:
    """Whether an ordinal stands with a title or a noun for members: "the second secretary"."""
    root = scene.root_of(found)
    noun = root if root.dep_ in {"pobj", "attr", "nsubj", "appos"} else root.head
    name = scene.name_at.get(noun.i)
    titled = name is not None and bool(name.ids("title"))
    ranked = noun.lemma_.lower() in scene.lexicon.words("ranked nouns")
    return found.quantity.unit == "ordinal" and (titled or ranked)


def _ranks(claim: Claim) -> bool:
    statement = claim.statement
    placed = isinstance(statement, Belongs) and (
        statement.order is not None or statement.newest > 0
    )
    return placed or isinstance(statement, Ranks)


def _only(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Only Poland asked", "the only two that joined", "for the first time": nobody else did."""
    del claims
    if not isinstance(claim.statement, (Belongs, Happened)):
        return ()
    only = scene.lexicon.words("only") - {"no"}
    found = (t for t in scene.doc[:-1] if is_restriction(t, only))
    ranked = scene.lexicon.words("ranked nouns")
    numbers = {"NUM"} if isinstance(claim.statement, Belongs) else set()
    named = tuple(
        t.text
        for t in found
        if t.nbor(1).pos_ in {"PROPN", *numbers} or t.nbor(1).lemma_.lower() in ranked
    )
    return named + _matches(scene, "first times")


def _sum_or_share(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Spends more than": it may be a sum, where only shares would be compared."""
    del claims
    statement = claim.statement
    if not isinstance(statement, Measured) or statement.form != "compare":
        return ()
    measures = scene.lexicon.rulebase.measures
    if not all(measures[m].of for m in (statement.measure, *statement.alternatives)):
        return ()
    words = {word for t in scene.doc for word in (t.lower_, t.lemma_.lower())}
    told = bool(words & scene.lexicon.words("words of shares"))
    money = tuple(sorted(words & scene.lexicon.words("words of sums")))
    return money if told else ("share or sum",)


def _city(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Paris has two million inhabitants": the city's own, not those of its country."""
    del claims
    statement = claim.statement
    if not isinstance(statement, Measured):
        return ()
    measures = scene.lexicon.rulebase.measures
    if not measures[statement.measure].of_cities:
        return ()
    capitals = [n for n in scene.names if n.ids("metonym") and not _names_country(scene, n)]
    stated = set(statement.operand.actors) | set(statement.other.actors if statement.other else ())
    return tuple(name.text for name in capitals if stated & set(name.ids("metonym")))


def _names_country(scene: Scene, name: Name) -> bool:
    return any(map(scene.lexicon.is_country, name.ids("name", "adjective", "demonym")))


def _two_counts(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Twenty-three allies this year, against three in 2014": which number is of which year."""
    del claims
    if not isinstance(claim.statement, Measured) or claim.statement.form != "set":
        return ()
    counts = [q for q in scene.quantities if q.quantity.unit == "count"]
    apart = [q.quantity.text for q in counts if not _is_whole_of_parts(scene, q.start)]
    return (tuple(apart) if len(apart) > 1 else ()) + _matches(scene, "compared counts")


def _open_time(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Joined later that year", of a year that nothing names: when it was is not read."""
    del claims
    return _times_inside(scene, claim, scene.open_times)


def _doubtful_time(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "In May they met", where the paragraph tells of another year."""
    del claims
    return _times_inside(scene, claim, scene.doubtful_times)


def _times_inside(
    scene: Scene, claim: Claim, spans: tuple[tuple[int, int], ...]
) -> tuple[str, ...]:
    """The words of those spans that lie in a claim which depends on when it was."""
    if not isinstance(claim.statement, _DATED):
        return ()
    first, last = claim.start - scene.sentence.start, claim.end - scene.sentence.start
    inside = (span for span in spans if span[0] < last and first < span[1])
    return tuple(scene.text_between(start, end) for start, end in inside)


_UNREAD: tuple[Guard, ...] = (
    _denied_part,
    _exception,
    _restricted_set,
    _loose,
    _sum_or_share,
    _city,
)
_DOUBTS: tuple[Guard, ...] = (
    _date_of_other,
    _part_of_whole,
    _other_owner,
    _several_newest,
    _two_counts,
    _doubtful_time,
)
_PARTIAL: tuple[Guard, ...] = (
    _interval,
    _companion,
    _rank,
    _loose_month,
    _only,
    _several_newest,
    _open_time,
)
