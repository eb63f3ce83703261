"""All kinds of claims by name; a new kind is one module and one line here."""

from natocheck.claims.kinds import count, event, membership, office, relation, reviewed
from natocheck.claims.kinds.base import Kind
from natocheck.claims.kinds.measure import kind as measure
from natocheck.claims.kinds.pledge import kind as pledge

KINDS: dict[str, Kind] = {
    "event": event.propose,
    "office": office.propose,
    "membership": membership.propose,
    "measure": measure.propose,
    "count": count.propose,
    "pledge": pledge.propose,
    "relation": relation.propose,
    "reviewed": reviewed.propose,
}

# Kinds that know sentences by their words; the others need something that the rules name.
WORDED = ("reviewed",)

# Kinds that also read what a sentence amounts to when it is said plainly.
RESTATED = ("event", "office", "membership", "relation", "measure", "reviewed")
