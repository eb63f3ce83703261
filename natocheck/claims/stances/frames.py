"""What frames a whole sentence: fiction, suppositions, and a correction that follows.

"In the novel …", "Suppose …", "…, but that is wrong": none of the clauses inside is
said of the world, wherever the parser hangs them.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.stances.governors import denies_of_subject
from natocheck.claims.stances.unit import Unit
from natocheck.claims.verbs import SUBJECTS, VERBAL
from natocheck.model.report import Stance

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc, Span, Token

_LABEL = 6  # words in which a label and its colon stand
_LABELS = (
    "denial nouns",
    "denial adjectives",
    "reporting nouns",
    "attitude nouns",
    "fiction nouns",
    "unreal nouns",
    "staged nouns",
)
_DASHED = 2  # of a label before a dash
_LABEL_MARKS = {":", "–", "—"}
_FRONT = 1  # words before a phrase that opens the sentence: "And in the game"
_FRAMING = {"in", "on", "under", "within", "during", "throughout"}
_PARTICIPLES = {"VBG", "VBN", "VBD"}  # "has it invoked" is tagged as a past, too
_COMPLEMENTS = {"ccomp", "xcomp"}
_INSIDE = {"where", "whose"}
_PAUSES = {",", "–", "—", "("}
_ANAPHORS = {"that", "this", "which", "it", "both", "all"}


def framed(unit: Unit, lexicon: Lexicon, *, attributed: bool) -> set[Stance]:
    """The stances that the sentence around a clause gives it."""
    doc = unit.head.doc
    found: set[Stance] = set()
    frames = (_is_fiction, _is_staged, _opens_unreal)
    of_unit = (_is_supposed, _is_set_in_story, _is_depicted)
    if any(f(doc, lexicon) for f in frames) or any(f(unit, lexicon) for f in of_unit):
        found.add("conditional")
    if _is_personal(doc, lexicon):
        found.add("hedged")
    if _is_labelled(unit, lexicon):
        found.add("denied")
    if any(unit.head.i < place for place in _rebuttals(doc, lexicon)):
        found.add("denied")
    if attributed and any(unit.head.i < place for place in _corrections(doc, lexicon)):
        found.add("denied")
    return found


def _is_fiction(doc: "Doc", lexicon: Lexicon) -> bool:
    """ "In the novel, Ukraine is a member", "in an imaginary world", "on the assumption"."""
    nouns, frames = lexicon.words("fiction nouns"), lexicon.words("unreal nouns")
    adjectives = lexicon.words("unreal adjectives")
    return any(
        token.lemma_.lower() in nouns
        or (
            token.dep_ == "pobj"
            and token.head.lower_ in _FRAMING
            and (
                token.lemma_.lower() in frames
                or any(child.lower_ in adjectives for child in token.children)
            )
        )
        for token in doc
    )


def _is_staged(doc: "Doc", lexicon: Lexicon) -> bool:
    """ "In the exercise, Austria is a member", "Austria, in the game, is one": set apart from
    the clause; "in the exercise Steadfast Defender" is named and tells of the world."""
    nouns = lexicon.words("staged nouns")
    return any(
        token.dep_ == "pobj"
        and token.head.lower_ in _FRAMING
        and _is_apart(token.head)
        and token.lemma_.lower() in nouns
        and not any(map(_is_particular, token.subtree))
        for token in doc
    )


def _is_set_in_story(unit: Unit, lexicon: Lexicon) -> bool:
    """ "A game in which Ireland is a member", "a world where", "a Europe in which"."""
    relatives = (t for t in (unit.head, *unit.head.ancestors) if t.dep_ == "relcl")
    return any(_tells_inside(each) and _is_story(each.head, lexicon) for each in relatives)


def _tells_inside(relative: "Token") -> bool:
    """Whether a relative clause tells what is so within its noun: "in which", "where", "whose"."""
    before = (t for t in relative.subtree if t.i < relative.i)
    return any(
        t.lower_ in _INSIDE or (t.lower_ == "which" and t.head.lower_ in _FRAMING) for t in before
    )


def _is_story(noun: "Token", lexicon: Lexicon) -> bool:
    """Whether a noun means something told or played, or a name one of its possible selves."""
    uses = ("fiction nouns", "unreal nouns", "staged nouns", "unreal adjectives")
    beside = [child for child in noun.children if child.dep_ in {"compound", "amod"}]
    if any(lexicon.uses_of(t.lemma_.lower(), uses) for t in (noun, *beside)):
        return True
    return noun.pos_ == "PROPN" and any(child.lower_ in {"a", "an"} for child in noun.children)


def _is_depicted(unit: Unit, lexicon: Lexicon) -> bool:
    """ "The manuscript has Ireland joining NATO": what something makes of it."""
    del lexicon
    verb = unit.head
    near = [c for c in verb.children if c.dep_.startswith("aux")]
    if len(near) > 1:
        return False  # "not once has the post been held"
    near += [verb.head] if verb.dep_ in _COMPLEMENTS else []
    having = [t for t in near if t.lemma_ == "have" and t.i < verb.i]
    return verb.tag_ in _PARTICIPLES and any(
        _has_subject((verb,), have.i, verb.i) and _has_subject((verb, have), 0, have.i)
        for have in having
    )


def _has_subject(verbs: Iterable["Token"], first: int, last: int) -> bool:
    return any(c.dep_ in SUBJECTS and first <= c.i < last for verb in verbs for c in verb.children)


def _opens_unreal(doc: "Doc", lexicon: Lexicon) -> bool:
    """ "In an imagined future Ukraine is …": without a comma the parser takes the subject
    for a part of the phrase."""
    words = lexicon.words("unreal adjectives") | lexicon.words("unreal nouns")
    ends = (t for t in doc if (t.pos_ in VERBAL and t.lower_ not in words) or t.text == ",")
    opening = doc[: next(ends, doc[-1]).i]
    return doc[0].lower_ in _FRAMING and any(t.lower_ in words for t in opening)


def _is_apart(preposition: "Token") -> bool:
    """Whether it opens the sentence or stands behind a pause."""
    before = preposition.doc[: preposition.i]
    opens = len(before) <= _FRONT and not any(token.pos_ in VERBAL for token in before)
    return opens or before[-1].text in _PAUSES


def _is_particular(token: "Token") -> bool:
    """Whether a word names or dates what it stands beside; an owner does not."""
    return (token.pos_ == "PROPN" and token.dep_ != "poss") or token.shape_ == "dddd"


def _is_supposed(unit: Unit, lexicon: Lexicon) -> bool:
    """ "Suppose NATO has 40 members", "Picture this: …", "… let us assume …"."""
    doc = unit.head.doc
    words = [token.lower_ for token in doc if token.is_alpha]
    openers = lexicon.words("supposing openers")
    return bool(words) and words[0] in openers and not _has_subject_before(doc, words[0])


def _has_subject_before(doc: "Doc", word: str) -> bool:
    """Whether the opener is a verb with a subject or a noun, not a command."""
    opener = next(token for token in doc if token.lower_ == word)
    return any(child.dep_ in SUBJECTS and child.i < opener.i for child in opener.children)


def _is_personal(doc: "Doc", lexicon: Lexicon) -> bool:
    """ "As far as I know", "as the story goes", "rumour has it"."""
    text = f" {' '.join(token.lower_ for token in doc)} "
    return any(f" {phrase} " in text for phrase in lexicon.words("hedging phrases"))


def _is_labelled(unit: Unit, lexicon: Lexicon) -> bool:
    """ "Myth: …", "False: …", "A common claim: …": a label without a verb, then a colon."""
    doc = unit.head.doc
    mark = next((token for token in doc[:_LABEL] if token.text in _LABEL_MARKS), None)
    if mark is None or unit.head.i < mark.i:
        return False
    alone = mark.text == ":" or mark.i <= _DASHED  # "False – …"; "the report – … – says"
    return alone and is_label(doc[: mark.i], lexicon)


def is_label(words: "Doc | Span", lexicon: Lexicon) -> bool:
    """Whether words without a verb say what is to be made of those behind them."""
    labels = set[str]().union(*(lexicon.words(use) for use in _LABELS))
    found = [token for token in words if labels & {token.lemma_.lower(), token.lower_}]
    verbs = [token for token in words if token.pos_ in VERBAL and token not in found]
    named = bool(found) or calls_wrong(words, lexicon)
    return named and not verbs and len(words) <= _LABEL


def calls_wrong(words: "Iterable[Token]", lexicon: Lexicon) -> bool:
    """ "Wrong", "pure fiction", "not true": words of denial, or denied words of assent."""
    names = {name for token in words for name in (token.lemma_.lower(), token.lower_)}
    wrong = names & (lexicon.words("denial adjectives") | lexicon.words("denial nouns"))
    right = names & lexicon.words("affirming adjectives")
    negated = names & (lexicon.words("negations") | lexicon.words("denying determiners"))
    return bool(right if negated else wrong)


def _rebuttals(doc: "Doc", lexicon: Lexicon) -> Iterator[int]:
    """Where the sentence denies what it said before: ", but that is wrong", "which is untrue"."""
    for token in doc:
        refers = token.i > 0 and token.dep_ in SUBJECTS and token.lower_ in _ANAPHORS
        if refers and token.head.lemma_ == "be" and denies_of_subject(token.head, lexicon):
            yield token.i


def _corrections(doc: "Doc", lexicon: Lexicon) -> Iterator[int]:
    """Where the author sets the record against what somebody said: "; in fact it has 32"."""
    words = lexicon.words("correcting phrases")
    for token, following in pairwise(doc):
        if {token.lower_, f"{token.lower_} {following.lower_}"} & words:
            yield token.i
