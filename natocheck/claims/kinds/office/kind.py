"""All claims of office in a sentence: titles beside names first, then what verbs say."""

from collections.abc import Iterator

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal
from natocheck.claims.kinds.office.beside import beside_names
from natocheck.claims.kinds.office.nations import nationalities
from natocheck.claims.kinds.office.orders import orders
from natocheck.claims.kinds.office.spells import spells
from natocheck.claims.kinds.office.succession import successions
from natocheck.claims.kinds.office.tenures import in_office_since, tenures, turns
from natocheck.claims.kinds.office.titles import find_titles
from natocheck.claims.kinds.office.verbs import terms
from natocheck.claims.scene import Scene


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """Claims of office, and titles that were passed over with the reason."""
    titles = find_titles(scene)
    if not (titles or _tells_of_people(scene)):
        return
    yield from beside_names(scene, clauses, titles)
    yield from nationalities(scene)
    for clause in clauses:
        yield from terms(scene, clause, titles)
        yield from orders(scene, clause, titles)
        yield from successions(scene, clause, titles)
        yield from spells(scene, clause, titles)
        yield from turns(scene, clause, titles)
    yield from in_office_since(scene)
    yield from tenures(scene, clauses)


def _tells_of_people(scene: Scene) -> bool:
    """Whether somebody who may hold an office is named, or how many a country has supplied."""
    lexicon = scene.lexicon
    if any(lexicon.is_person(i) for name in scene.names for i in name.ids("name")):
        return True
    return not scene.vocabulary.isdisjoint(lexicon.words("supplying verbs"))
