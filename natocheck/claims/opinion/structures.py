"""Ways of building a sentence that show an opinion: modals, degree, contrast, maxims."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.opinion.cues import STRONG, WEAK, Cue
from natocheck.claims.opinion.voices import judges

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PAST = {"VBD"}
_PRESENT = {"VBZ", "VBP"}
_FIRST_PERSONS = {"i", "we"}


def structure_cues(doc: "Doc", clauses: tuple[Clause, ...], lexicon: Lexicon) -> Iterator[Cue]:
    """Every cue of structure in the sentence."""
    for clause in clauses:
        yield from _modal_cues(clause, lexicon)
        yield from _holding_cues(clause, lexicon)
    for token in doc:
        yield from _degree_cues(token, lexicon)
        yield from _contrast_cues(token)
        yield from _stray_cues(token)
    yield from _maxim_cues(doc, clauses, lexicon)


def _modal_cues(clause: Clause, lexicon: Lexicon, quoted: frozenset[int]) -> Iterator[Cue]:
    for verb in clause.chain:
        for modal in verb.children:
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
    if _states_plan(clause, lexicon):
        return 0
    word = modal.lower_
    if word in lexicon.words("obligation auxiliaries"):
        return STRONG
    foretells = verb.lemma_.lower() in lexicon.words("prediction verbs")
    if word in lexicon.words("hedging auxiliaries") | lexicon.words("future auxiliaries"):
        return STRONG if foretells else WEAK
    return WEAK if clause.negated else 0


def _is_backshifted(clause: Clause, word: str) -> bool:
    """Whether "would" is only the "will" of something reported in the past."""
    parent = clause.parent
    return word in {"would", "could"} and parent is not None and parent.head.tag_ in _PAST


def _states_plan(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a figure, a date or the word of a rule or timetable stands in the clause."""
    words = lexicon.words("rule and plan words")
    return any("d" in token.shape_ or token.lower_ in words for token in clause.tokens)


def _holding_cues(clause: Clause, lexicon: Lexicon) -> Iterator[Cue]:
    for verb in clause.chain:
        if judges(verb, lexicon) and not _is_bare_passive(verb) and verb.tag_ != "VB":
            yield Cue(verb.i, verb.i, STRONG)


def _is_bare_passive(verb: "Token") -> bool:
    dependencies = {child.dep_ for child in verb.children}
    return "auxpass" in dependencies and "agent" not in dependencies


def _degree_cues(token: "Token", lexicon: Lexicon) -> Iterator[Cue]:
    """Degree of taste: "too timid", "the most thankless", "more honest"."""
    head = token.head
    if token.dep_ == "advmod" and head.pos_ in {"ADJ", "ADV"} and token.i < head.i:
        if token.lower_ in {"too", "so", "such"} and head.lower_ not in {"far", "much"}:
            yield Cue(token.i, head.i, WEAK if token.lower_ == "so" else STRONG)
        elif token.lower_ in {"most", "more", "less", "least"} and head.pos_ == "ADJ":
            if head.lemma_.lower() not in lexicon.words("measured adjectives"):
                yield Cue(token.i, head.i, STRONG if token.lower_ in {"most", "least"} else WEAK)
    elif token.tag_ in {"JJR", "JJS"} and token.pos_ == "ADJ":
        if token.lemma_.lower() not in lexicon.words("measured adjectives"):
            yield Cue(token.i, token.i, WEAK)


def _contrast_cues(token: "Token") -> Iterator[Cue]:
    """Contrast: "not X but Y", "X rather than Y", "X, not Y"."""
    following = [t.lower_ for t in token.doc[token.i + 1 : token.i + 9]]
    if token.lower_ in {"not", "n't", "n’t"} and _contrasts(following):
        yield Cue(token.i, token.i + 1 + following.index("but"), STRONG)
    elif token.lower_ == "not" and token.i > 0 and token.nbor(-1).text == ",":
        yield Cue(token.i, token.i, WEAK)
    elif token.lower_ == "rather" and following[:1] == ["than"]:
        yield Cue(token.i, token.i + 1, WEAK)


def _contrasts(following: list[str]) -> bool:
    """Whether "but" comes after "not" without a new clause between: "not X but Y"."""
    until = following.index("but") if "but" in following else 0
    return until > 0 and ("," not in following[:until] or following[0] in {"just", "merely"})


def _stray_cues(token: "Token") -> Iterator[Cue]:
    """The first person and the exclamation mark."""
    if token.lower_ in _FIRST_PERSONS and token.dep_.startswith("nsubj"):
        if token.head.tag_ not in _PAST:
            yield Cue(token.i, token.i, WEAK)
    elif token.text == "!":
        yield Cue(token.i, token.i, WEAK)


def _maxim_cues(doc: "Doc", clauses: tuple[Clause, ...], lexicon: Lexicon) -> Iterator[Cue]:
    """A present tense without any name, figure or past: what holds always is a maxim."""
    if any(_ties_down(token, lexicon) for token in doc):
        return
    for clause in clauses:
        if clause.head.tag_ in _PRESENT and clause.head.dep_ == "ROOT":
            subject = next((t for t in clause.head.children if t.dep_ == "nsubj"), None)
            if subject is not None and subject.pos_ == "NOUN":
                yield Cue(subject.i, clause.head.i, STRONG if _is_generic(subject) else WEAK)


def _ties_down(token: "Token", lexicon: Lexicon) -> bool:
    return (
        token.pos_ in {"PROPN", "NUM"}
        or token.tag_ in _PAST
        or "d" in token.shape_
        or token.lower_ in lexicon.words("rule and plan words")
    )


def _is_generic(noun: "Token") -> bool:
    articles = {child.lower_ for child in noun.children if child.dep_ == "det"}
    return articles <= {"a", "an", "every", "no", "any"}
