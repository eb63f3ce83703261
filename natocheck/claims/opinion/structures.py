"""Ways of building a sentence that show an opinion: modals, degree, contrast, maxims."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.opinion.cues import STRONG, WEAK, Cue
from natocheck.claims.opinion.voices import judges, may_speak

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PAST = {"VBD"}
_PRESENT = {"VBZ", "VBP"}
_LONGEST_CUE = 5
_FIRST_PERSONS = {"i", "we"}


def structure_cues(
    doc: "Doc", clauses: tuple[Clause, ...], lexicon: Lexicon, quoted: frozenset[int]
) -> Iterator[Cue]:
    """Every cue of structure in the sentence."""
    for clause in clauses:
        yield from _modal_cues(clause, lexicon, quoted)
        yield from _holding_cues(clause, lexicon)
        yield from _predicate_cues(clause, lexicon, quoted)
        yield from _maxim_cues(clause, lexicon, quoted)
    for token in doc:
        yield from _degree_cues(token, lexicon)
        yield from _contrast_cues(token)
        yield from _stray_cues(token)


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
        if verb.tag_ != "VB" and judges(verb, lexicon) and not _is_bare_passive(verb):
            minds = [t.i for t in verb.children if t.dep_ == "acomp" and verb.lemma_ == "be"]
            yield Cue(verb.i, max([verb.i, *minds]), STRONG)


def _is_bare_passive(verb: "Token") -> bool:
    dependencies = {child.dep_ for child in verb.children}
    return "auxpass" in dependencies and "agent" not in dependencies


def _degree_cues(token: "Token", lexicon: Lexicon) -> Iterator[Cue]:
    """Degree of taste: "too timid", "the most thankless", "more honest", "stronger"."""
    head = token.head
    if head.lemma_.lower() in lexicon.words("measured adjectives"):
        return
    if token.tag_ in {"JJR", "JJS"} and token.pos_ == "ADJ":
        if token.lemma_.lower() not in lexicon.words("measured adjectives"):
            yield Cue(token.i, token.i, WEAK)
    elif token.dep_ == "advmod" and head.pos_ in {"ADJ", "ADV"} and token.i < head.i:
        if token.lower_ in {"too", "such", "most", "least"}:
            yield Cue(token.i, head.i, STRONG)
        elif token.lower_ in {"so", "more", "less"}:
            yield Cue(token.i, head.i, WEAK)


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
    """Whether "but" comes after "not" without a new clause between: "not X but Y".

    Figures and dates that are set right ("not in 1948 but in 1949") judge nothing.
    """
    until = following.index("but") if "but" in following else 0
    if any(character.isdigit() for word in following[:until] for character in word):
        return False
    return until > 0 and ("," not in following[:until] or following[0] in {"just", "merely"})


def _stray_cues(token: "Token") -> Iterator[Cue]:
    """The first person and the exclamation mark."""
    speaks = token.lower_ in _FIRST_PERSONS and token.dep_.startswith("nsubj")
    exclaims = token.text == "!" and token.i > 0 and token.nbor(-1).is_alpha
    if exclaims or (speaks and token.head.tag_ not in _PAST):
        yield Cue(token.i, token.i, WEAK)


def _maxim_cues(clause: Clause, lexicon: Lexicon, quoted: frozenset[int]) -> Iterator[Cue]:
    """A present tense without any figure, date or past: what holds always is a maxim.

    What it says of a named subject, or of one thing, is only half a cue.
    """
    head = clause.head
    if head.dep_ != "ROOT" and head.i not in quoted:
        return
    if not _is_present(clause) or _ties_down(clause, lexicon) or may_speak(head, lexicon):
        return
    subject = next((t for t in head.children if t.dep_.startswith("nsubj")), None)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return
    named = any(token.pos_ == "PROPN" for token in clause.tokens)
    if not named or head.lemma_ != "be":
        strong = not named and _is_generic(subject, lexicon) and subject.dep_ == "nsubj"
        first = subject.i if 0 < head.i - subject.i < _LONGEST_CUE else head.i
        yield Cue(first, head.i, STRONG if strong else WEAK)


def _is_present(clause: Clause) -> bool:
    if clause.head.tag_ in _PRESENT:
        return True
    auxiliaries = [t for t in clause.head.children if t.dep_.startswith("aux")]
    return any(t.tag_ in _PRESENT and t.lemma_ != "have" for t in auxiliaries)


def _predicate_cues(clause: Clause, lexicon: Lexicon, quoted: frozenset[int]) -> Iterator[Cue]:
    """A predicate that says what something is like, and a present tense that is quoted."""
    present = _is_present(clause) and not _states_plan(clause, lexicon)
    if present and clause.head.i in quoted:
        yield Cue(clause.head.i, clause.head.i, WEAK)
    for child in clause.head.children:
        said = child.dep_ == "acomp" and child.pos_ == "ADJ"
        if said and child.lemma_.lower() not in lexicon.words("describing adjectives"):
            yield Cue(child.i, child.i, WEAK)
        elif child.dep_ == "attr" and present and child.pos_ == "NOUN" and _sums_up(clause):
            yield Cue(child.left_edge.i, child.i, WEAK)


def _sums_up(clause: Clause) -> bool:
    """Whether the subject is a pronoun or a bare idea: "this is …", "deterrence is …"."""
    subjects = [t for t in clause.head.children if t.dep_ == "nsubj"]
    return any(t.pos_ == "PRON" or not list(t.lefts) for t in subjects if t.pos_ != "PROPN")


def _ties_down(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the clause speaks of some one time: a past, a figure, a date."""
    tenses = any(token.tag_ in _PAST or token.pos_ == "NUM" for token in clause.tokens)
    return tenses or _states_plan(clause, lexicon)


def _is_generic(noun: "Token", lexicon: Lexicon) -> bool:
    """Whether a noun means its whole kind: "shells win wars", "a bad plan is worse"."""
    before = {child.lower_ for child in noun.lefts}
    if before & lexicon.words("quantifiers") or any(t.dep_ == "poss" for t in noun.lefts):
        return False
    articles = {child.lower_ for child in noun.lefts if child.dep_ == "det"}
    if not articles:
        return noun.tag_ == "NNS"
    described = any(child.dep_ in {"acomp", "attr"} for child in noun.head.children)
    return articles <= lexicon.words("general determiners") and described
