"""The stretch of a sentence that speaks of one measure."""

from dataclasses import replace

from natocheck.claims.clauses import Clause
from natocheck.claims.scene import Scene


def with_participles(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Clause:
    """The clause with the participles that complete it: "had outlays rising by a tenth".

    A participle after a comma, or with a subject or conjunction, says something of its own,
    unless it tells what part the subject makes up: "accounting for half of the total, …".
    """
    joined = [c for c in clauses if c.parent is clause and _completes(scene, c)]
    if not joined:
        return clause
    tokens = {t.i: t for each in (clause, *joined) for t in each.tokens}
    return replace(clause, tokens=tuple(tokens[i] for i in sorted(tokens)))


def _completes(scene: Scene, clause: Clause) -> bool:
    head = clause.head
    first = clause.tokens[0]
    after_comma = first.i > 0 and first.nbor(-1).is_punct
    own = any(child.dep_ in {"mark", "nsubj", "aux"} for child in head.children)
    joins = not after_comma or clause.lemmas[0] in scene.lexicon.words("part verbs")
    return head.tag_ == "VBG" and head.dep_ in {"advcl", "acl"} and joins and not own
