"""The ways in which a clause speaks of a measure, each a function from a reading to claims."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.measure.bounds import interval_of, operator_of
from natocheck.claims.kinds.measure.sets import (
    countries_in,
    groups_in,
    phrase_tokens,
    read_set,
)
from natocheck.claims.kinds.measure.years import Years
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import Argument, arguments, name_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import Measured, Operand, Operator, Release
from natocheck.model.facts import Measure
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNITS = {"percent": "percent", "usd": "usd", "count": "count", "thousand-usd": "usd"}


@dataclass(frozen=True, eq=False)
class Reading:
    """Everything about one clause that the forms look at."""

    scene: Scene
    clause: Clause
    measure: Measure
    figures: tuple[FoundQuantity, ...]
    years: Years
    release: Release

    def measured(self, **slots: object) -> Measured:
        """A statement of this measure with the clause's years, release and negation."""
        known: dict[str, object] = {
            "measure": self.measure.id,
            "years": self.years.years,
            "current": self.years.current,
            "release": self.release,
            "negated": self.clause.negated,
        }
        return Measured(**{**known, **slots})  # type: ignore[arg-type]


def subject_heads(reading: Reading) -> list["Token"]:
    """The heads of the noun phrases that may say whose figure it is, likeliest first."""
    found = arguments(reading.clause)
    heads = [a.token for a in found if a.role == "subject"]
    heads += [a.token for a in found if a.role == "agent"]
    return heads or [a.token for a in found if a.role == "object"]


def operand_of(reading: Reading) -> Operand | None:
    """Whose figure the clause gives: countries one by one, or a group taken together."""
    for head in subject_heads(reading):
        operand = operand_at(reading.scene, head)
        if operand is not None:
            return operand
    measure_nouns = _measure_noun_tokens(reading)
    for noun in measure_nouns:
        operand = operand_at(reading.scene, noun)
        if operand is not None:
            return operand
    return None


def operand_at(scene: Scene, head: "Token") -> Operand | None:
    """Whom a noun phrase names: its head, or the owner of a measure ("Polish spending")."""
    tokens = phrase_tokens(head)
    name = name_of(scene, head)
    groups = groups_in(scene, tokens)
    countries = countries_in(scene, tokens)
    if groups and not (name is not None and countries and head.i == tokens[0].i):
        fixed = [g for g in groups if g in countries]
        if not fixed:
            return Operand(actors=groups[:1], total=True)
    return Operand(actors=countries) if countries else None


def _measure_noun_tokens(reading: Reading) -> list["Token"]:
    words = {noun.split()[-1] for noun in reading.measure.nouns}
    return [t for t in reading.clause.tokens if t.lemma_.lower() in words and t.pos_ == "NOUN"]


def value(reading: Reading) -> Iterator[Measured]:
    """ "Poland spends 4.48 percent", and pairs of countries and figures."""
    scene, clause = reading.scene, reading.clause
    pairs = _pairs(reading)
    if pairs is None:
        return
    for operand, found in pairs:
        operator = operator_of(scene, clause, found)
        yield reading.measured(
            form="value", operand=operand, interval=interval_of(found, operator), operator=operator
        )


def _pairs(reading: Reading) -> list[tuple[Operand, FoundQuantity]] | None:
    """Whose each figure is; None where that is not clear."""
    if len(reading.figures) > 1:
        return _alternating(reading) or _respectively(reading)
    operand = operand_of(reading)
    if operand is None:
        return None
    return [(operand, found) for found in reading.figures]


def _country_names(reading: Reading) -> list[tuple[int, str]]:
    scene = reading.scene
    inside = {t.i for t in reading.clause.tokens}
    found = []
    for name in scene.names:
        root = scene.root_of(name)
        if root.i in inside and name_of(scene, root) is not None:
            ids = [
                i
                for i in name.ids("name", "demonym", "metonym", "adjective")
                if scene.lexicon.is_country(i)
            ]
            found += [(name.start, i) for i in ids[:1]]
    return found


def _alternating(reading: Reading) -> list[tuple[Operand, FoundQuantity]] | None:
    """ "Latvia, at 3.73%, and Lithuania, at 4%": each name followed by its figure."""
    marks = [(start, country, None) for start, country in _country_names(reading)]
    items = sorted([*marks, *((q.start, "", q) for q in reading.figures)], key=lambda item: item[0])
    if len(marks) != len(reading.figures) or len(items) % 2:
        return None
    pairs = []
    for first, second in zip(items[::2], items[1::2], strict=True):
        if first[2] is not None or second[2] is None:
            return None
        pairs.append((Operand(actors=(first[1],)), second[2]))
    return pairs


def _respectively(reading: Reading) -> list[tuple[Operand, FoundQuantity]] | None:
    countries = [country for _, country in _country_names(reading)]
    if len(countries) != len(reading.figures):
        return None
    if not any(t.lower_ == "respectively" for t in reading.clause.tokens):
        return None
    return [
        (Operand(actors=(country,)), found)
        for country, found in zip(countries, reading.figures, strict=True)
    ]


