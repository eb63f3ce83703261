"""What a country joins, leaves or applies to: named beside the verb, or to be known."""

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.membership.adopting import shared_by
from natocheck.claims.kinds.membership.bodies import (
    Body,
    body_at,
    body_of,
    implied_body,
    is_body,
    is_member_noun,
    owner_of,
    speaks_of_allies,
)
from natocheck.claims.kinds.membership.standing import Standing, as_member
from natocheck.claims.kinds.membership.verbs import JoiningVerb, joining_verb
from natocheck.claims.phrases import Argument, arguments, countries_of
from natocheck.claims.scene import Scene

_BODY_ROLES = {
    "subject": ("object", "to", "into", "in", "aboard", "under", "for", "from", "of"),
    "object": ("subject", "agent", "to", "into", "in", "aboard", "from"),
}
# "Left for NATO" is on the way there.
_LEFT_ROLES = ("object", "subject", "of", "from")


def joined_body(
    scene: Scene,
    clause: Clause,
    verb: JoiningVerb,
    found: list[Argument],
    standing: Standing | None,
    clauses: tuple[Clause, ...],
) -> Body | None:
    """What is joined, or None if it is something else or not to be known."""
    if verb.follows:
        return _followed(scene, clause, clauses)
    beside = _beside(scene, verb)
    if beside is not None:
        return beside
    things = [a for a in found if a.role in _BODY_ROLES[verb.joiner] and a.token != verb.thing]
    named = [body for a in things if (body := _named(scene, a)) is not None]
    if verb.mode == "left":
        things = [a for a in things if a.role in _LEFT_ROLES]
        named = [body for a in things if (i := body_at(scene, a.token)) and (body := Body(i))]
    if named:
        return named[0] if len({body.id for body in named}) == 1 else None
    if standing is not None:
        return standing.body
    if verb.explicit or any(_is_foreign(scene, a) for a in found if a.token != verb.thing):
        return None
    return _owner_above(scene, clause) or _elsewhere(scene, _usual(scene))


def _usual(scene: Scene) -> Body | None:
    """The organisation that the context speaks of, or that has allies."""
    body = implied_body(scene)
    usual = body is not None and body.id in scene.lexicon.words("usual organisation")
    return Body(body.id) if body is not None and usual and speaks_of_allies(scene) else body


def _owner_above(scene: Scene, clause: Clause) -> Body | None:
    """ "NATO's newest member is Sweden, admitted in 2024": what the clause above is of."""
    if clause.head.tag_ != "VBN" or clause.head.dep_ != "advcl" or clause.parent is None:
        return None
    found = [
        body
        for t in clause.parent.tokens
        if t.dep_.startswith("nsubj") and is_member_noun(scene, t)
        if (body := owner_of(scene, t)) is not None and not body.assumed
    ]
    return found[0] if len(found) == 1 else None


def _elsewhere(scene: Scene, body: Body | None) -> Body | None:
    """What another clause names is less surely what is joined in this one."""
    named = any(is_body(scene, i) for name in scene.names for i in name.ids("name"))
    return Body(body.id, assumed=True) if body is not None and named else body


def _beside(scene: Scene, verb: JoiningVerb) -> Body | None:
    """The organisation of the noun in the expression: "its NATO application"."""
    if verb.thing is None:
        return None
    shared = shared_by(scene, verb.thing)
    if shared is not None:
        return shared
    inside = [Body(i) for t in verb.thing.subtree if (i := body_at(scene, t)) is not None]
    return inside[0] if inside else None


def _named(scene: Scene, argument: Argument) -> Body | None:
    if countries_of(scene, argument.token) or argument.token.i in scene.period_at:
        return None
    body = body_of(scene, argument.token)
    return None if body is not None and argument.role in {"for", "of"} and body.assumed else body


def _is_foreign(scene: Scene, argument: Argument) -> bool:
    """Whether something takes part that neither joins, is joined, nor says when."""
    token = argument.token
    if argument.role in {"adverb", "attribute"} or token.i in scene.period_at:
        return False
    if countries_of(scene, token) or token.i in scene.quantity_at:
        return False
    if argument.role in {"subject", "as"} or token.lower_ in {"who", "which", "that"}:
        return False
    if argument.role in {"object", "agent", "to", "into", "aboard", "for", "at"}:
        club = argument.role == "for" and token.lemma_.lower() in scene.lexicon.words("club nouns")
        return not club and not is_member_noun(scene, token)
    return argument.role not in scene.lexicon.words("harmless prepositions")


def _followed(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Body | None:
    """What was joined in the clause before: "…, and Estonia followed in 2004"."""
    for other in clauses:
        verb = joining_verb(scene, other) if other.head.i < clause.head.i else None
        if verb is not None and verb.mode == "joined" and not verb.follows:
            found = list(arguments(other))
            return joined_body(scene, other, verb, found, as_member(scene, found), clauses)
    return None
