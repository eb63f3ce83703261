"""When: dates that may be another thing's, months and times that no period took up, intervals."""

from typing import TYPE_CHECKING

from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.scene import Scene
from natocheck.model.claims import (
    Belongs,
    Claim,
    Happened,
    Holds,
    JoinedApart,
    Related,
    Succeeds,
)
from natocheck.rulebase.lookup import periods

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_DATED = (Belongs, Holds, Happened, Succeeds, Related)
_LENGTHS = {"year", "month", "week", "day"}
_NEAR = 4
_NOUNS = {"NOUN", "PROPN"}


def date_of_other(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Became minister after the election of 4 July": the date is the election's."""
    del claims
    statement = claim.statement
    if not isinstance(statement, _DATED) or _is_counted(claim):
        return ()
    first = claim.start - scene.sentence.start
    # What stands before the claim is the occasion that it is of.
    told = [each for each in _of_occasions(scene) if each[0].idx >= first]
    return tuple(_words(scene, opener, period) for opener, period in told)


def counted_elsewhen(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Only once, after the annexation of 2014, was it invoked": a year in which it was not."""
    del claims
    statement = claim.statement
    if not isinstance(statement, Happened) or not _is_counted(claim):
        return ()
    rules = [scene.lexicon.rulebase.events[event] for event in statement.events]
    rows = [periods(row.date) for rule in rules for row in rule.rows]
    years = {stamp.start.year for row in rows for stamp in row}
    return tuple(
        _words(scene, opener, period)
        for opener, period in _of_occasions(scene)
        if not {period.period.start.year, period.period.end.year} & years
    )


def _is_counted(claim: Claim) -> bool:
    return isinstance(claim.statement, Happened) and claim.statement.times is not None


def _words(scene: Scene, opener: "Token", period: FoundPeriod) -> str:
    return f"{opener.text} … {scene.text_between(period.start, period.end)}"


def _of_occasions(scene: Scene) -> list[tuple["Token", FoundPeriod]]:
    """The prepositions that open an occasion, each with the date of this occasion."""
    words = scene.lexicon.words("occasion prepositions")
    openers = [t for t in scene.doc if t.lower_ in words and not _is_time(scene, t)]
    return [(o, p) for o in openers for p in scene.periods if _belongs_to(scene, o, p)]


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


def loose_month(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
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


def interval(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
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
        for pattern in scene.lexicon.patterns("interval phrases")
        for match in pattern.finditer(scene.doc.text)
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
    named = [scene.name_at[t.i] for t in following if t.i in scene.name_at]
    in_office = token.lower_ == "as" and any(name.ids("title") for name in named)
    return bool(named) and not in_office  # "ten years as chancellor" is a term, no interval


def open_time(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Joined later that year", of a year that nothing names: when it was is not read."""
    del claims
    return _times_inside(scene, claim, scene.open_times)


def doubtful_time(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
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
