""" "No country has joined the EU since Croatia": Croatia is its newest member."""

from collections.abc import Iterator

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.membership.bodies import body_at
from natocheck.claims.kinds.membership.verbs import joining_verb
from natocheck.claims.restating.asides import is_list_of_countries
from natocheck.claims.restating.pieces import Piece, Restatement, sentence, stretch
from natocheck.claims.scene import Scene


def latest(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Restatement]:
    """Who joined last, where it is said that nobody has joined since."""
    for clause in clauses:
        verb = joining_verb(scene, clause)
        if verb is None or verb.mode != "joined" or clause.head.dep_ != "ROOT":
            continue
        if not _is_of_nobody(scene, clause) or _has_time(scene, clause):
            continue
        body = next((t for t in clause.tokens if body_at(scene, t) is not None), None)
        since = next((t for t in clause.tokens if t.lower_ == "since"), None)
        last = next((c for c in since.children if c.dep_ == "pobj"), None) if since else None
        if body is None or last is None:
            continue
        end = last.i + 1
        if is_list_of_countries(scene, last.left_edge.i, end) and not list(last.rights):
            tokens = scene.tokens_of(scene.name_at[body.i])
            name = stretch(scene, tokens[0].i, tokens[-1].i + 1)
            who = stretch(scene, last.left_edge.i, end)
            yield sentence([who, Piece("is the newest member of the"), name])


def _is_of_nobody(scene: Scene, clause: Clause) -> bool:
    """ "No country", "no other state": anybody at all, not "no Nordic country"."""
    subjects = [c for c in clause.head.children if c.dep_ in {"nsubj", "nsubjpass"}]
    perfect = any(c.lower_ in {"has", "have"} for c in clause.head.children)
    if len(subjects) != 1 or not perfect:
        return False
    words = {t.lower_ for t in subjects[0].subtree}
    nouns = scene.lexicon.words("bare member nouns") | scene.lexicon.words("member nouns")
    plain = words - {"no", "other", "further", "new"} == {subjects[0].lower_}
    return "no" in words and plain and subjects[0].lemma_.lower() in nouns


def _has_time(scene: Scene, clause: Clause) -> bool:
    """Whether the clause tells another time than since whom: "in the past decade"."""
    inside = {t.i for t in clause.tokens}
    return any(scene.root_of(p).i in inside for p in scene.periods if p.relation != "in")
