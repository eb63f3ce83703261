"""Whether a clause is a condition, or rests on one."""

from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_LONGEST = 4  # words of the longest phrase that opens a condition


def is_conditional(head: "Token", lexicon: Lexicon) -> bool:
    """ "If Ireland joined", "had it joined", or what follows from such a clause."""
    if _is_condition(head, lexicon):
        return True
    return any(
        (child.dep_ == "advcl" and _is_condition(child, lexicon))
        or (child.dep_ in {"advcl", "ccomp"} and _is_inverted(child, lexicon))
        for child in head.children
    )


def _is_condition(head: "Token", lexicon: Lexicon) -> bool:
    return _is_marked(head, lexicon) or _is_inverted(head, lexicon) or _is_opened(head, lexicon)


def _is_marked(head: "Token", lexicon: Lexicon) -> bool:
    """ "If Ireland joined", "unless it joins"."""
    conditions = lexicon.words("conditions")
    return any(child.dep_ == "mark" and child.lower_ in conditions for child in head.children)


def _is_inverted(head: "Token", lexicon: Lexicon) -> bool:
    """ "Had Ireland joined", "were it a member": the auxiliary before the subject."""
    subjects = [child for child in head.children if child.dep_.startswith("nsubj")]
    if not subjects:
        return False
    own = [child for child in head.children if child.dep_ not in {"ccomp", "punct"}]
    first = min(head, *own, key=lambda token: token.i)
    return first.lower_ in lexicon.words("inverted conditions") and first.i < subjects[0].i


def _is_opened(head: "Token", lexicon: Lexicon) -> bool:
    """ "In case Ireland is a member", "as though it had joined", "as long as it belongs".

    The phrase may be the parser's part of the clause or stand right before it.
    """
    start, doc = head.left_edge.i, head.doc
    phrases = lexicon.phrases_of("conditional phrases")
    return any(
        start <= token.i + len(phrase) < start + _LONGEST
        and tuple(t.lower_ for t in doc[token.i : token.i + len(phrase)]) == phrase
        for token in doc[max(0, start - _LONGEST) : start + _LONGEST]
        for phrase in phrases.get(token.lower_, ())
    )
