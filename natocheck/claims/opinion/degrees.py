"""Degree, contrast and likeness as cues: "too timid", "not X but Y", "like a drunkard"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.opinion.cues import STRONG, WEAK, Cue

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


_CONTRASTING = {"not", "n't", "n’t", "rather"}


def degree_cues(token: "Token", lexicon: Lexicon) -> Iterator[Cue]:
    """Degree of taste: "too late", "the most thankless", "more honest", "stronger"."""
    measured = lexicon.words("measured adjectives")
    if token.tag_ in {"JJR", "JJS"} and token.pos_ == "ADJ":
        if not {token.lemma_.lower(), token.head.lemma_.lower()} & measured:
            yield Cue(token.i, token.i, WEAK)
    elif token.dep_ == "advmod" and token.head.pos_ in {"ADJ", "ADV"} and token.i < token.head.i:
        weight = _weight(token, lexicon)
        if weight:
            yield Cue(token.i, token.head.i, weight)


def _weight(adverb: "Token", lexicon: Lexicon) -> int:
    """What is too much is a matter of taste, unless it is said for what ("too ill to travel")."""
    word, head = adverb.lower_, adverb.head.lemma_.lower()
    measured = head in lexicon.words("measured adjectives")
    if word == "too":
        plain = measured or head in lexicon.words("describing adjectives")
        following = adverb.doc[adverb.head.i + 1 : adverb.head.i + 2].text.lower()
        return WEAK if plain and following in {"to", "for"} else STRONG
    if word in {"such", "most", "least"}:
        return 0 if measured else STRONG
    return WEAK if word in {"so", "more", "less"} and not measured else 0


def contrast_cues(token: "Token") -> Iterator[Cue]:
    """Contrast: "not X but Y", "X rather than Y", "X, not Y"."""
    if token.lower_ not in _CONTRASTING:
        return
    following = [t.lower_ for t in token.doc[token.i + 1 : token.i + 9]]
    if token.lower_ in {"not", "n't", "n’t"} and _contrasts(following):
        yield Cue(token.i, token.i + 1 + following.index("but"), STRONG)
    elif token.lower_ == "not" and token.i > 0 and token.nbor(-1).text == ",":
        yield Cue(token.i, token.i, WEAK)
    elif token.lower_ == "rather" and following[:1] == ["than"]:
        yield Cue(token.i, token.i + 1, WEAK)


def likeness_cues(token: "Token", lexicon: Lexicon) -> Iterator[Cue]:
    """A simile: to do something "like a bargain hunter", "like children"."""
    verb = token.head
    if token.lower_ != "like" or verb.pos_ != "VERB" or verb.tag_ == "VBN":
        return
    things = [child for child in token.children if child.dep_ == "pobj" and _is_any(child)]
    if things and verb.lemma_.lower() not in lexicon.words("state verbs"):
        yield Cue(token.i, things[0].i, WEAK)


def _is_any(noun: "Token") -> bool:
    """Whether a noun means any one of its kind: "a clerk", "clerks"."""
    articles = {child.lower_ for child in noun.lefts if child.dep_ in {"det", "poss", "nummod"}}
    return articles <= {"a", "an"} if articles else noun.tag_ == "NNS"


def _contrasts(following: list[str]) -> bool:
    """Whether "but" comes after "not" without a new clause between: "not X but Y".

    Figures and dates that are set right ("not in 1948 but in 1949") judge nothing.
    """
    until = following.index("but") if "but" in following else 0
    if any(character.isdigit() for word in following[:until] for character in word):
        return False
    return until > 0 and ("," not in following[:until] or following[0] in {"just", "merely"})