def members(reading: Reading) -> Iterator[Measured]:
    """ "Only Poland and Lithuania exceed 4 percent", "more than half are at around 2"."""
    if len(reading.figures) != 1:
        return
    found = reading.figures[0]
    for head in subject_heads(reading):
        expression = read_set(reading.scene, head, reading.clause)
        if expression is None:
            continue
        operator = operator_of(reading.scene, reading.clause, found)
        yield reading.measured(
            form="set",
            members=expression,
            interval=interval_of(found, operator),
            operator=operator,
        )
        return


def compare(reading: Reading) -> Iterator[Measured]:
    """ "Poland spends more than France", "twice as much as", "ahead of", "level with"."""
    scene, clause = reading.scene, reading.clause
    cue = _comparison(reading)
    operand = operand_of(reading)
    if cue is None or operand is None:
        return
    operator, position, factor = cue
    other = _operand_after(reading, position)
    if other is None or other == operand:
        return
    shared = set(other.actors) & set(operand.actors)
    if shared or scene.context is None or clause is None:
        return
    yield reading.measured(
        form="compare", operand=operand, other=other, operator=operator, factor=factor
    )


def _comparison(reading: Reading) -> tuple[Operator, int, Interval | None] | None:
    """The comparing words of a clause: what they say, where they end, and how many times."""
    table = reading.scene.lexicon.values("comparison words")
    tokens = reading.clause.tokens
    factor = next(
        (
            q
            for q in reading.scene.quantities
            if q.quantity.unit == "times" and reading.scene.root_of(q) in tokens
        ),
        None,
    )
    for size in (3, 2, 1):
        for i in range(len(tokens) - size + 1):
            window = tokens[i : i + size]
            keys = {
                " ".join(t.lower_ for t in window),
                " ".join(t.lemma_.lower() for t in window),
            }
            for key in keys:
                if key in table:
                    end = window[-1].idx + len(window[-1])
                    interval = factor.quantity.interval if factor is not None else None
                    return str(table[key]), end, interval  # type: ignore[return-value]
    return _comparative(reading, factor)


def _comparative(
    reading: Reading, factor: FoundQuantity | None
) -> tuple[Operator, int, Interval | None] | None:
    """ "a bigger share than", "less … than", "as much … as"."""
    tokens = reading.clause.tokens
    words = reading.scene.lexicon.values("comparatives")
    than = next((t for t in tokens if t.lower_ == "than"), None)
    if than is not None and than.i + 1 < len(than.doc):
        before = [t for t in tokens if t.i < than.i]
        cue = next((t for t in reversed(before) if t.lower_ in words), None)
        if cue is not None and not _is_bound(reading.scene, than):
            interval = factor.quantity.interval if factor is not None else None
            return str(words[cue.lower_]), than.idx + 4, interval  # type: ignore[return-value]
    if factor is not None:
        last = [t for t in tokens if t.lower_ == "as" and t.idx > factor.end]
        if last:
            return "equal", last[-1].idx + 2, factor.quantity.interval
        return "equal", factor.end, factor.quantity.interval
    return None


def _is_bound(scene: Scene, than: "Token") -> bool:
    return any(q.start <= than.idx < q.end for q in scene.quantities)


def _operand_after(reading: Reading, position: int) -> Operand | None:
    """The first actor named after a comparing word, within the clause's reach."""
    scene = reading.scene
    for name in scene.names:
        if name.start < position - 1:
            continue
        root = scene.root_of(name)
        if name_of(scene, root) is None:
            continue
        countries = [
            i
            for i in name.ids("name", "demonym", "metonym", "adjective")
            if scene.lexicon.is_country(i)
        ]
        if countries:
            joined = [
                c for t in [root, *root.conjuncts] for c in countries_in(scene, [t])
            ] or countries[:1]
            total = any(t.lower_ in {"together", "combined"} for t in scene.doc)
            return Operand(actors=tuple(dict.fromkeys(joined)), total=total)
        groups = name.ids("group")
        if groups:
            return Operand(actors=groups[:1], total=True)
    return None


def rank(reading: Reading) -> Iterator[Measured]:
    """ "the biggest spender", "second-largest", "tops the table", "brought up the rear"."""
    found = _rank_words(reading)
    operand = operand_of(reading)
    if found is None or operand is None or len(operand.actors) != 1 or operand.total:
        return
    number, bottom = found
    whole = _scope(reading, operand)
    yield reading.measured(form="rank", operand=operand, rank=number, bottom=bottom, whole=whole)


