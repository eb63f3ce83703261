"""The two sides of a relation in a clause, and which belongs to which.

Sides of two types (a command, a city) are told apart by type, sides of one type by
place: what follows "in" or stands before the thing is the object. In a list ("Canada in
Latvia, Germany in Lithuania") each subject goes with the object next to it.
"""

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from natocheck.claims.clauses import Clause
from natocheck.claims.phrases import coordinated, name_of
from natocheck.claims.scene import Scene
from natocheck.model.facts import Relation

if TYPE_CHECKING:
    from natocheck.claims.mentions.names import Name
    from natocheck.language.tokens import Token

_IN = {"in", "at", "near", "to", "for", "from", "outside", "inside"}
_BESIDE = {"near", "outside", "in", ",", "(", "just"}
_BEFORE = {"compound", "poss", "amod", "nmod"}


@dataclass(frozen=True, eq=False)
class Party:
    """A known name that may be one side of ``rule``."""

    rule: Relation
    identity: str
    role: Literal["subject", "object"]
    token: "Token"


def parties(scene: Scene, tokens: tuple["Token", ...], rule: Relation) -> list[Party]:
    """The sides named in some words, in the order of the text."""
    inside = {token.i for token in tokens}
    found = []
    for name in scene.names:
        root = scene.root_of(name)
        if root.i in inside and name_of(scene, root) is not None:
            party = _party(scene, name, root, rule)
            if party is not None:
                found.append(party)
    return found


def _party(scene: Scene, name: "Name", root: "Token", rule: Relation) -> Party | None:
    subjects = {row.subject for row in rule.rows}
    objects = {row.object for row in rule.rows}
    here, there = _types(scene, subjects), _types(scene, objects)
    there |= {"country"} if "place" in there else set()
    as_object = _identity(scene, name, there, objects, ("name", "adjective"))
    as_subject = _identity(scene, name, here, subjects, ("name", "adjective", "demonym", "metonym"))
    if here & there:
        is_place = _is_after_in(scene, name) or _is_of_thing(scene, root, rule)
        identity = as_object if is_place else as_subject
        return (
            Party(rule, identity, "object" if is_place else "subject", root) if identity else None
        )
    if as_object is not None:
        return Party(rule, as_object, "object", root)
    return Party(rule, as_subject, "subject", root) if as_subject is not None else None


def _types(scene: Scene, identities: set[str]) -> set[str]:
    actors = (scene.lexicon.actor(identity) for identity in identities)
    return {str(actor.type) for actor in actors if actor is not None}


def _identity(
    scene: Scene, name: "Name", types: set[str], listed: set[str], kinds: tuple[str, ...]
) -> str | None:
    """The reading of that type: one that the rule lists, a name before a metonym."""
    fitting = []
    for kind in kinds:
        ids = [i for i in name.ids(kind) if _types(scene, {i}) & types]  # type: ignore[arg-type]
        fitting += ids
    return next((i for i in fitting if i in listed), fitting[0] if fitting else None)


def _is_after_in(scene: Scene, name: "Name") -> bool:
    first = scene.tokens_of(name)[0]
    before = [t for t in scene.doc[max(0, first.i - 3) : first.i] if t.pos_ not in {"DET", "ADJ"}]
    return bool(before) and before[-1].lower_ in _IN


def _is_of_thing(scene: Scene, root: "Token", rule: Relation) -> bool:
    """ "Latvia's battlegroup", "the Latvian battlegroup"; but not "the Latvian-led" one."""
    after = scene.doc[root.i + 1 : root.i + 3]
    if len(after) == 2 and after[0].text == "-":
        return after[1].lemma_ in {"base", "station", "host"}
    things = {thing for said in rule.said for thing in said.things}
    return root.dep_ in _BEFORE and root.head.lemma_.lower() in things


def paired(scene: Scene, clause: Clause, found: list[Party]) -> list[tuple[str, str]]:
    """Subjects and objects that belong together; empty if that is not clear."""
    row = _without_neighbours(scene, found)
    subjects = [p for p in row if p.role == "subject"]
    objects = [p for p in row if p.role == "object"]
    if not subjects or len(subjects) != len(objects):
        return _to_single(subjects, objects)
    respectively = any(token.lower_ == "respectively" for token in clause.tokens)
    alternate = all(one.role != other.role for one, other in itertools.pairwise(row))
    if len(subjects) > 1 and not alternate and not respectively:
        return []
    return [(s.identity, o.identity) for s, o in zip(subjects, objects, strict=True)]


def _to_single(subjects: list[Party], objects: list[Party]) -> list[tuple[str, str]]:
    """One subject among several objects goes with those that follow it, if they are one or a
    list: "are found in Brunssum, Naples and Norfolk"."""
    if len(subjects) != 1:
        return []
    following = [o for o in objects if o.token.i > subjects[0].token.i]
    listed = {o.token for o in following} == {
        each for o in following[:1] for each in (o.token, *coordinated(o.token))
    }
    found = following if listed or len(following) == 1 else []
    return [(subjects[0].identity, each.identity) for each in found]


def _without_neighbours(scene: Scene, found: list[Party]) -> list[Party]:
    """Of places told by one another ("Casteau near Mons") only the first."""
    kept: list[Party] = []
    last: Party | None = None
    for party in found:
        between = list(scene.doc[last.token.i + 1 : party.token.i]) if last is not None else []
        listed = last is not None and party.token.dep_ == "conj"
        beside = {t.lower_ for t in between} <= _BESIDE and not listed
        if last is None or not (last.role == party.role == "object" and beside):
            kept.append(party)
        last = party
    return kept
