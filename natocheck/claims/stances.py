"""How a clause is put: asserted, negated, hedged, planned, denied, asked, attributed.

ConText's habit: cue words are data; how far a cue reaches is decided here, along the
words that govern the clause.
"""

from typing import TYPE_CHECKING, get_args

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.verbs import SUBJECTS, auxiliaries, lemma_of, subject_text
from natocheck.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

    from natocheck.claims.clauses import Clause

_PREDICATES = {"attr", "acomp", "oprd", "prep"}
_REACH = 6  # words up from a reported clause in which a denial still bears on it
_COMPLEMENTS = {"ccomp", "xcomp", "acl", "csubj", "pcomp"}


def stance_of(
    head: "Token",
    chain: tuple["Token", ...],
    parent: "Clause | None",
    lexicon: Lexicon,
    quoted: frozenset[int],
) -> tuple[tuple[Stance, ...], str | None]:
    """All stances of a clause, and who is said to say it; ``quoted`` tokens are in quotes."""
    found: set[Stance] = set(_own_stance(head, chain, lexicon))
    speaker = None
    reached = head.dep_ in {*_COMPLEMENTS, "conj", "parataxis", "advcl"} or _is_purpose(head)
    reached = reached or _is_cleft(head)
    if parent is not None and reached:
        inherited, speaker = _from_parent(head, parent, lexicon)
        found |= inherited
    if _is_content(head) and _is_denied_above(head, lexicon):
        found.add("denied")
    if speaker is None:
        speaker = _reporting_parenthesis(head, lexicon)
    if head.i in quoted or speaker is not None:
        found.add("attributed")
    return tuple(s for s in get_args(Stance) if s in found) or ("asserted",), speaker


def _is_cleft(head: "Token") -> bool:
    """ "It may be Canada that leads": the clause says it as the one above is put."""
    being = head.head.head
    subjects = {c.lower_ for c in being.children if c.dep_ in {*SUBJECTS, "expl"}}
    return head.dep_ == "relcl" and head.head.dep_ == "attr" and subjects == {"it"}


def _own_stance(head: "Token", chain: tuple["Token", ...], lexicon: Lexicon) -> list[Stance]:
    words = {child.lower_ for token in chain for child in token.children}
    helpers = {child.lower_ for child in auxiliaries(chain)}
    lemmas = {token.lemma_.lower() for token in chain}
    found: list[Stance] = []
    if _is_negated(chain, lexicon):
        found.append("denied" if _is_contrasted(chain[-1], lexicon) else "negated")
    if helpers & lexicon.words("future auxiliaries") or _is_plan(chain, lexicon):
        found.append("future")
    if helpers & lexicon.words("hedging auxiliaries") or words & lexicon.words("hedges"):
        found.append("hedged")
    if lemmas & lexicon.words("hedging verbs") or _is_near_miss(chain, lexicon):
        found.append("hedged")
    if helpers & lexicon.words("obligation auxiliaries"):
        found.append("opinion")
    if _has_condition(head, lexicon) or _is_fiction(head, lexicon):
        found.append("conditional")
    if head.doc.text.rstrip(" \"”'’").endswith("?"):
        found.append("asked")
    if head.dep_ == "pcomp":
        found += _as_object(head, lexicon)
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


def _is_fiction(head: "Token", lexicon: Lexicon) -> bool:
    """ "In the novel, Ukraine is a member": nothing of it is said of the world."""
    return any(token.lemma_.lower() in lexicon.words("fiction nouns") for token in head.doc)


def _is_near_miss(chain: tuple["Token", ...], lexicon: Lexicon) -> bool:
    """ "Nearly left", "almost joined": it did not; but "nearly doubled" came near a number."""
    numbered = lexicon.words("nearing verbs")
    return any(
        child.lower_ in lexicon.words("near-miss adverbs") and child.dep_ == "advmod"
        for verb in chain
        if verb.lemma_.lower() not in numbered
        for child in verb.children
        if child.i == verb.i - 1
    )


