"""What a clause's own words make of it: its polarity, its mood, its time to come."""

from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.stances.conditions import is_conditional
from natocheck.claims.stances.negation import is_contrasted, is_negated
from natocheck.claims.stances.unit import Unit
from natocheck.claims.verbs import auxiliaries, is_passive, lemma_of
from natocheck.model.report import Stance

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

Chain = tuple["Token", ...]
_COMPLEMENTS = {"xcomp", "ccomp", "acomp", "attr", "oprd", "advcl"}
_NOMINAL = {"NOUN", "PROPN", "ADJ"}
_CLOSERS = " \"”'’»)"


def own_stance(unit: Unit, lexicon: Lexicon) -> set[Stance]:
    """The stances that the clause's own words give it."""
    found: set[Stance] = set()
    chain = unit.chain
    helpers = {child.lower_ for child in auxiliaries(chain)}
    negated = is_negated(chain, lexicon)
    if negated:
        found.add("denied" if is_contrasted(chain[-1], lexicon) else "negated")
    if helpers & lexicon.words("future auxiliaries") or _is_plan(chain, lexicon):
        found.add("future")
    cannot_have = negated and "have" in helpers and helpers & lexicon.words("ability auxiliaries")
    if cannot_have or _is_hedged(unit, helpers, lexicon):
        found.add("hedged")
    due = lexicon.words("obligation auxiliaries")  # "ought to be spending" has it as its verb
    if helpers & due or any(verb.lemma_.lower() in due for verb in unit.chain[:-1]):
        found.add("opinion")
    if is_conditional(unit.head, lexicon):
        found.add("conditional")
    if unit.head.doc.text.rstrip(_CLOSERS).endswith("?"):
        found.add("asked")
    return found | _as_gerund(unit.head, lexicon)


def _is_hedged(unit: Unit, helpers: set[str], lexicon: Lexicon) -> bool:
    hedges = lexicon.words("hedges")
    return (
        bool(helpers & lexicon.words("hedging auxiliaries"))
        or any(child.lower_ in hedges for verb in unit.chain for child in verb.children)
        or any(t.lower_ in hedges and _bears_on_clause(t, unit) for t in unit.tokens)
        or _opens_with(unit.head, hedges)
        or any(_seems(t, unit, lexicon) for t in unit.chain)
        or any(_is_hearsay(t, lexicon) for t in unit.chain[:-1])
        or _is_near_miss(unit.chain, lexicon)
    )


def _seems(verb: "Token", unit: Unit, lexicon: Lexicon) -> bool:
    """Whether something only seems so: a report that "appeared online" came out."""
    complete = len(unit.chain) == 1 and not any(c.dep_ in _COMPLEMENTS for c in verb.children)
    return verb.lemma_.lower() in lexicon.words("hedging verbs") and not complete


def _bears_on_clause(adverb: "Token", unit: Unit) -> bool:
    """ "Joined, possibly in 2022", "perhaps 20 allies did"; "it has arguably the best army"
    hedges no more than the noun."""
    opens = unit.head.dep_ == "ROOT" and adverb.i <= unit.tokens[0].i + 1
    return opens or (adverb.dep_ == "advmod" and adverb.head.pos_ not in _NOMINAL)


def _opens_with(head: "Token", hedges: frozenset[str]) -> bool:
    """ "Perhaps five allies met it": at the very front it bears on the whole, though the parser
    joins it to the number, and may take the verb for a description of the subject."""
    first = next((t for t in head.doc if t.is_alpha), head)
    if first.lower_ not in hedges:
        return False
    said = first.head
    while said.dep_ in {"nummod", "quantmod"}:
        said = said.head
    subject = said.dep_ in {"nsubj", "nsubjpass"} and said.head == head
    mistaken = said.dep_ == "ROOT" and head.dep_ in {"acl", "relcl"} and head.head == said
    return said == head or subject or mistaken


def _is_hearsay(verb: "Token", lexicon: Lexicon) -> bool:
    """ "Is said to have joined": told by nobody in particular."""
    return is_passive(verb) and lemma_of(verb) in lexicon.words("hearsay verbs")


def _is_near_miss(chain: Chain, lexicon: Lexicon) -> bool:
    """ "Nearly left", "almost joined": it did not; but "nearly doubled" came near a number."""
    numbered = lexicon.words("nearing verbs")
    return any(
        child.lower_ in lexicon.words("near-miss adverbs") and child.dep_ == "advmod"
        for verb in chain
        if verb.lemma_.lower() not in numbered
        for child in verb.children
        if child.i == verb.i - 1
    )


def _is_plan(chain: Chain, lexicon: Lexicon) -> bool:
    """ "Is to join", "was to leave in October", "plans to join", "is due to join"."""
    if len(chain) < 2:
        return False
    first = chain[0]
    if first.lemma_ == "be" and _is_to(chain[1]) and not _is_predicated(first):
        return True
    return first.lemma_.lower() in lexicon.words("planning verbs") or any(
        child.lower_ in lexicon.words("planning adjectives") for child in first.children
    )


def _is_to(verb: "Token") -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _is_predicated(verb: "Token") -> bool:
    """ "It is wrong to say", "there is reason to think", "is yet to join": no plan."""
    predicates = {"acomp", "attr", "oprd", "expl"}
    return any(c.dep_ in predicates or c.lower_ == "yet" for c in verb.children)


def _as_gerund(head: "Token", lexicon: Lexicon) -> set[Stance]:
    """What a preposition makes of its gerund: "without bombing", "accused of bombing"."""
    if head.dep_ != "pcomp":
        return set()
    preposition = head.head
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    denying = lexicon.words("denying prepositions")
    if {preposition.lower_, f"{before} {preposition.lower_}"} & denying:
        return {"denied"}
    accused = lemma_of(preposition.head) in lexicon.words("accusing verbs")
    return {"hedged"} if accused else set()
