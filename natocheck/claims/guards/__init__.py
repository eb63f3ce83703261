"""What stands beside a claim and no slot took up: the last look before it is judged.

Each guard knows one way in which English adds to a statement or takes from it: an interval
to something else, a companion, a rank, an exception, a part of a whole, the date of another
thing. It names the words; what follows is decided by where they are put: ``unread`` words
leave a claim unjudged, ``doubts`` keep it from being wrong, ``partial`` from being right.
"""

import msgspec

from natocheck.claims.guards.anchors import anchored, past_size, past_title
from natocheck.claims.guards.dates import (
    counted_elsewhen,
    date_of_other,
    doubtful_time,
    interval,
    loose_month,
    open_time,
)
from natocheck.claims.guards.denials import denied_manner
from natocheck.claims.guards.figures import averaged, city, lasting, sum_or_share, two_counts
from natocheck.claims.guards.framing import framing
from natocheck.claims.guards.members import (
    companion,
    denied_body,
    denied_gap,
    denied_part,
    denied_whole,
    doer_of_more,
    kept_out,
    loose,
    misread_relative,
    restricted_set,
    several_newest,
    since_whom,
    undated_setting,
)
from natocheck.claims.guards.patterns import Guard
from natocheck.claims.guards.posts import predecessor
from natocheck.claims.guards.ranks import denied_noun, only, rank, repeated
from natocheck.claims.guards.sizes import (
    exception,
    other_owner,
    own_allies,
    part_of_whole,
    parted_whole,
)
from natocheck.claims.scene import Scene
from natocheck.model.claims import Claim

_UNREAD: tuple[Guard, ...] = (
    since_whom,
    denied_part,
    denied_body,
    averaged,
    denied_gap,
    kept_out,
    denied_manner,
    denied_whole,
    misread_relative,
    exception,
    restricted_set,
    loose,
    sum_or_share,
    city,
    anchored,
    own_allies,
)
_DOUBTS: tuple[Guard, ...] = (
    date_of_other,
    part_of_whole,
    other_owner,
    several_newest,
    two_counts,
    doubtful_time,
    past_size,
    past_title,
)
_PARTIAL: tuple[Guard, ...] = (
    doer_of_more,
    undated_setting,
    counted_elsewhen,
    lasting,
    interval,
    companion,
    rank,
    repeated,
    denied_noun,
    loose_month,
    only,
    several_newest,
    open_time,
    parted_whole,
    predecessor,
    framing,
)


def guarded(scene: Scene, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, each with the words beside it that it does not account for."""
    return tuple(_guarded(scene, claim, claims) for claim in claims)


def _guarded(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> Claim:
    def words(guards: tuple[Guard, ...]) -> tuple[str, ...]:
        return tuple(w for guard in guards for w in guard(scene, claim, claims))

    return msgspec.structs.replace(
        claim,
        unread=(*claim.unread, *words(_UNREAD)),
        doubts=(*claim.doubts, *words(_DOUBTS)),
        partial=(*claim.partial, *words(_PARTIAL)),
    )
