"""What a word makes of the clause that it governs: carries it, presupposes it, denies it.

"Says", "knows", "doubts", "the fact", "the rumour", "is true", "is possible". The classes
are data; a word in none of them does not carry what it governs: in doubt, hedged.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.verbs import SUBJECTS, VERBAL, is_passive, lemma_of
from natocheck.model.report import Stance

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_PREDICATES = {"acomp", "attr", "oprd"}
_CLAUSAL = {"ccomp", "acl", "relcl", "advcl", "conj", "csubj"}
_DETERMINERS = {"det", "neg", "nummod"}
_PARTICLES = {"ADV", "ADP", "SCONJ", "CCONJ", "PART"}
_NUMBERED = {"NUM", "PROPN", "PRON"}


@dataclass(frozen=True)
class Bearing:
    """What a governing word makes of a clause.

    ``presupposed``: it is so whether the governor is negated, asked or supposed ("did not
    know that"). ``known``: some class lists the word.
    """

    stances: frozenset[Stance] = frozenset()
    presupposed: bool = False
    known: bool = True


_CARRIED = Bearing()
_SAID = Bearing(frozenset({"attributed"}))
_HEDGED = Bearing(frozenset({"hedged"}))
_DENIED = Bearing(frozenset({"denied"}))
_WISHED = Bearing(frozenset({"opinion"}))
_PLANNED = Bearing(frozenset({"future"}))
_FACT = Bearing(presupposed=True)
_UNKNOWN = Bearing(frozenset({"hedged"}), known=False)
_BY_USE = {
    "verb": (
        ("factive verbs", _FACT),
        ("denial verbs", _DENIED),
        ("unserious verbs", _HEDGED),
        ("attitude verbs", _WISHED),
        ("planning verbs", _PLANNED),
        ("hedging verbs", _HEDGED),
        ("reporting verbs", _SAID),
        ("carrying verbs", _CARRIED),
    ),
    "adjective": (
        ("factive adjectives", _FACT),
        ("denial adjectives", _DENIED),
        ("affirming adjectives", _CARRIED),
        ("convinced adjectives", _SAID),
    ),
    "noun": (
        ("factive nouns", _FACT),
        ("denial nouns", _DENIED),
        ("affirming adjectives", _CARRIED),
        ("ruling nouns", _CARRIED),
        ("attitude nouns", _WISHED),
    ),
    "topic": (  # "the truth is that …"
        ("factive nouns", _CARRIED),
        ("carrying nouns", _CARRIED),
        ("denial nouns", _DENIED),
        ("attitude nouns", _WISHED),
        ("reporting nouns", _SAID),
    ),
}


def bearing_of(governor: "Token", lexicon: Lexicon) -> Bearing:
    """What the governor of a clause makes of it."""
    if _is_undisputed(governor, lexicon):
        return _FACT
    if governor.pos_ == "ADJ":
        return _listed(governor, "adjective", lexicon)
    if governor.pos_ in VERBAL or _is_mistagged(governor, lexicon):
        return _of_verb(governor, lexicon)
    if governor.pos_ in _PARTICLES:  # "now that", "given that", "except that"
        return _CARRIED
    return _of_noun(governor, lexicon)


def denies(token: "Token", lexicon: Lexicon) -> bool:
    """Whether a word above a clause denies what it says: "found no sign that", "nobody
    believes that", "gave no source for the claim that", "contrary to the rumour that"."""
    words = lexicon.words
    own = {lemma_of(token), token.lower_}
    if own & (words("denial verbs") | words("denial nouns") | words("denial adjectives")):
        return True
    if own & words("denying prepositions") or own & words("doubted speakers"):
        return True
    parts = [child for child in token.children if child.dep_ not in _CLAUSAL]
    if _is_doubted(parts, lexicon):
        return True
    if token.pos_ in VERBAL:
        return denies_of_subject(token, lexicon) or _is_negative(parts, lexicon)
    return any(c.lower_ in words("denying determiners") or c.dep_ == "neg" for c in parts)


def denies_of_subject(verb: "Token", lexicon: Lexicon) -> bool:
    """ "Is wrong", "was an error", "is not true": of its subject."""
    words = lexicon.words
    denials = words("denial adjectives") | words("denial nouns")
    said = [child for child in verb.children if child.dep_ in _PREDICATES]
    negated = any(child.dep_ == "neg" for child in verb.children)
    if negated:
        said += [child for child in verb.children if child.dep_ == "advmod"]  # "is not so"
        return any(child.lemma_.lower() in words("affirming adjectives") for child in said)
    return any(child.lemma_.lower() in denials for child in said)


def _is_negative(parts: list["Token"], lexicon: Lexicon) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in lexicon.words("negations") for c in parts)


