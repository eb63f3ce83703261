""" "Estonia, in NATO since 2004, …", "both in the alliance since 2004", "in NATO since 1999,
Poland …": a membership that stands beside its country without a verb."""

from collections.abc import Iterator

from natocheck.claims.kinds.membership.bodies import body_at
from natocheck.claims.restating.asides import is_list_of_countries
from natocheck.claims.restating.pieces import Piece, Restatement, sentence, stretch
from natocheck.claims.scene import Scene

_VERBAL = {"VERB", "AUX"}
_MEMBER = Piece("is a member of")
Run = tuple[int, int]


def insides(scene: Scene) -> Iterator[Restatement]:
    """The membership as a sentence of its own: "Estonia is a member of NATO since 2004"."""
    inside = scene.lexicon.words("inside prepositions")
    for token in scene.doc:
        if token.lower_ not in inside or (since := _since(scene, token.i + 1)) is None:
            continue
        body, time = since
        countries = _before(scene, token.i) or (_after(scene, time[1]) if token.i == 0 else None)
        if countries is not None:
            yield sentence(
                [stretch(scene, *countries), _MEMBER, stretch(scene, *body), stretch(scene, *time)]
            )


def _since(scene: Scene, first: int) -> tuple[Run, Run] | None:
    """The body that begins at a token, and "since" with its time right behind."""
    at = first
    while at < len(scene.doc) and scene.doc[at].lower_ != "since":
        at += 1
    words = scene.doc[first:at]
    periods = [p for p in scene.periods if p.relation == "since"]
    tokens = [t for p in periods for t in scene.tokens_of(p) if t.i > at]
    if not words or len(words) > 3 or not tokens or min(t.i for t in tokens) > at + 1:
        return None
    if body_at(scene, words[-1]) is None or any(t.pos_ in _VERBAL for t in words):
        return None
    return (first, at), (at, max(t.i for t in tokens) + 1)


def _before(scene: Scene, end: int) -> Run | None:
    """The countries before a comma, with "both" or "all" between: "Estonia and Latvia, both"."""
    joint = scene.lexicon.words("joint words") | scene.lexicon.words("all determiners") | {"both"}
    while end > 0 and scene.doc[end - 1].lower_ in joint:
        end -= 1
    if end < 2 or scene.doc[end - 1].text != ",":
        return None
    first = end - 1
    while first > 0 and is_list_of_countries(scene, first - 1, end - 1):
        first -= 1
    while first < end - 1 and scene.doc[first].lower_ == "and":
        first += 1
    return (first, end - 1) if first < end - 1 else None


def _after(scene: Scene, end: int) -> Run | None:
    """The countries behind a comma, up to the verb: "In NATO since 1999, Poland hosts"."""
    if end >= len(scene.doc) or scene.doc[end].text != ",":
        return None
    verb = next((t.i for t in scene.doc[end:] if t.pos_ in _VERBAL), end)
    found = is_list_of_countries(scene, end + 1, verb)
    return (end + 1, verb) if found else None
