"""Bodies that are joined by taking on what they share: a currency."""

from typing import TYPE_CHECKING

from natocheck.claims.kinds.membership.bodies import Body
from natocheck.claims.scene import Scene
from natocheck.model.claims import When

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def shared_by(scene: Scene, thing: "Token") -> Body | None:
    """The body whose members share a thing: the euro area for "adopted the euro"."""
    entry = scene.lexicon.values("shared things").get(thing.lemma_.lower())
    return Body(str(entry).split()[0]) if entry is not None else None


def doubts_of_sharing(
    scene: Scene, thing: "Token | None", members: tuple[str, ...], when: When | None
) -> tuple[str, ...]:
    """What may be meant instead: that a country uses the thing without being in the body, or
    the year in which the thing itself came into use."""
    body = shared_by(scene, thing) if thing is not None else None
    if thing is None or body is None:
        return ()
    rows = scene.lexicon.index.memberships[body.id].rows
    strangers = set(members) - {row.member for row in rows}
    years = str(scene.lexicon.values("shared things")[thing.lemma_.lower()]).split()[1:]
    launched = when is not None and str(when.period.start.year) in years
    return (f"use of the {thing.text}",) if strangers or launched else ()
