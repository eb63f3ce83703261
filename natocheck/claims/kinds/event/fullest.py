"""Of two claims of one sentence, where one says all that the other says and more.

"NATO held a summit in Rome in 2014" is read from the verb (a summit in 2014) and from the
noun (one in Rome in 2014). That the first is right does not make the sentence right. Nor
does it that there was a summit where another kind of claim only names it: "Ukraine became a
member at the summit of 2024".
"""

from collections.abc import Iterator, Sequence

import msgspec

from natocheck.claims.kinds.base import Proposal
from natocheck.model.claims import Belongs, Claim, Happened

# A time from which another is reckoned, and what is asked of a claim rather than claimed.
_BESIDE = {
    "events",
    "kin",
    "certain",
    "incidental",
    "named",
    "present",
    "order_there",
    "told_from",
}


def fullest(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """The proposals; a claim that says a part of another one can no more be right alone."""
    claims = [p for p in proposals if isinstance(p, Claim)]
    for proposal in proposals:
        if isinstance(proposal, Claim) and any(_is_part(proposal, c) for c in claims):
            yield _incidental(proposal)
        else:
            yield proposal


def less_settings(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of all kinds; an event named inside of another kind's claim is its setting."""
    wholes = [claim for claim in claims if _tells_all(claim)]
    for claim in claims:
        inside = any(_is_setting_of(claim, whole) for whole in wholes)
        yield _incidental(claim) if inside else claim


def _tells_all(claim: Claim) -> bool:
    """Whether a claim takes up all that its clause says; of who left, events tell as well."""
    return isinstance(claim.statement, Belongs) and claim.statement.mode != "left"


def _is_setting_of(claim: Claim, whole: Claim) -> bool:
    named = isinstance(claim.statement, Happened) and claim.statement.named
    return named and whole.start <= claim.start and claim.end <= whole.end


def _incidental(claim: Claim) -> Claim:
    if not isinstance(claim.statement, Happened):
        return claim
    again = msgspec.structs.replace(claim.statement, incidental=True)
    return msgspec.structs.replace(claim, statement=again)


def _is_part(claim: Claim, other: Claim) -> bool:
    """Whether both may mean the same event, and the other fills the same slots and more."""
    small, large = claim.statement, other.statement
    if not isinstance(small, Happened) or not isinstance(large, Happened):
        return False
    if not set(small.events) & set(large.events) or small.negated or large.negated:
        return False
    filled, more = _filled(small), _filled(large)
    return filled.items() < more.items()


def _filled(statement: Happened) -> dict[str, object]:
    """The slots in which something is claimed, with what is claimed there."""
    empty = Happened(events=())
    slots = {name: getattr(statement, name) for name in statement.__struct_fields__}
    return {
        name: value
        for name, value in slots.items()
        if name not in _BESIDE and value != getattr(empty, name)
    }
