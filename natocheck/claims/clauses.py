"""Cuts a parsed sentence into clauses and says how each is put: its stance.

A clause is a verb with what hangs on it, less the clauses inside. Verbs joined by
"to" ("is expected to spend") are one clause. The stance follows ConText's habit: cue
words are data, how far a cue reaches is decided here, along the governing clauses.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from natocheck.claims.lexicon import Lexicon
from natocheck.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENERS = {"ROOT", "ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis", "pcomp"}
_VERBAL = {"VERB", "AUX"}
_PREDICATES = {"attr", "acomp", "oprd", "prep"}
_COMPLEMENTS = {"ccomp", "xcomp", "acl", "csubj", "pcomp"}


@dataclass(frozen=True, eq=False)
class Clause:
    """One clause: its main verb, the chain of verbs it forms, its tokens and stance."""

    head: "Token"
    chain: tuple["Token", ...]
    tokens: tuple["Token", ...]
    parent: "Clause | None"
    stance: tuple[Stance, ...]
    speaker: str | None
    found: dict[str, Any] = field(default_factory=dict)  # what others worked out of its verbs

    @property
    def text(self) -> str:
        """The words from the clause's first token to its last."""
        doc = self.head.doc
        first, last = self.tokens[0], self.tokens[-1]
        return doc.text[first.idx : last.idx + len(last)].strip(" ,;")

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The lemmas of its verbs, particles included ("set up")."""
        return tuple(lemma_of(token) for token in self.chain)

    @property
    def negated(self) -> bool:
        """Whether a "not" or its like bears on the verb."""
        return "negated" in self.stance

    @property
    def past(self) -> bool:
        """Whether its first verb is in a past or perfect form."""
        return any(t.tag_ in {"VBD", "VBN"} for t in [*self.chain, *_auxiliaries(self.chain)])


def lemma_of(token: "Token") -> str:
    """The lower-case lemma of a verb with its particle, of any other token alone."""
    particle = next((child for child in token.children if child.dep_ == "prt"), None)
    lemma = token.lemma_.lower()
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def find_clauses(doc: "Doc", lexicon: Lexicon, quoted: frozenset[int]) -> tuple[Clause, ...]:
    """All clauses of ``doc``, governing before governed; ``quoted`` tokens are in quotes."""
    heads = [token for token in doc if _opens_clause(token)]
    owner = {token.i: _owner(token, heads) for token in doc}
    clauses: dict[int, Clause] = {}
    for head in sorted(heads, key=_depth):
        tokens = tuple(token for token in doc if owner[token.i] == head.i)
        parent = None if head.dep_ == "ROOT" else clauses.get(owner[head.head.i])
        chain = _chain(head)
        stance, speaker = _stance(head, chain, parent, lexicon, quoted)
        clauses[head.i] = Clause(head, chain, tokens or (head,), parent, stance, speaker)
    return tuple(sorted(clauses.values(), key=lambda clause: clause.head.i))


def clause_of(token: "Token", clauses: tuple[Clause, ...]) -> Clause:
    """The clause that a token belongs to."""
    for clause in clauses:
        if token in clause.tokens:
            return clause
    return clauses[0]


def _opens_clause(token: "Token") -> bool:
    if token.dep_ == "ROOT":
        return True
    if _is_part_of_comparison(token) or _is_bare_participle(token):
        return False
    if token.dep_ == "pcomp" and token.head.lower_ in {"than", "as"}:
        return False
    if token.dep_ in _OPENERS:
        return token.pos_ in _VERBAL
    if token.dep_ == "conj" and token.pos_ in _VERBAL:
        return token.head.pos_ in _VERBAL
    return False


def _is_part_of_comparison(token: "Token") -> bool:
    """ "less than it had in 2020": what follows "than" completes the clause before."""
    return token.dep_ == "advcl" and any(
        child.dep_ == "mark" and child.lower_ in {"than", "as"} and child.i == token.left_edge.i
        for child in token.children
        if child.lower_ == "than" or token.lemma_ in {"do", "have", "be"}
    )


def _is_bare_participle(token: "Token") -> bool:
    """ "put together", "running": a participle without arguments is an adjective."""
    return (
        token.dep_ in {"acl", "advcl"}
        and all(child.dep_ in {"advmod", "punct"} for child in token.children)
        and token.tag_ in {"VBN", "VBG", "VBD"}
    )


def _depth(token: "Token") -> int:
    return sum(1 for _ in token.ancestors)


def _owner(token: "Token", heads: list["Token"]) -> int:
    positions = {head.i for head in heads}
    while token.i not in positions and token.head.i != token.i:
        token = token.head
    return token.i


def _chain(head: "Token") -> tuple["Token", ...]:
    chain = [head]
    for token in chain:
        chain += [child for child in token.children if child.dep_ == "xcomp"]
    return tuple(chain)


def _auxiliaries(chain: tuple["Token", ...]) -> list["Token"]:
    return [child for token in chain for child in token.children if child.dep_.startswith("aux")]


def _stance(
    head: "Token",
    chain: tuple["Token", ...],
    parent: Clause | None,
    lexicon: Lexicon,
    quoted: frozenset[int],
) -> tuple[tuple[Stance, ...], str | None]:
    found: set[Stance] = set(_own_stance(head, chain, lexicon))
    speaker = None
    if parent is not None and head.dep_ in {*_COMPLEMENTS, "conj", "parataxis", "advcl"}:
        inherited, speaker = _from_parent(head, parent, lexicon)
        found |= inherited
    if speaker is None:
        speaker = _reporting_parenthesis(head, lexicon)
    if head.i in quoted or speaker is not None:
        found.add("attributed")
    return tuple(s for s in get_args(Stance) if s in found) or ("asserted",), speaker


def _own_stance(head: "Token", chain: tuple["Token", ...], lexicon: Lexicon) -> list[Stance]:
    words = {child.lower_ for token in chain for child in token.children}
    auxiliaries = {child.lower_ for child in _auxiliaries(chain)}
    lemmas = {token.lemma_.lower() for token in chain}
    found: list[Stance] = []
    if _is_negated(chain, lexicon):
        found.append("denied" if _is_contrasted(chain[-1], lexicon) else "negated")
    if auxiliaries & lexicon.words("future auxiliaries") or _is_plan(chain, lexicon):
        found.append("future")
    if auxiliaries & lexicon.words("hedging auxiliaries") or words & lexicon.words("hedges"):
        found.append("hedged")
    if lemmas & lexicon.words("hedging verbs"):
        found.append("hedged")
    if auxiliaries & lexicon.words("obligation auxiliaries"):
        found.append("opinion")
    if _has_condition(head, lexicon):
        found.append("conditional")
    if head.dep_ == "ROOT" and head.doc.text.rstrip(" \"”'’").endswith("?"):
        found.append("asked")
    return found


def _is_negated(chain: tuple["Token", ...], lexicon: Lexicon) -> bool:
    words = lexicon.words("negations")
    count = sum(
        1
        for token in chain
        for child in token.children
        if (child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ in words))
        and not _opens_a_list(child, lexicon)
    )
    count += sum(1 for token in chain[:-1] if lemma_of(token) in lexicon.words("negative verbs"))
    count += sum(
        1
        for token in chain
        if any(child.lower_ == "yet" for child in token.children)
        and len(chain) > 1
        and token != chain[-1]
        and token.lemma_ in {"have", "be"}
    )
    count += _is_denied_predicate(chain[-1], lexicon)
    return count % 2 == 1


def _is_denied_predicate(verb: "Token", lexicon: Lexicon) -> bool:
    """ "is no member", "is neither a member nor …", "is no longer a member"."""
    denials = lexicon.words("denying determiners")
    lapsed = lexicon.words("lapsed adverbs")
    parts = [c for c in verb.children if c.dep_ in _PREDICATES or c.lower_ in lapsed]
    objects = [t for c in verb.children if c.dep_ == "prep" for t in c.children]
    return any(t.lower_ in denials for part in parts for t in part.children) or any(
        t.lower_ in denials and t.dep_ != "det" for part in objects for t in part.children
    )


def _opens_a_list(negation: "Token", lexicon: Lexicon) -> bool:
    """ "not only a member", "not just in Europe": nothing is denied."""
    following = negation.doc[negation.i + 1 : negation.i + 2]
    return any(token.lower_ in lexicon.words("list openers") for token in following)


def _is_contrasted(verb: "Token", lexicon: Lexicon) -> bool:
    """ "is not neutral but a member": the negation covers the first part only."""
    return any(
        any(t.dep_ == "cc" and t.lower_ in lexicon.words("contrasts") for t in token.children)
        and any(t.dep_ == "conj" and not _is_verbal(t) for t in token.children)
        for child in verb.children
        for token in (verb, *child.subtree)
    )


def _is_verbal(token: "Token") -> bool:
    return token.pos_ in {"VERB", "AUX"}


def _is_plan(chain: tuple["Token", ...], lexicon: Lexicon) -> bool:
    first = chain[0]
    if len(chain) > 1 and first.lemma_.lower() in lexicon.words("planning verbs"):
        return True
    return len(chain) > 1 and any(
        child.lower_ in lexicon.words("planning adjectives") for child in first.children
    )


def _has_condition(head: "Token", lexicon: Lexicon) -> bool:
    if _is_marked_condition(head, lexicon) or _is_inverted_condition(head, lexicon):
        return True
    return any(
        (child.dep_ == "advcl" and _is_marked_condition(child, lexicon))
        or (child.dep_ in {"advcl", "ccomp"} and _is_inverted_condition(child, lexicon))
        for child in head.children
    )


def _is_marked_condition(head: "Token", lexicon: Lexicon) -> bool:
    """ "if Ireland joined", "unless it joins"."""
    conditions = lexicon.words("conditions")
    return any(child.dep_ == "mark" and child.lower_ in conditions for child in head.children)


def _is_inverted_condition(head: "Token", lexicon: Lexicon) -> bool:
    """ "had Ireland joined", "were it a member": the auxiliary before the subject."""
    subjects = [child for child in head.children if child.dep_.startswith("nsubj")]
    if not subjects:
        return False
    own = [child for child in head.children if child.dep_ not in {"ccomp", "punct"}]
    first = min(head, *own, key=lambda token: token.i)
    return first.lower_ in lexicon.words("inverted conditions") and first.i < subjects[0].i


def _from_parent(head: "Token", parent: Clause, lexicon: Lexicon) -> tuple[set[Stance], str | None]:
    carried: set[Stance] = set(parent.stance) & {"conditional", "hedged", "denied", "attributed"}
    speaker = parent.speaker
    if head.dep_ == "conj":
        own_subject = any(child.dep_.startswith("nsubj") for child in head.children)
        if not own_subject and "negated" in parent.stance and _follows_or(head):
            carried.add("negated")
        return carried | (set(parent.stance) & {"asked"}), speaker
    if head.dep_ == "advcl":
        return carried - {"hedged", "conditional"}, speaker
    governors = {lemma_of(head.head), *parent.lemmas}
    if head.dep_ == "acl":
        if not _is_content(head):
            return carried - {"hedged", "conditional"}, speaker
        governors = {lemma_of(head.head)}
    if "negated" in parent.stance and head.dep_ in _COMPLEMENTS:
        carried.add("denied")
    if governors & lexicon.words("denial verbs") or lemma_of(head.head) in lexicon.words(
        "denial nouns"
    ):
        carried.add("denied")
    if {t.lower_ for t in head.head.children} & lexicon.words("denial adverbs"):
        carried.add("denied")
    if governors & lexicon.words("attitude verbs") or lemma_of(head.head) in lexicon.words(
        "attitude nouns"
    ):
        carried.add("opinion")
    if governors & lexicon.words("planning verbs"):
        carried.add("future")
    if governors & lexicon.words("reporting verbs"):
        carried.add("attributed")
        speaker = subject_text(parent.head) or speaker
    return carried, speaker


def _is_content(head: "Token") -> bool:
    """Whether a clause on a noun says what the noun is ("the idea that …", "a plan to …").

    A participle ("the paper published in May") only describes it.
    """
    return any(child.dep_ == "mark" or child.lower_ == "to" for child in head.children)


def _follows_or(head: "Token") -> bool:
    return any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in head.head.children)


def subject_text(verb: "Token") -> str | None:
    """The words of a verb's subject, or None."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"}:
            doc = verb.doc
            first, last = child.left_edge, child.right_edge
            return doc.text[first.idx : last.idx + len(last)].strip(" ,;")
    return None


def _reporting_parenthesis(head: "Token", lexicon: Lexicon) -> str | None:
    """The speaker of "…, NATO estimates" or "according to NATO"."""
    for child in head.children:
        if child.dep_ in {"parataxis", "ccomp"} and lemma_of(child) in lexicon.words(
            "reporting verbs"
        ):
            return subject_text(child)
        if child.lower_ == "according":
            objects = [t for t in child.subtree if t.dep_ == "pobj"]
            if objects:
                first, last = objects[0].left_edge, objects[0].right_edge
                return head.doc.text[first.idx : last.idx + len(last)].strip(" ,;")
    return None
