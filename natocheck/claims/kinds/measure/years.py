"""Which years a clause speaks of."""

import re
from dataclasses import dataclass, replace

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.measure.offsets import years_beside
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.scene import Scene
from natocheck.claims.times import is_attributive
from natocheck.claims.verbs import first_verb

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Years:
    """The years named, whether they are one stretch, and whether none is named.

    ``clear`` is False where a year stands in the clause that could not be placed.
    ``first_time``: "for the first time", perhaps since a year that is none of ``years``.
    """

    years: tuple[int, ...] = ()
    span: bool = False
    current: bool = False
    clear: bool = True
    first_time: bool = False
    first_since: int | None = None


def years_of(scene: Scene, clause: Clause) -> Years:
    """The years of a clause; a governing clause lends its own if it has none."""
    data = [p for p in scene.periods if not is_publication(scene, p)]
    found = [p for p in data if scene.root_of(p) in clause.tokens]
    if not found and (_is_of_another_time(clause) or _is_perfect_participle(clause)):
        return Years(clear=False)
    if not found and not (_is_earlier(clause) or _is_later(scene, clause)):
        found = [p for p in data if clause.parent and scene.root_of(p) in clause.parent.tokens]
    if any(_is_stray_year(scene, token.i) for token in clause.tokens):
        return Years(clear=False)
    if not is_first_time(clause):
        return _combined([*found, *years_beside(scene, clause.tokens, found)])
    since = [p for p in found if p.relation == "since"]
    years = _combined([p for p in found if p not in since])
    return replace(years, first_time=True, first_since=_only_year(since))


def _is_perfect_participle(clause: Clause) -> bool:
    """ "Having spent 1 percent for years": before what is told, and nothing says when."""
    return clause.parent is not None and any(t.lower_ == "having" for t in clause.tokens[:1])


def _is_earlier(clause: Clause) -> bool:
    """ "Spain, which spent 1 percent, spends 2 today": what is past is not of the main clause's
    present time."""
    parent = clause.parent
    if parent is None or clause.head.dep_ not in {"relcl", "acl"}:
        return False
    return _is_preterite(clause) and not parent.past


def _is_later(scene: Scene, clause: Clause) -> bool:
    """ "Spent 1 percent in 2014 and now spends 2": the present is not of the past's year."""
    parent = clause.parent
    if parent is None or clause.head.dep_ not in {"conj", "advcl"} or _is_preterite(clause):
        return False
    present = {t.lower_ for t in clause.tokens} & scene.lexicon.words("present adverbs")
    return bool(present) or (clause.head.tag_ in {"VBZ", "VBP"} and _is_preterite(parent))


def _is_preterite(clause: Clause) -> bool:
    first = first_verb(clause.chain)
    return first.tag_ == "VBD"


def _only_year(found: list[FoundPeriod]) -> int | None:
    return found[0].period.start.year if len(found) == 1 else None


def _is_of_another_time(clause: Clause) -> bool:
    """ "after spending 1.4 percent", "before it reached 2": the clause above is no year of it."""
    head = clause.head
    opener = head.head if head.dep_ == "pcomp" else None
    marks = [
        child for child in head.children if child.dep_ in {"mark", "prep"} and child.i < head.i
    ]
    return any(t.lower_ in {"after", "before", "until", "since"} for t in (opener, *marks) if t)


def is_first_time(clause: Clause) -> bool:
    """Whether a clause says that it was so in no year before: "for the first time"."""
    words = " ".join(t.lower_ for t in clause.tokens)
    return "for the first time" in words and "first time in" not in words


def _is_stray_year(scene: Scene, position: int) -> bool:
    """Whether a token looks like a year but was read neither as a time nor as a number."""
    if position in scene.period_at or position in scene.name_at:
        return False
    found = scene.quantity_at.get(position)
    counted = found is not None and found.quantity.text != scene.doc[position].text
    shaped = _YEAR.fullmatch(scene.doc[position].text) is not None
    return shaped and not counted and not _is_price_year(scene, position)


def _is_price_year(scene: Scene, position: int) -> bool:
    """Whether the prices of a year are spoken of: "constant 2021 prices", "2015 dollars"."""
    after = scene.doc[position + 1 : position + 2]
    return any(token.lemma_.lower() in scene.lexicon.words("price nouns") for token in after)


def is_publication(scene: Scene, found: FoundPeriod) -> bool:
    """Whether a period dates a release: "the June 2024 estimates", "published in June".

    A bare year before such a noun is the year of the figures ("its 2025 estimates").
    """
    releases = scene.lexicon.words("release nouns")
    root = scene.root_of(found)
    if _dates_prices(scene, found):
        return True
    if is_attributive(scene, found) and root.head.lemma_.lower() in releases:
        return found.period.grain != "year"
    if root.dep_ == "poss" and root.head.lemma_.lower() in releases:
        return found.period.grain != "year"
    governor = root.head.head if root.dep_ == "pobj" else root.head
    described = governor.dep_ in {"acl", "relcl"}
    return described and governor.lemma_.lower() in scene.lexicon.words("release verbs")


def _dates_prices(scene: Scene, found: FoundPeriod) -> bool:
    """Whether a year is that of the prices a figure is given in ("at 2021 prices")."""
    nouns = scene.lexicon.words("price nouns")
    root = scene.root_of(found)
    before = [t.lemma_.lower() for t in scene.doc if t.idx < found.start][-2:]
    after = [t.lemma_.lower() for t in scene.doc if t.idx >= found.end][:1]
    return root.head.lemma_.lower() in nouns or bool({*before, *after} & nouns)


def _combined(found: list[FoundPeriod]) -> Years:
    yearly = found
    if not yearly:
        return Years(current=True)
    since = [p for p in yearly if p.relation == "since"]
    if since and len(yearly) == 1:
        return Years((since[0].period.start.year,), span=True, current=True)
    # "for the first time since 2014" frames what is said of another year.
    yearly = [p for p in yearly if p.relation != "since"] or yearly
    spans = [p for p in yearly if p.period.start.year < p.period.end.year]
    if spans and len(yearly) == 1:
        period = spans[0].period
        return Years(tuple(range(period.start.year, period.end.year + 1)), span=True)
    # A stretch beside single years ("over the past decade, from … in 2014 to …") frames them.
    ordered = sorted((p for p in yearly if p not in spans), key=lambda p: p.start)
    points = tuple(dict.fromkeys(p.period.start.year for p in ordered))
    return Years(points, clear=bool(points))
