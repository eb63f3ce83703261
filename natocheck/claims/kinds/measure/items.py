"""The countries and groups of a clause in the order in which they stand."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.measure.apart import apart_starts
from natocheck.claims.kinds.measure.release import publisher_starts
from natocheck.claims.phrases import arguments, is_fixed_group, name_of
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_LINKS = {",", "and", "or", "both", "the", "&", "also", "then", "as", "well", "nor", "neither"}


@dataclass(frozen=True, eq=False)
class Item:
    """A name that may say whose figure it is: a country, or a group of them."""

    start: int
    end: int
    id: str
    is_group: bool
    root: "Token"


def items_of(scene: Scene, clause: Clause) -> tuple[Item, ...]:
    """The countries and groups of a clause, less the publishers of its figures and those that
    it holds apart."""
    return items_in(scene, {token.i for token in (*clause.tokens, *_borrowed(scene, clause))})


def items_in(scene: Scene, inside: set[int]) -> tuple[Item, ...]:
    """The countries and groups whose heads are among some tokens, by their positions."""
    skipped = publisher_starts(scene) | apart_starts(scene)
    found = []
    for name in scene.names:
        root = scene.root_of(name)
        if root.i not in inside or name.start in skipped or name_of(scene, root) is None:
            continue
        item = _item(scene, name.start, name.end, root)
        if item is not None:
            found.append(item)
    return tuple(found)


def _borrowed(scene: Scene, clause: Clause) -> list["Token"]:
    """What a relative clause hangs on, and the subject that a clause takes from another; of a
    subject that counts ("a third of the allies") those counted."""
    own = {token.i for token in clause.tokens}
    found = [a.token for a in arguments(clause) if a.role == "subject" and a.token.i not in own]
    found += [t for token in found if _counts(scene, token) for t in _counted(token)]
    if clause.head.dep_ == "relcl":
        found.append(clause.head.head)
    return [
        t
        for token in found
        for t in (token, *token.children)
        if t.dep_ in {"poss", "compound", "amod", "nmod", "conj"} or t == token
    ]


def _counts(scene: Scene, token: "Token") -> bool:
    uses = ("none determiners", "all determiners", "majority words")
    return token.i in scene.quantity_at or any(
        token.lower_ in scene.lexicon.words(use) for use in uses
    )


def _counted(number: "Token") -> list["Token"]:
    return [t for c in number.children if c.lower_ == "of" for t in c.children]


def _item(scene: Scene, start: int, end: int, root: "Token") -> Item | None:
    name = scene.name_at[root.i]
    countries = [
        i
        for i in name.ids("name", "demonym", "metonym", "adjective")
        if scene.lexicon.is_country(i)
    ]
    if countries:
        return Item(start, end, countries[0], False, root)
    groups = [*_meant(scene, name.ids("group")), *_bodies(scene, name.ids("name"))]
    fixed = [g for g in groups if is_fixed_group(scene, g)]
    if fixed or groups:
        return Item(start, end, (fixed or groups)[0], True, root)
    return None


def _meant(scene: Scene, groups: tuple[str, ...]) -> list[str]:
    """The groups that a name means: of several ("member countries"), those of the body
    that the sentence or what came before speaks of."""
    if len(groups) < 2:
        return list(groups)
    known = scene.lexicon.rulebase.groups
    return [g for g in groups if set(known[g].all_of) & scene.context.organisations]


def _bodies(scene: Scene, ids: tuple[str, ...]) -> list[str]:
    members = scene.lexicon.index.memberships
    bodies = [i for i in ids if i in members]
    return bodies if len(bodies) == 1 else [i for i in bodies if i in scene.context.organisations]


def run_from(scene: Scene, items: tuple[Item, ...], first: Item) -> tuple[Item, ...]:
    """The item and those that "and" and commas join to it, as they stand."""
    run = [first]
    for item in items[items.index(first) + 1 :]:
        gap = {t.lower_ for t in scene.doc if run[-1].end <= t.idx < item.start}
        if not gap <= _LINKS:
            break
        run.append(item)
    return tuple(run)
