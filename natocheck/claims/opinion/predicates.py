"""Predicates as cues of an opinion: what something is like, and what holds always."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.opinion.cues import STRONG, WEAK, Cue
from natocheck.claims.opinion.modals import states_plan
from natocheck.claims.opinion.voices import may_speak

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_PRESENT = {"VBZ", "VBP"}
_PAST = {"VBD"}
_LONGEST_CUE = 5


def maxim_cues(clause: Clause, lexicon: Lexicon, quoted: frozenset[int]) -> Iterator[Cue]:
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
    if _describes(head, lexicon) or _is_under_way(head):
        return
    named = any(token.pos_ == "PROPN" for token in clause.tokens)
    if not named or head.lemma_ != "be":
        strong = not named and _is_generic(subject, lexicon) and subject.dep_ == "nsubj"
        first = subject.i if 0 < head.i - subject.i < _LONGEST_CUE else head.i
        yield Cue(first, head.i, STRONG if strong else WEAK)


def _after_too(adjective: "Token") -> int:
    """Where an adjective begins, with "too" before it: together they are one cue."""
    before = [child.i for child in adjective.lefts if child.lower_ == "too"]
    return before[0] if before else adjective.i


def _describes(verb: "Token", lexicon: Lexicon) -> bool:
    """Whether a verb with what it says of a thing is plain description: "is low", "lies in"."""
    said = [child for child in verb.children if child.dep_ == "acomp"]
    plain = bool(said) and all(_is_plain(each, lexicon) for each in said)
    return plain or verb.lemma_.lower() in lexicon.words("describing verbs")


def _is_plain(adjective: "Token", lexicon: Lexicon) -> bool:
    plain = lexicon.words("describing adjectives") | lexicon.words("measured adjectives")
    return adjective.lemma_.lower() in plain


def _is_under_way(verb: "Token") -> bool:
    """Whether somebody is doing something to something: "are replacing the beams"."""
    return verb.tag_ == "VBG" and any(child.dep_ == "dobj" for child in verb.children)


def _is_present(clause: Clause) -> bool:
    """Whether it tells how things are: a present tense, or what they have become."""
    if clause.head.tag_ in _PRESENT:
        return True
    auxiliaries = [t for t in clause.head.children if t.dep_.startswith("aux")]
    became = clause.head.lemma_ == "become"
    return any(t.tag_ in _PRESENT and (became or t.lemma_ != "have") for t in auxiliaries)


def predicate_cues(clause: Clause, lexicon: Lexicon, quoted: frozenset[int]) -> Iterator[Cue]:
    """A predicate that says what something is like, and a present tense that is quoted."""
    present = _is_present(clause) and not states_plan(clause, lexicon)
    if present and clause.head.i in quoted:
        yield Cue(clause.head.i, clause.head.i, WEAK)
    for child in clause.head.children:
        said = child.dep_ == "acomp" and child.pos_ == "ADJ"
        if said and child.lemma_.lower() not in lexicon.words("describing adjectives"):
            yield Cue(_after_too(child), child.i, WEAK)
        elif child.dep_ == "attr" and present and child.pos_ == "NOUN" and _sums_up(clause):
            yield Cue(child.left_edge.i, child.i, WEAK)


def _sums_up(clause: Clause) -> bool:
    """Whether the subject is a pronoun or a bare idea: "this is …", "deterrence is …"."""
    subjects = [t for t in clause.head.children if t.dep_ == "nsubj"]
    return any(t.pos_ == "PRON" or not list(t.lefts) for t in subjects if t.pos_ != "PROPN")


def _ties_down(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the clause speaks of some one time: a past, a figure, a date."""
    tenses = any(token.tag_ in _PAST or token.pos_ == "NUM" for token in clause.tokens)
    return tenses or states_plan(clause, lexicon)


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