def _is_plan(chain: tuple["Token", ...], lexicon: Lexicon) -> bool:
    first = chain[0]
    if first.lemma_ == "be" and first.tag_ == "VBD" and len(chain) > 1 and _is_to(chain[1]):
        return True  # "was to leave in October"
    if len(chain) > 1 and first.lemma_.lower() in lexicon.words("planning verbs"):
        return True
    return len(chain) > 1 and any(
        child.lower_ in lexicon.words("planning adjectives") for child in first.children
    )


def _is_to(verb: "Token") -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


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


def _from_parent(
    head: "Token", parent: "Clause", lexicon: Lexicon
) -> tuple[set[Stance], str | None]:
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
    if head.dep_ == "acl" or _is_purpose(head):
        if not (_is_content(head) or _is_purpose(head)):
            return carried - {"hedged", "conditional"}, speaker
        governors = {lemma_of(head.head)}
        if _is_to(head) and head.head.dep_ == "dobj":
            governors |= {*parent.lemmas}  # "want Article 5 to cover Hawaii"
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
    """Whether a clause says what is said or thought: "the idea that …", "says that …".

    A participle ("the paper published in May") or a relative clause only describes a noun;
    "the rumour that Sweden joined" is read as one, but has its own subject and object.
    """
    if head.dep_ in {"ccomp", "csubj", "csubjpass"}:
        return True
    if head.dep_ == "acl":
        return any(child.dep_ == "mark" or child.lower_ == "to" for child in head.children)
    roles = [child.dep_ for child in head.children if child.lower_ != "that"]
    that = head.dep_ == "relcl" and head.left_edge.lower_ == "that"
    return that and any(r in SUBJECTS for r in roles) and "dobj" in roles


def _is_purpose(head: "Token") -> bool:
    """ "Want Article 5 to cover Hawaii": an infinitive that describes an object."""
    return head.dep_ == "relcl" and _is_to(head)


def _is_denied_above(head: "Token", lexicon: Lexicon) -> bool:
    """Whether what governs a reported clause denies it, however far up.

    "Nobody believes that …", "found no sign that …", "gave no source for the claim that …",
    "contrary to the rumour that …", "retracted his statement that …".
    """
    above = [token for token in head.ancestors if token.i != head.i]
    return any(_denies(token, lexicon) for token in above[:_REACH])


def _denies(token: "Token", lexicon: Lexicon) -> bool:
    words = lexicon.words
    own = {lemma_of(token), token.lower_}
    if own & (words("denial verbs") | words("denial nouns") | words("denial adjectives")):
        return True
    if own & words("denying prepositions") or own & words("doubted speakers"):
        return True
    parts = [c for c in token.children if c.dep_ not in {"ccomp", "acl", "relcl", "advcl", "conj"}]
    subjects = [c for c in parts if c.dep_ in SUBJECTS]
    doubted = words("denying determiners") | words("doubting quantifiers")
    if any(s.lower_ in words("doubted speakers") for s in subjects):
        return True
    near = [t for s in subjects for t in (s, *s.children)]
    near += [t for c in parts if c.dep_ == "dobj" for t in c.children if t.dep_ in {"det", "neg"}]
    if any(t.lower_ in doubted or t.dep_ == "neg" for t in near):
        return True
    if token.pos_ in {"VERB", "AUX"}:
        said = [c for c in parts if c.dep_ in {"acomp", "attr", "oprd"}]
        if any(
            c.lemma_.lower() in words("denial adjectives") | words("denial nouns") for c in said
        ):
            return True
        return any(c.dep_ == "neg" or c.lower_ in words("negations") for c in parts)
    return any(c.lower_ in words("denying determiners") or c.dep_ == "neg" for c in parts)


def _as_object(head: "Token", lexicon: Lexicon) -> list[Stance]:
    """What a preposition makes of its gerund: "without bombing", "accused of bombing"."""
    preposition = head.head.lower_
    if preposition in lexicon.words("denying prepositions"):
        return ["denied"]
    accused = lemma_of(head.head.head) in lexicon.words("accusing verbs")
    return ["hedged"] if accused else []


def _follows_or(head: "Token") -> bool:
    return any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in head.head.children)


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
