"""Where a statement says something was, or from where to where it moved.

A noun for a stretch of land, sea or air passes on the place it is of: "on Afghan soil", "in
the skies over Libya", "a site near the Belgian town of Mons".
"""

from typing import TYPE_CHECKING

from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.claims.kinds.event.statements import Statement
    from natocheck.claims.mentions.names import Name
    from natocheck.language.tokens import Token
    from natocheck.model.facts import Event

AT = {"in", "at", "inside", "near"}
_FROM = {"from", "out"}
_TO = {"to", "into", "for"}
_WITHIN = {"of", "in", "at", "near", "over", "above", "off", "outside", "around"}
_BESIDE = {"compound", "amod", "nmod", "poss"}
_DEEPEST = 6


def is_move(rules: "list[Event]") -> bool:
    """Whether the rules tell from where something moved."""
    return any(row.origins for rule in rules for row in rule.rows)


def moved(scene: Scene, statement: "Statement", *, origin: bool) -> tuple[str, ...]:
    """The places that a move led to, or came from."""
    inside = {t.i for t in statement.tokens} | {a.token.i for a in statement.others}
    inside |= {t.i for a in statement.others for t in a.token.subtree}
    found = []
    for name in scene.names:
        root = scene.root_of(name)
        if root.i in inside and _comes_from(scene, root) is origin:
            found.append(place_of(scene, root))
    return tuple(dict.fromkeys(place for place in found if place is not None))


def _comes_from(scene: Scene, token: "Token") -> bool | None:
    """True after "from", False after "to" and the like, None where neither governs it."""
    for _ in range(_DEEPEST):
        above = token.head
        if above == token:
            return None
        if above.lower_ in _FROM:
            return True
        if above.lower_ in _TO:
            return False
        if above.lower_ in AT and above.head.pos_ not in {"ADP", "NOUN"}:
            return False
        if above.pos_ not in {"ADP", "NOUN"} and token.dep_ != "conj":
            return None
        if above.pos_ == "NOUN" and not is_place_noun(scene, above):
            return False if token.dep_ == "prep" and token.lower_ in AT else None
        token = above
    return None


def is_place_noun(scene: Scene, noun: "Token") -> bool:
    """Whether a noun stands for a place that a name beside it tells."""
    return noun.lemma_.lower() in scene.lexicon.words("place nouns")


def place_of(scene: Scene, token: "Token") -> str | None:
    """The place or country that a noun phrase names, be it through a place noun."""
    name = scene.name_at.get(token.i)
    if name is not None:
        return next((i for i in name.ids("name") if _is_place(scene, i)), None)
    if token.lemma_.lower() in scene.lexicon.words("capital nouns"):
        return _capital(scene, token)
    return _through(scene, token) if is_place_noun(scene, token) else None


def _through(scene: Scene, noun: "Token") -> str | None:
    """ "The town of Mons" and "a site near Mons" before "Belgian soil"."""
    inner = [t for p in noun.children if p.lower_ in _WITHIN for t in p.children]
    named = (place_of(scene, t) for t in inner if t.dep_ == "pobj")
    place = next((each for each in named if each is not None), None)
    return place if place is not None else _beside(scene, noun)


def _beside(scene: Scene, noun: "Token") -> str | None:
    names = (scene.name_at.get(c.i) for c in noun.children if c.dep_ in _BESIDE)
    ids = (i for name in names if name is not None for i in name.ids("name", "adjective"))
    return next((i for i in ids if _is_place(scene, i)), None)


def _capital(scene: Scene, token: "Token") -> str | None:
    """ "The Turkish capital", "the capital of Latvia"."""
    around = [c for c in token.subtree if c != token]
    names: list[Name] = [name for c in around if (name := scene.name_at.get(c.i)) is not None]
    for name in names:
        for identity in name.ids("name", "adjective"):
            actor = scene.lexicon.actor(identity)
            if actor is not None and actor.capital is not None:
                return actor.capital
    return None


def _is_place(scene: Scene, identity: str) -> bool:
    actor = scene.lexicon.actor(identity)
    return actor is not None and actor.type in {"place", "country"}


def is_country_of_place(scene: Scene, token: "Token") -> bool:
    """ "The Belgian town of Mons": the country before a place noun, if the place lies there."""
    noun = token.head
    if token.dep_ not in _BESIDE or not is_place_noun(scene, noun):
        return False
    place = scene.lexicon.actor(place_of(scene, noun) or "")
    name = scene.name_at.get(token.i)
    return place is not None and name is not None and place.located in name.ids("adjective")