def _is_doubted(parts: list["Token"], lexicon: Lexicon) -> bool:
    """Whether the subject or object is nobody, few, those who, no proof."""
    words = lexicon.words
    subjects = [part for part in parts if part.dep_ in SUBJECTS]
    if any(subject.lower_ in words("doubted speakers") for subject in subjects):
        return True
    near = [t for subject in subjects for t in (subject, *subject.children)]
    near += [t for c in parts if c.dep_ == "dobj" for t in c.children if t.dep_ in {"det", "neg"}]
    doubted = words("denying determiners") | words("doubting quantifiers")
    return any(t.lower_ in doubted or t.dep_ == "neg" for t in near)


def _is_undisputed(governor: "Token", lexicon: Lexicon) -> bool:
    """ "Nobody doubts that", "there is no question that", "it cannot be denied that"."""
    if governor.lemma_.lower() not in lexicon.words("disputing words"):
        return False
    children = list(governor.children)
    near = [t for c in children if c.dep_ in SUBJECTS for t in (c, *c.children)]
    near += [c for c in children if c.dep_ in _DETERMINERS]
    nobody = lexicon.words("denying determiners") | lexicon.words("doubting quantifiers")
    unable = {c.lower_ for c in children} & lexicon.words("ability auxiliaries")
    negated = any(c.dep_ == "neg" for c in children)
    return any(t.lower_ in nobody for t in near) or bool(unable and negated)


def _is_mistagged(governor: "Token", lexicon: Lexicon) -> bool:
    """ "Russia claims that …": a verb that the parser took for the sentence's noun."""
    bare = not any(child.dep_ in {"det", "poss", "amod"} for child in governor.children)
    return governor.dep_ == "ROOT" and bare and governor.lemma_.lower() in _saying(lexicon)


def _saying(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("reporting verbs") | lexicon.words("denial verbs")


def _listed(token: "Token", sort: str, lexicon: Lexicon) -> Bearing:
    names = {lemma_of(token), token.lemma_.lower(), token.lower_}
    if sort == "verb":
        after = (child for child in token.rights if child.dep_ in {"prep", "prt"})
        names |= {f"{token.lemma_.lower()} {child.lower_}" for child in after}
    for use, bearing in _BY_USE[sort]:
        if names & lexicon.words(use):
            return bearing
    return _UNKNOWN


def _of_verb(verb: "Token", lexicon: Lexicon) -> Bearing:
    if verb.lemma_.lower() in lexicon.words("predicating verbs"):
        said = next((c for c in verb.children if c.dep_ in _PREDICATES), None)
        return _of_topic(verb, lexicon) if said is None else _of_predicate(said, lexicon)
    if _is_hearsay(verb, lexicon):
        return _HEDGED
    return _listed(verb, "verb", lexicon)


def _is_hearsay(verb: "Token", lexicon: Lexicon) -> bool:
    """ "It is said that": told by nobody; "it must be said that", "it has to be
    said that" are the author's own."""
    if not is_passive(verb) or not {lemma_of(verb)} & lexicon.words("hearsay verbs"):
        return False
    own = {child.lower_ for child in verb.children}
    agent = any(child.dep_ == "agent" for child in verb.children)
    due = lexicon.words("obligation auxiliaries") | {"to"}
    return not agent and not own & due


def _of_predicate(said: "Token", lexicon: Lexicon) -> Bearing:
    if said.pos_ in _NUMBERED:  # a cleft: "it was 1949 that …"
        return _CARRIED
    if said.pos_ == "NOUN":
        return _listed(said, "noun", lexicon)
    return _listed(said, "adjective", lexicon)


def _of_topic(verb: "Token", lexicon: Lexicon) -> Bearing:
    """ "The truth is that", "his claim is that", "it is that", "what matters is that"."""
    topic = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if topic is None or topic.pos_ == "PRON" or topic.pos_ in VERBAL:
        return _CARRIED
    return _listed(topic, "topic", lexicon)


def _of_noun(noun: "Token", lexicon: Lexicon) -> Bearing:
    """ "The fact that", "the myth that"; a statement is only somebody's where he upholds it:
    "repeated his claim that", but not "laughed at the claim that"."""
    if noun.lemma_.lower() in lexicon.words("reporting nouns"):
        upheld = lexicon.words("upholding verbs") | lexicon.words("reporting verbs")
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        named = {lemma_of(verb), f"{verb.lemma_.lower()} {noun.head.lower_}"}
        own = noun.dep_ == "dobj" or (noun.dep_ == "pobj" and verb.pos_ in VERBAL)
        return _SAID if own and named & upheld and not is_passive(verb) else _HEDGED
    return _listed(noun, "noun", lexicon)
