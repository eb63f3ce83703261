"""Figures that somebody aims at, favours or fears: none that are."""

from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def is_intended(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells what somebody means to do, wants, or does something for:
    "has pledged to spend", "back spending", "cut elsewhere to reach 2 percent".
    """
    if _is_aside(scene, clause):
        return False
    if _is_meant(scene, clause) or _is_favoured(scene, clause):
        return True
    return _is_purpose(clause) and not is_on_track(scene, clause)


def is_on_track(scene: Scene, clause: Clause) -> bool:
    """ "Are on track to meet", "is on course to spend": the parser may take it for a purpose."""
    verb = clause.head.head
    if clause.head.dep_ != "advcl" or verb.lemma_ != "be":
        return False
    words = scene.lexicon.words("planning adjectives")
    before = scene.doc[max(verb.i, clause.tokens[0].i - 3) : clause.tokens[0].i]
    return any(before.text.lower().endswith(f" {each}") for each in words)


def _is_aside(scene: Scene, clause: Clause) -> bool:
    """ "The budget, 2 percent of GDP in 2024, was debated": whatever is meant, the aside is so."""
    roots = [root for q in scene.quantities if (root := scene.root_of(q)) in clause.tokens]
    return bool(roots) and all(any(_is_apart(t) for t in _up_to(r, clause)) for r in roots)


def _is_apart(token: "Token") -> bool:
    """Whether words are set beside a noun: ", 2 percent of GDP," and ", at 2 percent of GDP,"."""
    after_comma = token.i > 0 and token.nbor(-1).text == ","
    return token.dep_ == "appos" or (token.dep_ == "prep" and token.lower_ == "at" and after_comma)


def _up_to(token: "Token", clause: Clause) -> list["Token"]:
    return [t for t in (token, *token.ancestors) if t in clause.tokens]


def _is_meant(scene: Scene, clause: Clause) -> bool:
    """ "has pledged to spend"; but "has yet to" says that it is not so."""
    outstanding = clause.negated and any(t.lower_ == "yet" for t in clause.tokens)
    meaning = set(clause.lemmas[:-1]) & scene.lexicon.words("intention verbs")
    return bool(meaning) and not outstanding


def _is_favoured(scene: Scene, clause: Clause) -> bool:
    """ "most favour spending 3 percent": the figure is of a thought."""
    verbs = scene.lexicon.words("favouring verbs")
    if any(verbs & {t.lower_, t.lemma_.lower()} and _opens_gerund(t) for t in clause.tokens):
        return True
    governing = clause.parent.lemmas if _is_gerund(clause) and clause.parent else ()
    return bool({*clause.lemmas, *governing} & verbs)


def _opens_gerund(token: "Token") -> bool:
    """Whether "spending" or the like follows; the parser often takes it for the verb."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is not None and following.lower_.endswith("ing")


def _is_gerund(clause: Clause) -> bool:
    return clause.head.tag_ == "VBG" and clause.head.dep_ in {"pcomp", "ccomp", "xcomp", "csubj"}


def _is_purpose(clause: Clause) -> bool:
    """ "raised taxes to reach 2 percent": what something is done for."""
    head = clause.head
    return head.dep_ == "advcl" and any(
        child.tag_ == "TO" and child.i < head.i for child in head.children
    )
