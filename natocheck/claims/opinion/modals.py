"""Modal verbs and verbs of holding a view, as cues of an opinion."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.opinion.cues import DECISIVE, STRONG, WEAK, Cue
from natocheck.claims.opinion.voices import judges

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_PAST = {"VBD"}


def modal_cues(clause: Clause, lexicon: Lexicon, quoted: frozenset[int]) -> Iterator[Cue]:
    """Modals that demand, foretell or hedge."""
    for verb in clause.chain:
        for modal in (verb, *verb.children):
            backshifted = modal.i not in quoted and _is_backshifted(clause, modal.lower_)
            if modal.tag_ == "MD" and not backshifted and not _is_inverted(modal, verb):
                weight = _modal_weight(modal, verb, clause, lexicon)
                if weight:
                    yield Cue(modal.i, verb.i if verb.i > modal.i else modal.i, weight)


def _is_inverted(modal: "Token", verb: "Token") -> bool:
    """Whether the modal opens a question or a condition ("should the need arise")."""
    subjects = [child.i for child in verb.children if child.dep_.startswith("nsubj")]
    return bool(subjects) and modal.i < subjects[0]


def _modal_weight(modal: "Token", verb: "Token", clause: Clause, lexicon: Lexicon) -> int:
    word = modal.lower_
    if word in lexicon.words("advising auxiliaries") and not _states_rule(clause, lexicon):
        return DECISIVE if clause.head.dep_ == "ROOT" else STRONG
    if states_plan(clause, lexicon):
        return 0
    if word in lexicon.words("obligation auxiliaries"):
        return STRONG
    foretells = verb.lemma_.lower() in lexicon.words("prediction verbs")
    if word in lexicon.words("hedging auxiliaries") | lexicon.words("future auxiliaries"):
        return STRONG if foretells else WEAK
    if word in lexicon.words("allowing auxiliaries"):
        return STRONG if _of_nobody(verb, lexicon) else WEAK
    return WEAK if clause.negated else 0


def _of_nobody(verb: "Token", lexicon: Lexicon) -> bool:
    """Whether the subject is denied as a whole kind: "no ally can hide"."""
    subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
    return any(
        word.lower_ in lexicon.words("no speakers")
        for each in subjects
        for word in [each, *each.lefts]
    )


def _is_backshifted(clause: Clause, word: str) -> bool:
    """Whether "would" is only the "will" of something reported in the past."""
    parent = clause.parent
    return word in {"would", "could"} and parent is not None and parent.head.tag_ in _PAST


def states_plan(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a figure, a date or the word of a rule or timetable stands in the clause."""
    return any("d" in token.shape_ for token in clause.tokens) or _states_rule(clause, lexicon)


def _states_rule(clause: Clause, lexicon: Lexicon) -> bool:
    words = lexicon.words("rule and plan words")
    return any(token.lower_ in words for token in clause.tokens)


def holding_cues(clause: Clause, lexicon: Lexicon) -> Iterator[Cue]:
    """Verbs of fearing, hoping, blaming and the like."""
    for verb in clause.chain:
        if verb.tag_ != "VB" and judges(verb, lexicon) and not _is_bare_passive(verb):
            minds = [t.i for t in verb.children if t.dep_ == "acomp" and verb.lemma_ == "be"]
            yield Cue(verb.i, max([verb.i, *minds]), STRONG)


def _is_bare_passive(verb: "Token") -> bool:
    """Whether nobody is named who judges: "was blamed", "was accused and dismissed"."""
    dependencies = {child.dep_ for child in verb.children}
    if "agent" in dependencies:
        return False
    shares = verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and "nsubj" not in dependencies
    return "auxpass" in dependencies or (shares and _is_bare_passive(verb.head))
