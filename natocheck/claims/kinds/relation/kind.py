"""Claims that a fixed relation holds: who leads what where, what is seated where.

A clause says it by a verb ("Canada leads the battlegroup in Latvia"), by a noun ("the
framework nation in Latvia is Canada") or by a participle ("the Canadian-led battlegroup
in Latvia"). In lists each subject goes with its own place. What an article says is read
in ``contents``.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted
from natocheck.claims.kinds.event.cues import clause_cues, noun_cues
from natocheck.claims.kinds.event.matching import is_thing
from natocheck.claims.kinds.relation.contents import contents_said
from natocheck.claims.kinds.relation.meetings import misplaced_seats
from natocheck.claims.kinds.relation.neighbours import neighbours
from natocheck.claims.kinds.relation.pairs import Party, paired, parties
from natocheck.claims.phrases import Argument, arguments
from natocheck.claims.scene import Scene
from natocheck.claims.times import when_of
from natocheck.model.claims import Related
from natocheck.model.facts import Relation, Said

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_SUBORDINATE = {"relcl", "acl", "advcl", "conj"}
_OF = {"of", "for"}
_INDEFINITE = {"a", "an", "another", "one", "other", "some"}


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims of relations in a sentence."""
    spoken_of = _spoken_of(scene)
    for rule in (rule for rule in spoken_of if rule.symmetric):
        yield from neighbours(scene, clauses, rule)
    rules = [rule for rule in spoken_of if not rule.symmetric]
    for clause in clauses if rules else ():
        if not is_asserted(clause) or "future" in clause.stance:
            continue
        for rule in rules:
            if rule.one_object and not clause.negated:
                for statement in misplaced_seats(scene, clause, rule):
                    yield claim_in(scene, "relation", clause, statement)
            if any(_is_said(scene, clause, said, rule) for said in rule.said):
                found = _with_antecedent(scene, clause, parties(scene, clause.tokens, rule))
                yield from _claims(scene, clause, rule, paired(scene, clause, found))
    for rule in rules:
        yield from _by_participle(scene, clauses, rule)
        yield from _by_apposition(scene, clauses, rule)
        yield from contents_said(scene, clauses, rule)


def _spoken_of(scene: Scene) -> list[Relation]:
    """The relations of which a word or a subject stands in the sentence."""
    index = scene.lexicon.index.relations
    met = {rule.id: rule for word in scene.vocabulary for rule in index.get(word, ())}
    return [met[id] for id in sorted(met)]


def _is_said(scene: Scene, clause: Clause, said: Said, rule: Relation) -> bool:
    cues = clause_cues(clause, scene.lexicon)
    verbs = [verb for verb in said.verbs if verb in cues]
    found = arguments(clause)
    if verbs:
        taken = set().union(*(cues[verb] for verb in verbs))
        return _is_about(scene, clause, said, found, taken)
    if clause.head.lemma_.lower() not in scene.lexicon.words("being verbs"):
        return False
    near = [*(a.token for a in found), *clause.head.children]
    return any(_is_noun(scene, token, said, rule) for token in near)


def _is_about(
    scene: Scene, clause: Clause, said: Said, found: tuple[Argument, ...], taken: set[int]
) -> bool:
    """Whether the verb acts on one of the things; "took charge" may leave it unsaid, where
    the sentence names it."""
    things = set(said.things)
    if any(child.dep_ == "ccomp" for child in clause.head.children):
        return False  # "found in Berlin what it had sought": the clause is what it acts on
    acted_on = [a.token for a in found if a.role == "object" and a.token.i not in taken]
    if not things:
        return not any(_is_common(scene, token) for token in acted_on)
    if clause.head.dep_ == "relcl" and not acted_on:
        acted_on = [clause.head.head, *(t for t in clause.head.head.ancestors if t.pos_ == "NOUN")]
    if any(is_thing(scene, token, things) for token in acted_on):
        return True
    if not taken or acted_on:
        return False
    return any(is_thing(scene, t, things) for t in scene.doc if t.pos_ in {"NOUN", "PROPN"})


def _is_common(scene: Scene, token: "Token") -> bool:
    """Whether a noun is no name and no relative: "based a fleet in"."""
    relative = token.lower_ in {"which", "that", "it", "its"}
    return token.i not in scene.name_at and token.pos_ == "NOUN" and not relative


