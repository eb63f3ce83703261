"""What founding members founded, and what a wave of enlargement enlarged."""

import datetime as dt
from typing import TYPE_CHECKING

from natocheck.claims.kinds.membership.bodies import Body, body_at, implied_body, owner_of
from natocheck.claims.scene import Scene
from natocheck.model.facts import Membership
from natocheck.model.values import Period
from natocheck.rulebase.lookup import member_order, periods

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_CLAUSES = {"acl", "relcl"}
_MONTH = dt.timedelta(days=31)


def memberships(scene: Scene) -> list[Membership]:
    """All membership rules."""
    return list(scene.lexicon.rulebase.memberships.values())


def signed_body(scene: Scene, noun: "Token") -> Body | None:
    """What "the twelve countries that signed the treaty in April 1949" founded.

    A treaty without its name is known by the month in which it was signed: others were
    signed in the same year.
    """
    lexicon = scene.lexicon
    for child in noun.rights:
        if child.dep_ not in _CLAUSES or child.lemma_.lower() not in lexicon.words("signing verbs"):
            continue
        inside = {t.i for t in child.subtree}
        things = {t.lemma_.lower() for t in child.subtree if t.dep_ in {"dobj", "pobj"}}
        if not things & lexicon.words("founding treaties"):
            continue
        spoken = [p.period for p in scene.periods if scene.root_of(p).i in inside]
        for rule in memberships(scene):
            signed = [p for p in periods(rule.rows[0].since) if _is_close(p)]
            if any(_is_close(p) and p.overlaps(q) for p in spoken for q in signed):
                return Body(rule.group)
    return None


def _is_close(period: Period) -> bool:
    return period.end - period.start <= _MONTH


def named_within(scene: Scene, noun: "Token") -> Body | None:
    """The organisation in a group's own name: NATO in "founding members of the alliance"."""
    name = scene.name_at.get(noun.i)
    if name is None or not name.ids("group"):
        return None
    founders = set(name.ids("group"))
    groups = scene.lexicon.rulebase.groups
    members = {country for i in founders for country in groups[i].members}
    said = {t.lower_ for t in scene.tokens_of(name)}
    for rule in memberships(scene):
        first = {m for low, _, m in member_order(scene.lexicon.rulebase, rule.group) if low == 1}
        club = said & (scene.lexicon.words("club nouns") | {rule.group})
        if first == members and club:
            return Body(rule.group)
    return None


def founders_of(scene: Scene, body: Body) -> str | None:
    """The group of those that founded an organisation."""
    order = member_order(scene.lexicon.rulebase, body.id)
    first = {member for low, _, member in order if low == 1}
    groups = scene.lexicon.rulebase.groups.values()
    return next((g.id for g in groups if not g.all_of and set(g.members) == first), None)


def wave_body(scene: Scene, noun: "Token") -> Body | None:
    """The body that grew by "the first wave of eastern enlargement", "NATO's enlargement"."""
    if noun.lemma_.lower() in scene.lexicon.words("growth nouns"):
        return owner_of(scene, noun) if any(body_at(scene, t) for t in noun.lefts) else None
    if noun.lemma_.lower() not in scene.lexicon.words("wave nouns"):
        return None
    things = [t for prep in noun.children if prep.lower_ == "of" for t in prep.children]
    grown = [t for t in things if t.lemma_.lower() in scene.lexicon.words("growth nouns")]
    if not grown:
        return None
    named = any(body_at(scene, t) is not None for t in noun.lefts)
    return owner_of(scene, noun if named else grown[0]) or implied_body(scene)
