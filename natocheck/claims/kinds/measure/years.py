"""Which years a clause speaks of."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.scene import Scene
from natocheck.claims.times import is_attributive

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Years:
    """The years named, whether all or any of them are meant, and whether none is named."""

    years: tuple[int, ...] = ()
    span: bool = False
    current: bool = False
    clear: bool = True


def years_of(scene: Scene, clause: Clause) -> Years:
    """The years of a clause; a fronted or governing clause lends its own if it has none."""
    found = [p for p in _data_periods(scene) if scene.root_of(p) in clause.tokens]
    if not found:
        found = [p for p in _data_periods(scene) if _governs(scene, p, clause)]
    return _combined(scene, found)


def _governs(scene: Scene, found: FoundPeriod, clause: Clause) -> bool:
    """Whether a period of the governing clause frames this one ("In 2014, only three …")."""
    parent = clause.parent
    root = scene.root_of(found)
    return parent is not None and root in parent.tokens


def _data_periods(scene: Scene) -> list[FoundPeriod]:
    """The periods that say when a figure holds, not when a document came out."""
    return [p for p in scene.periods if not is_publication(scene, p)]


def is_publication(scene: Scene, found: FoundPeriod) -> bool:
    """Whether a period dates a release: "the June 2024 estimates", "published in June".

    A bare year before such a noun is the year of the figures ("its 2025 estimates").
    """
    releases = scene.lexicon.words("release nouns")
    root = scene.root_of(found)
    if is_attributive(scene, found) and root.head.lemma_.lower() in releases:
        return found.period.grain != "year"
    governors = {t.lemma_.lower() for t in _governing_verbs(root)}
    return bool(governors & scene.lexicon.words("release verbs"))


def _governing_verbs(token: "Token") -> list["Token"]:
    """The verb that a period hangs on, if that verb only describes a document."""
    governor = token.head.head if token.dep_ == "pobj" else token.head
    return [governor] if governor.dep_ in {"acl", "relcl"} else []


def _combined(scene: Scene, found: list[FoundPeriod]) -> Years:
    yearly = [p for p in found if p.relation != "for"]
    if not yearly:
        return Years(current=True)
    spans = [p for p in yearly if p.period.start.year < p.period.end.year]
    if spans and len(yearly) == 1:
        period = spans[0].period
        return Years(tuple(range(period.start.year, period.end.year + 1)), span=True)
    since = [p for p in yearly if p.relation == "since"]
    if since and len(yearly) == 1:
        return Years((since[0].period.start.year,), span=True, current=True)
    points = sorted({p.period.start.year for p in yearly})
    return Years(tuple(points), clear=not spans)