def _is_noun(scene: Scene, token: "Token", said: Said, rule: Relation) -> bool:
    """Whether the noun is listed and means the one there is: "the", "its", "NATO's"."""
    if not noun_cues(token).keys() & set(said.nouns):
        return False
    if any(child.lower_ in _INDEFINITE for child in token.children):
        return False
    if _is_of_other_thing(scene, token, rule):
        return False
    known = scene.lexicon.words("seat modifiers")
    listed = {word for noun in said.nouns for word in noun.split()}
    plain = [c for c in token.children if c.dep_ in {"amod", "compound", "nmod"}]
    plain = [c for c in plain if c.i not in scene.name_at]
    return all(c.lower_ in known or c.lower_ in listed or c.is_punct for c in plain)


def _is_of_other_thing(scene: Scene, noun: "Token", rule: Relation) -> bool:
    """ "The lead nation of the battalion": of a thing that the rule does not speak of."""
    things = {thing for said in rule.said for thing in said.things}
    of = [t for c in noun.children if c.lower_ in _OF for t in c.children if t.dep_ == "pobj"]
    common = [t for t in of if t.i not in scene.name_at and t.pos_ == "NOUN"]
    return bool(things) and any(not is_thing(scene, t, things) for t in common)


def _with_antecedent(scene: Scene, clause: Clause, found: list[Party]) -> list[Party]:
    """Add what a relative, participial or coordinated clause is about: "NATO, based in
    Brussels", "NATO was founded in 1949 and is based in Brussels"."""
    roles = {party.role for party in found}
    if not found or len(roles) == 2 or clause.head.dep_ not in _SUBORDINATE:
        return found
    own = {token.i for token in clause.tokens}
    about = [a.token for a in arguments(clause) if a.token.i not in own]
    if clause.head.dep_ == "relcl":
        above = clause.head.head
        about += [above, *(t for t in above.ancestors if t.pos_ == "NOUN")][:2]
    words = {t.i for token in about for t in token.subtree} - own
    added = parties(scene, tuple(scene.doc[i] for i in sorted(words)), found[0].rule)
    return sorted([*added, *found], key=lambda party: party.token.i)


def _claims(
    scene: Scene, clause: Clause, rule: Relation, pairs: list[tuple[str, str]]
) -> Iterator[Proposal]:
    when, clear = when_of(scene, clause)
    if not clear:
        return
    for subject, object_ in pairs:
        statement = Related(
            relation=rule.id,
            subject=subject,
            object=object_,
            when=when,
            negated=clause.negated,
            past=_is_past(clause),
        )
        yield claim_in(scene, "relation", clause, statement)


def _is_past(clause: Clause) -> bool:
    """Simple past: it may hold no more. "Has led" still holds."""
    first = min(
        (clause.chain[0], *clause.chain[0].children), key=lambda t: t.i if _is_verb(t) else 1 << 30
    )
    return first.tag_ == "VBD"


def _is_verb(token: "Token") -> bool:
    return token.pos_ in {"VERB", "AUX"} and token.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def _by_apposition(scene: Scene, clauses: tuple[Clause, ...], rule: Relation) -> Iterator[Proposal]:
    """ "Canada, the framework nation of the battlegroup in Latvia, sent more troops"."""
    for token in scene.doc:
        if token.dep_ != "appos" or not any(
            _is_noun(scene, token, said, rule) for said in rule.said
        ):
            continue
        clause = clause_of(token, clauses)
        named = [t for t in (token, token.head) if t.i in scene.name_at]
        if not is_asserted(clause) or len(named) != 1:
            continue
        words = dict.fromkeys(
            [*named, *(t for t in token.subtree if clause_of(t, clauses) is clause)]
        )
        yield from _pair(scene, clause, rule, tuple(words))


def _pair(
    scene: Scene, clause: Clause, rule: Relation, words: tuple["Token", ...]
) -> Iterator[Proposal]:
    """The claim that some words make, if they name one of either side."""
    found = parties(scene, words, rule)
    statement = [
        Related(relation=rule.id, subject=s.identity, object=o.identity)
        for s in found
        for o in found
        if s.role == "subject" and o.role == "object"
    ]
    if len(statement) == 1:
        yield claim_in(scene, "relation", clause, statement[0])


def _by_participle(scene: Scene, clauses: tuple[Clause, ...], rule: Relation) -> Iterator[Proposal]:
    """ "The German-led battlegroup in Lithuania", "the Brussels-based alliance"."""
    for token in scene.doc[2:]:
        before = scene.doc[token.i - 2]
        if token.nbor(-1).text != "-" or before.i not in scene.name_at or token.tag_ != "VBN":
            continue
        said = [s for s in rule.said if token.lemma_ in s.verbs]
        noun = token.head
        if not said or not all(not s.things or is_thing(scene, noun, set(s.things)) for s in said):
            continue
        clause = clause_of(noun, clauses)
        if not is_asserted(clause):
            continue
        words = [t for t in noun.subtree if clause_of(t, clauses) is clause]
        yield from _pair(scene, clause, rule, tuple(words))