def _rank_words(reading: Reading) -> tuple[int, bool] | None:
    tokens = reading.clause.tokens
    superlatives = reading.scene.lexicon.values("superlatives")
    phrases = reading.scene.lexicon.values("rank phrases")
    text = " ".join(t.lemma_.lower() for t in tokens)
    for phrase, end in phrases.items():
        if f" {phrase} " in f" {text} ":
            return 1, end == "bottom"
    for token in tokens:
        if token.lower_ in superlatives:
            return _ordinal_near(reading, token), superlatives[token.lower_] == "bottom"
    return None


def _ordinal_near(reading: Reading, token: "Token") -> int:
    for found in reading.scene.quantities:
        if found.quantity.unit == "ordinal" and 0 <= token.idx - found.end <= 2:
            return int(found.quantity.value)
    return 1


def _scope(reading: Reading, operand: Operand) -> Operand | None:
    tokens = [t for t in reading.clause.tokens]
    groups = [g for g in groups_in(reading.scene, tokens) if g not in operand.actors]
    return Operand(actors=tuple(groups[:1]), total=False) if groups else None


def share(reading: Reading) -> Iterator[Measured]:
    """ "two-thirds of the alliance's spending", "75 percent of the GDP lies outside the EU"."""
    scene = reading.scene
    fractions = [
        q
        for q in scene.quantities
        if q.quantity.unit == "percent" and scene.root_of(q) in reading.clause.tokens
    ]
    if len(fractions) != 1:
        return
    part = fractions[0]
    noun = _measured_whole(reading, part)
    if noun is None:
        return
    whole_tokens = phrase_tokens(noun)
    groups = groups_in(scene, whole_tokens)
    operand = _part_of(reading, {t.i for t in whole_tokens}, noun)
    if operand is None:
        return
    whole = Operand(actors=groups[:1] or _default_whole(reading), total=True)
    if not whole.actors or operand.actors == whole.actors:
        return
    operator = operator_of(scene, reading.clause, part)
    yield reading.measured(
        form="share", operand=operand, whole=whole, interval=interval_of(part, operator)
    )


def _default_whole(reading: Reading) -> tuple[str, ...]:
    fitting = sorted(reading.scene.context.organisations)
    groups = {entry.group for entry in reading.scene.lexicon.rulebase.memberships.values()}
    known = [i for i in fitting if i in groups]
    return tuple(known) if len(known) == 1 else ()


def _measured_whole(reading: Reading, part: FoundQuantity) -> "Token | None":
    """The noun of the measure that the part is of: "… of the alliance's combined GDP"."""
    after = [t for t in reading.scene.doc if t.idx >= part.end][:9]
    if not after or after[0].lower_ not in {"of"}:
        return None
    last_words = {noun.split()[-1] for noun in reading.measure.nouns}
    for token in after[1:]:
        if token.lemma_.lower() in last_words or token.lower_ in last_words:
            return token
        if token.pos_ in {"VERB", "AUX"}:
            return None
    return None


def _part_of(reading: Reading, inside: set[int], noun: "Token") -> Operand | None:
    """Whose part it is: the clause's other named actor, or "outside" a group."""
    scene = reading.scene
    outside = scene.lexicon.words("outside prepositions")
    for a in _all_arguments(reading):
        if a.token.i in inside:
            continue
        groups = groups_in(scene, [a.token])
        countries = countries_in(scene, phrase_tokens(a.token))
        if a.role in outside and groups:
            return Operand(total=True, without=groups[:1])
        if groups and a.role in {"in", "inside", "within", "subject", "by", "agent", "to"}:
            return Operand(actors=groups[:1], total=True)
        if countries:
            return Operand(actors=countries, total=True)
    return None


def _all_arguments(reading: Reading) -> list[Argument]:
    return list(arguments(reading.clause))


def change(reading: Reading) -> Iterator[Measured]:
    """ "rose from 2 percent in 2019 to 3 in 2024", "doubled since 2014", "fell"."""
    operand = operand_of(reading)
    trend = _trend(reading)
    if operand is None or trend is None:
        return
    kind, factor = trend
    years = reading.years
    if len(reading.figures) == 2 and len(years.years) == 2:
        first, last = reading.figures
        for year, found in zip(years.years, (first, last), strict=True):
            yield reading.measured(
                form="value",
                operand=operand,
                interval=found.quantity.interval,
                years=(year,),
                current=False,
            )
    if len(years.years) < 2 and not (years.span and years.current):
        return
    yield reading.measured(form="change", operand=operand, trend=kind, factor=factor)


def _trend(reading: Reading) -> tuple[str | None, Interval | None] | None:
    table = reading.scene.lexicon.values("trend verbs")
    for token in reading.clause.tokens:
        key = token.lemma_.lower()
        if key in table and token.pos_ in {"VERB", "NOUN"}:
            number = table[key]
            if isinstance(number, (int, float)):
                return ("rise" if number > 1 else "fall"), _about(float(number))
            return str(number), None
    return None


def _about(factor: float) -> Interval:
    """A factor in one word ("doubled") allows a tenth either way."""
    return Interval(factor * 0.9, factor * 1.1 if not math.isinf(factor) else math.inf)
