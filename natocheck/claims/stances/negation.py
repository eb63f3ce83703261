"""Whether an odd number of denials bears on a clause's verb."""

from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.verbs import SUBJECTS, VERBAL, lemma_of

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

Chain = tuple["Token", ...]
_PREDICATES = {"attr", "acomp", "oprd", "prep"}
_OPENERS = {"nor", "neither"}
_BUT = {"but", "or"}


def is_negated(chain: Chain, lexicon: Lexicon) -> bool:
    """Whether what the chain of verbs says is said not to be so."""
    count = sum(_is_negation(child, lexicon) for verb in chain for child in verb.children)
    count += sum(_is_denying_adverbial(c, lexicon) for v in chain for c in v.children)
    count += sum(_opens_with_not_once(verb) for verb in chain)
    count += sum(lemma_of(verb) in lexicon.words("negative verbs") for verb in chain[:-1])
    count += sum(_is_yet_to(verb) for verb in chain[:-1])
    count += _is_denied_predicate(chain[-1], lexicon) + _opens_with_nor(chain[0])
    return count % 2 == 1


def is_contrasted(verb: "Token", lexicon: Lexicon) -> bool:
    """ "Is not neutral but a member": the negation covers the first part only."""
    return any(
        any(t.dep_ == "cc" and t.lower_ in lexicon.words("contrasts") for t in token.children)
        and any(t.dep_ == "conj" and t.pos_ not in VERBAL for t in token.children)
        for child in verb.children
        for token in (verb, *child.subtree)
    )


def _is_negation(child: "Token", lexicon: Lexicon) -> bool:
    words = lexicon.words("negations")
    if _opens_a_list(child, lexicon):
        return False
    if child.dep_ != "advmod":
        return child.dep_ == "neg"
    return child.lower_ in words or any(c.lower_ == "never" for c in child.children)


def _opens_with_not_once(verb: "Token") -> bool:
    """ "Not once has it been invoked": the parser ties it to the verb or to its auxiliary."""
    ties = [verb, *(c for c in verb.children if c.dep_.startswith("aux"))]
    return any(is_not_once(child) for tie in ties for child in tie.children)


def is_not_once(adverb: "Token") -> bool:
    """ "Not once", "not a single time" that are no number but "never"."""
    denied = any(c.lower_ == "not" and c.i < adverb.i for c in adverb.children)
    following = adverb.doc[adverb.i + 1 : adverb.i + 2].text.lower()
    return adverb.lower_ == "once" and denied and following not in _BUT


def _opens_a_list(negation: "Token", lexicon: Lexicon) -> bool:
    """ "Not only a member", "not just in Europe": nothing is denied."""
    following = negation.doc[negation.i + 1 : negation.i + 2]
    return any(token.lower_ in lexicon.words("list openers") for token in following)


def _is_denying_adverbial(child: "Token", lexicon: Lexicon) -> bool:
    """ "At no time", "by no means", "under no circumstances"."""
    return child.dep_ == "prep" and any(
        noun.lemma_.lower() in lexicon.words("denying adverbials")
        and any(t.lower_ in lexicon.words("denying determiners") for t in noun.children)
        for noun in child.children
    )


def _is_yet_to(verb: "Token") -> bool:
    """ "Has yet to join", "is yet to join"."""
    return verb.lemma_ in {"have", "be"} and any(c.lower_ == "yet" for c in verb.children)


def _is_denied_predicate(verb: "Token", lexicon: Lexicon) -> bool:
    """ "Is no member", "is neither a member nor …", "is no longer a member"."""
    denials = lexicon.words("denying determiners")
    lapsed = lexicon.words("lapsed adverbs")
    parts = [c for c in verb.children if c.dep_ in _PREDICATES or c.lower_ in lapsed]
    parts = [c for c in parts if not _is_denying_adverbial(c, lexicon)]
    objects = [t for c in verb.children if c.dep_ == "prep" for t in c.children]
    return any(t.lower_ in denials for part in parts for t in part.children) or any(
        t.lower_ in denials and t.dep_ != "det" for part in objects for t in part.children
    )


def _opens_with_nor(verb: "Token") -> bool:
    """ "Nor has Norway joined": "nor" before an auxiliary that stands before its subject."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    first = verb.left_edge
    inverted = any(c.dep_.startswith("aux") and c.i < s.i for c in verb.children for s in subjects)
    return first.lower_ in _OPENERS and inverted
