"""Claims about figures that tables hold, in whichever form the clause puts them."""

from collections.abc import Callable, Iterator

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted, passed
from natocheck.claims.kinds.measure import forms
from natocheck.claims.kinds.measure.forms import Reading
from natocheck.claims.kinds.measure.release import release_of
from natocheck.claims.kinds.measure.remainder import unread_words
from natocheck.claims.kinds.measure.subject_matter import measures_of
from natocheck.claims.kinds.measure.years import years_of
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.claims import Measured
from natocheck.model.facts import Measure

_UNITS = {"percent": {"percent"}, "usd": {"usd"}, "count": {"count"}, "thousand-usd": {"usd"}}
Form = Callable[[Reading], Iterator[Measured]]


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims about measures in a sentence."""
    release = release_of(scene)
    for clause in clauses:
        quantities = _quantities(scene, clause)
        for measure in measures_of(scene, clause, quantities):
            if not is_asserted(clause):
                yield passed("measure", clause, "it is not asserted")
                break
            yield from _of_measure(scene, clause, measure, quantities, release)


def _quantities(scene: Scene, clause: Clause) -> tuple[FoundQuantity, ...]:
    return tuple(q for q in scene.quantities if scene.root_of(q) in clause.tokens)


def _of_measure(
    scene: Scene,
    clause: Clause,
    measure: Measure,
    quantities: tuple[FoundQuantity, ...],
    release: object,
) -> Iterator[Proposal]:
    years = years_of(scene, clause)
    if not years.clear:
        yield passed("measure", clause, "its years are not clear")
        return
    figures = tuple(q for q in quantities if q.quantity.unit in _UNITS[measure.unit])
    reading = Reading(scene, clause, measure, figures, years, release)  # type: ignore[arg-type]
    unread = unread_words(reading)
    spoke = False
    for form in _forms(reading):
        for statement in form(reading):
            spoke = True
            yield claim_in(scene, "measure", clause, statement, unread)
        if spoke and form is not forms.rank:
            return
    if not spoke:
        yield passed("measure", clause, f"{measure.id}: no form of statement fits")


def _forms(reading: Reading) -> tuple[Form, ...]:
    """The forms to try, the most telling first; value is what remains."""
    if not reading.figures:
        return (forms.share, forms.compare, forms.rank, forms.change)
    return (forms.share, forms.members, forms.change, forms.rank, forms.compare, forms.value)
