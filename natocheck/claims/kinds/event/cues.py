"""The words by which a verb or noun may be listed in a rule: alone or as a phrase.

"put into action", "take effect", "hand in": a verb's phrases are its lemma with the
words that follow it, adverbs left out, and with its object or preposition.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.phrases import WAYS
from natocheck.claims.verbs import lemma_of

if TYPE_CHECKING:
    from natocheck.claims.lexicon import Lexicon
    from natocheck.language.tokens import Token

_LONGEST = 4
Cues = Mapping[str, frozenset[int]]


def clause_cues(clause: Clause, lexicon: "Lexicon") -> Cues:
    """The phrases of the clause's verbs, each with the tokens that it takes up.

    Of verbs in a chain ("considered invoking", "began to bomb") those count of which
    the verbs before say that they came true, or are planned. Worked out once a clause.
    """
    if "cues" not in clause.found:
        clause.found["cues"] = _clause_cues(clause, lexicon)
    known: Cues = clause.found["cues"]
    return known


def _clause_cues(clause: Clause, lexicon: "Lexicon") -> Cues:
    found: dict[str, frozenset[int]] = {}
    for position, verb in enumerate(clause.chain):
        before = clause.chain[:position]
        if all(_realises(token, lexicon) for token in before):
            for phrase, tokens in verb_phrases(verb):
                found.setdefault(phrase, tokens)
    return found


def _realises(verb: "Token", lexicon: "Lexicon") -> bool:
    """Whether the verb after it came true, or is announced without a doubt."""
    lemma = verb.lemma_.lower()
    announcing = lemma in lexicon.words("announcing verbs") and verb.tag_ == "VBN"
    return announcing or lemma in lexicon.words("realising verbs")


def verb_phrases(verb: "Token") -> Iterator[tuple[str, frozenset[int]]]:
    """Every phrase that begins with the verb."""
    lemma = verb.lemma_.lower()
    yield lemma, frozenset()
    yield lemma_of(verb), frozenset()
    after = list(verb.doc[verb.i + 1 : verb.i + 1 + _LONGEST + 1])
    yield from _beginnings(lemma, [t for t in after if t.tag_ != "RB" or t.dep_ == "prt"])
    yield from _beginnings(lemma, after)
    for child in verb.children:
        if child.dep_ in {"dobj", "acomp", "oprd"}:
            thing = f"{lemma} {child.lemma_.lower()}"
            yield thing, frozenset({child.i})
            yield from _joined(thing, child, {child.i})
        elif child.dep_ == "prep":
            yield f"{lemma} {child.lower_}", frozenset({child.i})
            yield from _joined(f"{lemma} {child.lower_}", child, {child.i})
            yield from _endings(lemma, child)
        elif child.dep_ == "advmod" and child.lower_ in WAYS:
            way = f"{lemma} {child.lower_}"
            yield from _joined(way, child, {child.i})
            yield from _joined(way, verb, {child.i})


def _joined(phrase: str, above: "Token", taken: set[int]) -> Iterator[tuple[str, frozenset[int]]]:
    """The phrase with each preposition that hangs on its last word: "resume place in"."""
    for prep in above.children:
        if prep.dep_ == "prep":
            yield f"{phrase} {prep.lower_}", frozenset({*taken, prep.i})


def _endings(lemma: str, prep: "Token") -> Iterator[tuple[str, frozenset[int]]]:
    """What a preposition adds past an object: "brought the mission to an end"."""
    for noun in prep.children:
        if noun.dep_ == "pobj" and noun.i - prep.i < _LONGEST:
            words = prep.doc[prep.i : noun.i + 1]
            yield f"{lemma} {words.text.lower()}", frozenset(each.i for each in words)


def _beginnings(lemma: str, words: list["Token"]) -> Iterator[tuple[str, frozenset[int]]]:
    for end in range(1, len(words) + 1):
        phrase = " ".join([lemma, *(each.lower_ for each in words[:end])])
        yield phrase, frozenset(each.i for each in words[:end])


def noun_cues(noun: "Token") -> Cues:
    """The noun's lemma and form, alone and with the word before or "into" and the one after."""
    before = noun.nbor(-1).lower_ + " " if noun.i > 0 else ""
    alone = {noun.lemma_.lower(), noun.lower_}
    after = noun.doc[noun.i + 1 : noun.i + 3].text.lower()
    phrases = {*alone, *(before + form for form in alone), f"{noun.lower_} {after}"}
    return {phrase: frozenset() for phrase in phrases}
