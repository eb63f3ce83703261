"""Which sentences are worth checking, and what they are about.

Worth checking is a statement about someone or something named, with a number, a time or
an office in it: what can be looked up, whether or not a rule knows it.
"""

from itertools import groupby
from typing import TYPE_CHECKING

from natocheck.claims.kinds.base import is_asserted
from natocheck.claims.read import ReadSentence

if TYPE_CHECKING:
    from natocheck.claims.mentions.names import Name
    from natocheck.claims.scene import Scene

_PROPER = {"NNP", "NNPS"}


def is_checkable(read: ReadSentence) -> bool:
    """Whether the sentence asserts something of a name that could be looked up."""
    scene = read.scene
    if scene.sentence.block in {"heading", "byline"}:
        return False
    told = bool(scene.quantities or scene.periods or any(n.ids("title") for n in scene.names))
    states = any(is_asserted(clause) and _is_finite(clause.head) for clause in read.clauses)
    return told and states and bool(topics_of(read))


def _is_finite(head: object) -> bool:
    return getattr(head, "pos_", "") in {"VERB", "AUX"}


def topics_of(read: ReadSentence) -> tuple[str, ...]:
    """The names in a sentence: as the rules spell them, else the proper nouns as they stand."""
    scene = read.scene
    found = [(name.start, _known(scene, name)) for name in scene.names]
    found += _unknown(scene)
    return tuple(dict.fromkeys(topic for _, topic in sorted(found) if topic))


def _known(scene: "Scene", name: "Name") -> str:
    """The entry's own name; titles and look-alikes are no topic."""
    rulebase = scene.lexicon.rulebase
    for identity in name.ids("name", "adjective", "demonym", "metonym", "group"):
        entry = rulebase.actors.get(identity) or rulebase.groups.get(identity)
        if entry is not None:
            return entry.name
    return name.text if name.ids("lookalike") else ""


def _unknown(scene: "Scene") -> list[tuple[int, str]]:
    """Runs of proper nouns that are no known name, number or time."""
    taken = (scene.name_at, scene.quantity_at, scene.period_at)

    def is_new(token: object) -> bool:
        index, tag = getattr(token, "i", -1), getattr(token, "tag_", "")
        return tag in _PROPER and not any(index in mentions for mentions in taken)

    runs = [list(run) for new, run in groupby(scene.doc, key=is_new) if new]
    return [(run[0].idx, " ".join(token.text for token in run)) for run in runs]
