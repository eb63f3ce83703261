"""Who says what a clause says, as far as its own sentence tells."""

from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.stances.embedding import governor_of, is_content
from natocheck.claims.stances.governors import bearing_of
from natocheck.claims.stances.unit import Unit
from natocheck.claims.verbs import SUBJECTS, VERBAL, is_passive, lemma_of, phrase_text

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc, Span, Token

_LONGEST = 5  # words of a speaker between commas
_SHARING = {"conj", "xcomp", "advcl", "pcomp", "acl"}


def speaker_of(unit: Unit, lexicon: Lexicon) -> str | None:
    """The words that name the speaker; None if nobody is said to say it."""
    return (
        _governing(unit, lexicon)
        or _aside(unit, lexicon)
        or _viewpoint(unit, lexicon)
        or _passed_on(unit)
        or (_outside(unit, lexicon) if unit.head.i in unit.quoted else None)
    )


def speaker_beside(doc: "Doc", quoted: frozenset[int], lexicon: Lexicon) -> str | None:
    """Whoever speaks outside of the quotation marks of a sentence: "…," said X; "X: …"."""
    verbs = (t for t in doc if t.i not in quoted and t.pos_ in VERBAL and _speaks(t, lexicon))
    found = (who for verb in verbs if (who := _subject(verb, quoted, lexicon)))
    return next(found, None) or _before_colon(doc, quoted)


def _governing(unit: Unit, lexicon: Lexicon) -> str | None:
    if unit.parent is None or not is_content(unit, lexicon):
        return None
    governor = governor_of(unit.head, lexicon)
    if "attributed" not in bearing_of(governor, lexicon).stances and not unit.leaves_quotation:
        return None
    if governor.pos_ in VERBAL:
        return _subject(governor, unit.quoted, lexicon)
    return _owner(governor) or _subject(unit.parent.head, unit.quoted, lexicon)


def _subject(verb: "Token", quoted: frozenset[int], lexicon: Lexicon) -> str | None:
    """The subject or agent of a verb, its own or the one it shares; "was quoted as saying"."""
    if is_passive(verb) and not _is_of_speaker(verb, lexicon):
        agents = (t for c in verb.children if c.dep_ == "agent" for t in c.children)
        return next((phrase_text(t) for t in agents if t.dep_ == "pobj"), None)
    own = _own_subject(verb, quoted)
    if verb.dep_ in {"relcl", "acl"} and (own is None or own.lower() in {"who", "which", "that"}):
        return _described(verb)
    if own is not None or verb.dep_ not in _SHARING:
        return own
    above = verb.head if verb.head.pos_ in VERBAL else verb.head.head
    return _subject(above, quoted, lexicon) if above.pos_ in VERBAL and above != verb else None


def _is_of_speaker(verb: "Token", lexicon: Lexicon) -> bool:
    """ "Was quoted", "is convinced": the passive subject is the speaker."""
    return verb.lemma_ == "quote" or verb.lower_ in lexicon.words("convinced adjectives")


def _own_subject(verb: "Token", quoted: frozenset[int]) -> str | None:
    """The words of the subject; where the parser takes a quoted word for it, the name beside."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    spoken = [c for c in subjects if c.i not in quoted]
    if spoken or not subjects:
        return phrase_text(spoken[0]) if spoken else None
    beside = [t for t in verb.doc[max(0, verb.i - 1) : verb.i + 2] if t.pos_ in {"PROPN", "PRON"}]
    return beside[0].text if beside and beside[0].i not in quoted else None


def _described(verb: "Token") -> str:
    """The noun that a relative clause describes, with the words before it."""
    noun = verb.head
    return verb.doc[noun.left_edge.i : noun.i + 1].text


def _owner(noun: "Token") -> str | None:
    """ "Trump's claim that", "the claim by Trump that"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return _owner_text(child)
        if child.dep_ == "prep" and child.lower_ in {"by", "of", "from"}:
            return next((phrase_text(t) for t in child.children if t.dep_ == "pobj"), None)
    return None


def _owner_text(owner: "Token") -> str | None:
    """An owner without its ending; a pronoun says no more than the subject does."""
    if owner.pos_ == "PRON":
        return None
    words = [token for token in owner.subtree if token.tag_ != "POS"]
    return owner.doc[words[0].i : words[-1].i + 1].text


def _aside(unit: Unit, lexicon: Lexicon) -> str | None:
    """ "…, NATO estimates", "NATO, he said, …", "as Macron put it, …"."""
    for child in unit.head.children:
        if child.dep_ in {"parataxis", "ccomp"} and _speaks(child, lexicon):
            return _subject(child, unit.quoted, lexicon)
        marked = any(c.dep_ == "mark" and c.lower_ == "as" for c in child.children)
        if child.dep_ == "advcl" and marked and _speaks(child, lexicon):
            return _own_subject(child, unit.quoted)
    return _between_commas(unit, lexicon)


def _between_commas(unit: Unit, lexicon: Lexicon) -> str | None:
    """ ", Rutte recalled,": words and a verb of saying that the parser hung elsewhere."""
    doc = unit.head.doc
    for verb in doc[1:-1]:
        if verb.tag_ != "VBD" or verb.nbor(1).text != "," or not _speaks(verb, lexicon):
            continue
        start = next((t.i + 1 for t in reversed(doc[: verb.i]) if t.text == ","), verb.i)
        words = doc[start : verb.i]
        named = any(t.pos_ in {"PROPN", "NOUN", "PRON"} for t in words)
        if named and len(words) <= _LONGEST and verb not in unit.chain and not _is_relative(words):
            return words.text
    return None


def _is_relative(words: "Span") -> bool:
    return words[0].tag_ in {"WDT", "WP", "WRB", "IN", "CC"}


def _viewpoint(unit: Unit, lexicon: Lexicon) -> str | None:
    """ "According to NATO", "in the words of Macron", "in Macron's view"."""
    for token in unit.tokens:
        if token.lower_ == "according" and token.i not in unit.quoted:
            objects = [t for t in token.subtree if t.dep_ == "pobj"]
            if objects:
                return phrase_text(objects[0])
        noun = token.lemma_.lower() in lexicon.words("wording nouns")
        if noun and token.dep_ == "pobj" and token.head.lower_ in {"in", "by"}:
            return _owner(token)
    return None


def _passed_on(unit: Unit) -> str | None:
    reached = unit.head.dep_ in {"ccomp", "csubj", "acl", "relcl", "conj", "parataxis", "advcl"}
    return unit.parent.speaker if unit.parent is not None and reached else None


def _outside(unit: Unit, lexicon: Lexicon) -> str | None:
    return speaker_beside(unit.head.doc, unit.quoted, lexicon)


def _speaks(verb: "Token", lexicon: Lexicon) -> bool:
    return bool({lemma_of(verb), verb.lemma_.lower()} & lexicon.words("reporting verbs"))


def _before_colon(doc: "Doc", quoted: frozenset[int]) -> str | None:
    """ "Rutte: “NATO has 32 members.”": a name alone before the colon."""
    colon = next((token for token in doc if token.text == ":"), None)
    if colon is None or colon.i == 0:
        return None
    elsewhere = not colon.i < min(quoted) <= colon.i + 2 if quoted else colon.i < len(doc) - 1
    words = doc[: colon.i]
    named = any(token.pos_ in {"PROPN", "NOUN"} for token in words)
    verbs = any(token.pos_ in VERBAL for token in words)
    return words.text if named and not verbs and not elsewhere else None
