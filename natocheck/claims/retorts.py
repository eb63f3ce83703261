"""Sentences that deny their neighbour: "That is wrong.", "Not so.", "Myth: “…”".

What one sentence says and the next one denies is no statement of the article, so its
claims are withdrawn; so are those behind a label that is a sentence of its own. How far
that reaches: over one sentence, or over all sentences of one quotation.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.stances.frames import calls_wrong, is_label
from natocheck.claims.stances.governors import denies_of_subject
from natocheck.claims.verbs import SUBJECTS, VERBAL, auxiliaries, is_passive, lemma_of
from natocheck.model.claims import Claim, Passed

if TYPE_CHECKING:
    from natocheck.claims.said import Said
    from natocheck.language.tokens import Doc, Token

Reading = TypeVar("Reading", bound="Said")

_LONGEST = 12  # sentences of the longest quotation that waits for its denial
_SHORT = 6  # words of a denial without a verb of its own
_ANAPHORS = {"that", "this", "it", "these", "those", "both", "neither", "none"}
_PERSONS = {"he", "she", "they", "him", "her", "them"}
_POINTING = {"that", "this", "the", "these", "those", "such", "both", "his", "her", "their"}
_COMPLETED = {"ccomp", "xcomp", "csubj", "advcl"}


@dataclass(frozen=True)
class Retort:
    """What a sentence makes of those beside it.

    ``denies`` all that the sentence before says; ``corrects`` what it says in somebody
    else's voice; ``labels`` the sentence behind it as no statement of the author.
    """

    denies: bool = False
    corrects: bool = False
    labels: bool = False


def retort_of(doc: "Doc", quoted: frozenset[int], lexicon: Lexicon) -> Retort:
    """The retort of one parsed sentence; what stands in quotation marks is none."""
    words = [t for t in doc if not (t.is_punct or t.is_space) and t.i not in quoted]
    if not words or words[0].i > 1:
        return Retort()
    if doc.text.rstrip().endswith((":", "?")):
        return Retort(labels=is_label(doc, lexicon))
    return Retort(
        denies=_is_bare_denial(words, lexicon)
        or _is_elliptical(words, lexicon)
        or any(_is_called_wrong(token, lexicon) for token in words),
        corrects=_sets_right(words, lexicon) or any(_is_contradicted(t, lexicon) for t in words),
    )


def less_denied(reads: Iterable[Reading]) -> Iterator[Reading]:
    """The sentences in their order, less the claims that their neighbours deny."""
    held: list[Reading] = []
    labelled = False
    for read in reads:
        if held and not _runs_on(held):
            yield from _answered(held, read)
            held = []
        labelled = labelled or read.retort.labels
        held.append(_without(read, read.claims) if labelled else read)
        labelled = read.retort.labels or (labelled and read.voice.goes_on)
    yield from held


def _runs_on(held: list[Reading]) -> bool:
    """Whether a quotation is still open behind the sentences."""
    return held[-1].voice.goes_on and len(held) < _LONGEST


def _answered(held: list[Reading], by: Reading) -> Iterator[Reading]:
    """The sentences, less what the one behind them denies of them."""
    near = by.sentence.paragraph - held[-1].sentence.paragraph <= 1
    for read in held:
        if near and by.retort.denies:
            yield _without(read, read.claims)
        elif near and by.retort.corrects:
            yield _without(read, tuple(c for c in read.claims if "attributed" in c.stance))
        else:
            yield read


def _without(read: Reading, denied: tuple[Claim, ...]) -> Reading:
    """A sentence whose denied claims are passed over."""
    reason = "the sentence beside it denies it"
    notes = tuple(Passed(kind=c.kind, text=c.text, reason=reason) for c in denied)
    kept = tuple(claim for claim in read.claims if claim not in denied)
    return replace(read, claims=kept, passed=(*read.passed, *notes))


def _is_bare_denial(words: "list[Token]", lexicon: Lexicon) -> bool:
    """ "Wrong.", "Not so.", "Pure fiction.", "Far from it.", "No, it is not."."""
    said = " ".join(token.lower_ for token in words)
    if said in lexicon.words("bare denials") or _casts_doubt(said, lexicon):
        return True
    if len(words) > _SHORT or any(token.pos_ in VERBAL and token.dep_ != "amod" for token in words):
        return False
    return calls_wrong(words, lexicon)


def _casts_doubt(said: str, lexicon: Lexicon) -> bool:
    """ "Or so he says.", "At least that is what he thinks."."""
    return any(said.startswith(f"{phrase} ") for phrase in lexicon.words("doubting openers"))


def _is_elliptical(words: "list[Token]", lexicon: Lexicon) -> bool:
    """ "It did not.", "No, they have not.": a denied auxiliary without its verb."""
    openers = lexicon.words("denying openers")
    rest = [token for token in words if token.lower_ not in openers]
    if not 2 <= len(rest) <= _SHORT or rest[0].lower_ not in _ANAPHORS | _PERSONS:
        return False
    negated = any(token.lower_ in lexicon.words("negations") for token in rest[1:])
    helpers = lexicon.words("elliptical auxiliaries") | lexicon.words("negations")
    return negated and all(token.lower_ in helpers for token in rest[1:])


def _is_called_wrong(subject: "Token", lexicon: Lexicon) -> bool:
    """ "That is wrong", "the claim is not true", "this has been debunked"."""
    if subject.dep_ not in SUBJECTS or not _refers(subject, _ANAPHORS, lexicon):
        return False
    verb = subject.head
    completed = any(child.dep_ in _COMPLETED for child in verb.children)
    impersonal = subject.lower_ == "it" and completed  # "it is wrong to say"
    return not impersonal and denies_of_subject(verb, lexicon)


def _refers(token: "Token", anaphors: set[str], lexicon: Lexicon) -> bool:
    """ "That", "the claim", "his statement": what was said before."""
    if token.lower_ in anaphors:
        return True
    pointed = any(child.lower_ in _POINTING for child in token.children)
    said = lexicon.words("reporting nouns") | lexicon.words("statement nouns")
    return pointed and token.lemma_.lower() in said


def _sets_right(words: "list[Token]", lexicon: Lexicon) -> bool:
    """ "In fact, it has …", "He was wrong.": the author against somebody else's words."""
    opening = {words[0].lower_, " ".join(token.lower_ for token in words[:2])}
    if opening & lexicon.words("correcting phrases"):
        return True
    return any(_errs(token, lexicon) for token in words if token.dep_ in SUBJECTS)


def _errs(subject: "Token", lexicon: Lexicon) -> bool:
    """ "He was wrong", "Trump lied", "the leaflet is mistaken"."""
    verb = subject.head
    definite = any(child.lower_ in _POINTING for child in subject.children)
    if not (definite or subject.pos_ in {"PRON", "PROPN"}) or verb.dep_ != "ROOT":
        return False
    erring = lemma_of(verb) in lexicon.words("erring verbs")
    return erring or denies_of_subject(verb, lexicon)


def _is_contradicted(token: "Token", lexicon: Lexicon) -> bool:
    """ "Experts dispute this", "the claim has been debunked"; not "nobody disputes this"."""
    verb = token.head
    subject = token.dep_ in SUBJECTS
    if token.dep_ != "dobj" and not (subject and is_passive(verb)):
        return False
    if lemma_of(verb) not in lexicon.words("denial verbs"):
        return False
    negated = any(child.dep_ == "neg" for child in (*verb.children, *auxiliaries((verb,))))
    return not negated and _refers(token, _ANAPHORS | _PERSONS, lexicon)
