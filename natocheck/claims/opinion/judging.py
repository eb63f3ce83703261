"""Weighs the cues of a sentence and says whether it is an opinion, and whose.

Each cue has a whole weight; a sentence is an opinion where the cues of one voice reach
a threshold. What speaks for a report (figures, a told event) weighs against the author.
A question needs more: asking judges nothing. So do words without a verb.
"""

from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.opinion.cues import DECISIVE, STRONG, WEAK, Cue, word_cues
from natocheck.claims.opinion.irony import ironic_words
from natocheck.claims.opinion.neutrality import signs_of_report
from natocheck.claims.opinion.spoken import spoken_tokens
from natocheck.claims.opinion.structures import structure_cues
from natocheck.claims.opinion.viewpoints import find_viewpoints
from natocheck.claims.opinion.voices import Voices, find_voices
from natocheck.model.report import Opinion

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_ENDS = {".", "!", "…", "”", '"'}
_THRESHOLD = 4
_HIGH_THRESHOLD = 8


def find_opinion(
    doc: "Doc", lexicon: Lexicon, clauses: tuple[Clause, ...], *, quoted_before: bool = False
) -> Opinion | None:
    """Say whether a parsed sentence judges, predicts, demands, wishes, fears or interprets.

    ``quoted_before`` says that it begins inside a quotation. Returns the voice, the
    speaker where one is named, and the cues as written; None for a neutral sentence.
    """
    quoted = spoken_tokens(doc, quoted_before)
    irony = [Cue(*span, WEAK) for span in ironic_words(doc, lexicon, quoted)]
    quoted -= {i for cue in irony for i in cue.span}
    voices = find_voices(doc, lexicon, quoted)
    found = [*irony, *find_cues(doc, lexicon, clauses, quoted)]
    cues = sorted(found, key=lambda cue: (cue.first, -cue.last))
    return _weighed(doc, cues, voices, lexicon)


def _weighed(doc: "Doc", cues: list[Cue], voices: Voices, lexicon: Lexicon) -> Opinion | None:
    """The opinion of the voice whose cues weigh enough.

    An author who judges decidedly does so whatever is reported beside it.
    """
    needed = _threshold(doc)
    own = [cue for cue in cues if cue.first not in voices]
    others = [cue for cue in cues if cue.first in voices]
    cued = frozenset(i for cue in own if cue.weight >= STRONG for i in cue.span)
    reports = signs_of_report([t for t in doc if t.i not in voices], cued, lexicon)
    if _weight(own) - reports >= max(needed, min(DECISIVE, _weight(others))):
        return Opinion(voice="author", cues=_texts(doc, own))
    if not others or _weight(cues) < needed:
        return None
    speaker = next((voices[cue.first] for cue in others if voices[cue.first]), None)
    return Opinion(voice="attributed", speaker=speaker, cues=_texts(doc, cues))


def find_cues(
    doc: "Doc", lexicon: Lexicon, clauses: tuple[Clause, ...], quoted: frozenset[int]
) -> list[Cue]:
    """Every cue of the sentence."""
    return [
        *word_cues(doc, lexicon),
        *structure_cues(doc, clauses, lexicon, quoted),
        *(view.cue for view in find_viewpoints(doc, lexicon) if view.cue.weight),
    ]


def _threshold(doc: "Doc") -> int:
    asks = doc.text.rstrip(" \"”'’").endswith("?")
    states = any(token.tag_ in _FINITE for token in doc) or doc.text[-1:] in _ENDS
    return _HIGH_THRESHOLD if asks or not states else _THRESHOLD


def _weight(cues: list[Cue]) -> int:
    """The sum of the weights, each token counted once at its strongest."""
    strongest: dict[int, int] = {}
    for cue in cues:
        strongest[cue.first] = max(cue.weight, strongest.get(cue.first, 0))
    return sum(strongest.values())


def _texts(doc: "Doc", cues: list[Cue]) -> tuple[str, ...]:
    """The words of the cues, without those that stand inside a longer one."""
    reached, texts = -1, []
    for cue in cues:
        if cue.last > reached:
            texts.append(doc[cue.first : cue.last + 1].text)
            reached = cue.last
    return tuple(dict.fromkeys(texts))
