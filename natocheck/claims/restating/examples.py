""" "Several NATO allies, among them Austria": who is named as one of the members."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.kinds.membership.bodies import group_body
from natocheck.claims.restating.asides import is_list_of_countries
from natocheck.claims.restating.pieces import Piece, Restatement, sentence, stretch
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.claims.mentions.names import Name

_ARE = Piece("are members of")
_IN_PASSING = "named in passing"


def examples(scene: Scene) -> Iterator[Restatement]:
    """The membership on its own. It is told in passing: it makes a sentence wrong, not right."""
    for name in scene.names:
        organisation = _named_whole(scene, name)
        end = scene.tokens_of(name)[-1].i + 1
        listed = _listed(scene, end) if organisation is not None else None
        if listed is not None and organisation is not None and _never_left(scene, listed, name):
            pieces = [stretch(scene, *listed), _ARE, Piece(organisation)]
            yield sentence(pieces, partial=(_IN_PASSING,))


def _named_whole(scene: Scene, name: "Name") -> str | None:
    """The organisation whose members a noun phrase is for by name: "NATO allies", but not
    "former NATO allies", "non-NATO allies"."""
    tokens = scene.tokens_of(name)
    body = group_body(scene, tokens[-1])
    actor = scene.lexicon.actor(body) if body is not None else None
    if actor is None or actor.name not in name.text:
        return None
    parts = scene.lexicon.words("part words") | {"the"}
    outside = [t for t in tokens[-1].lefts if t.i < tokens[0].i]
    plain = all(t.lower_ in parts or t.i in scene.quantity_at for t in outside)
    word = scene.doc.text[: name.start].split()[-1:]
    plain = plain and "-" not in "".join(word)  # "would-be NATO members"
    return actor.name if plain else None


def _listed(scene: Scene, end: int) -> tuple[int, int] | None:
    """The countries behind "including", "such as" or "among them"."""
    at = end + 1 if end < len(scene.doc) and scene.doc[end].text == "," else end
    for phrase in scene.lexicon.words("example phrases"):
        words = phrase.split()
        if [t.lower_ for t in scene.doc[at : at + len(words)]] == words:
            first = last = at + len(words)
            while last < len(scene.doc) and is_list_of_countries(scene, first, last + 1):
                last += 1
            return (first, last) if last > first and _ends(scene, last) else None
    return None


def _ends(scene: Scene, at: int) -> bool:
    """Whether a list is over: at a comma, a verb or the end; not "Austria's partners"."""
    closed = scene.doc[at - 1].lower_ != "and"
    return closed and (at >= len(scene.doc) or scene.doc[at].pos_ in {"VERB", "AUX", "PUNCT"})


def _never_left(scene: Scene, listed: tuple[int, int], name: "Name") -> bool:
    """Whether none of them was a member before and left: the text may tell of that time."""
    body = group_body(scene, scene.tokens_of(name)[-1])
    rule = scene.lexicon.index.memberships.get(body or "")
    ids = {
        i for t in scene.doc[slice(*listed)] if (n := scene.name_at.get(t.i)) for i in n.ids("name")
    }
    return rule is not None and not any(r.until is not None and r.member in ids for r in rule.rows)
