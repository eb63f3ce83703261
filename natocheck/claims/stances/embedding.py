"""What governs a clause, and what it makes of it.

A clause is either the content of a word ("says that …", "the fact that …") or stands
beside another: coordinated, relative, adverbial.
"""

from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.stances.governors import Bearing, bearing_of, denies, denies_of_subject
from natocheck.claims.stances.unit import Unit
from natocheck.claims.verbs import SUBJECTS, VERBAL, is_passive, lemma_of
from natocheck.model.report import Stance

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_REACH = 6  # words up from a reported clause in which a denial still bears on it
_CONTENT = {"ccomp", "csubj", "csubjpass"}
_QUESTIONING = {"who", "whom", "what", "which", "when", "where", "why", "how", "whose"}
_PARTS = {":", ";", "–", "—"}
_PAUSES = {",", "–", "—", "-", "("}
_PASSED_ON: set[Stance] = {"conditional", "hedged", "denied", "attributed"}
_UNSAID = Bearing(frozenset({"hedged"}))
_UNREAL: set[Stance] = {"conditional", "hedged", "denied", "negated", "opinion", "asked", "future"}


def inherited(unit: Unit, lexicon: Lexicon) -> set[Stance]:
    """The stances that come from what governs the clause."""
    found = _parenthetical(unit.head, lexicon)
    if unit.parent is None:
        return found
    if is_content(unit, lexicon):
        return found | _of_content(unit, unit.parent.stance, lexicon)
    return found | _of_neighbour(unit, set(unit.parent.stance), lexicon)


def governor_of(head: "Token", lexicon: Lexicon) -> "Token":
    """What governs a clause of content; the parser hangs "told reporters that" on the noun."""
    noun = head.head
    told = noun.dep_ in {"dobj", "dative"} and noun.pos_ not in VERBAL
    telling = lemma_of(noun.head) in lexicon.words("telling verbs")
    return noun.head if told and telling and head.dep_ in {"acl", "relcl"} else noun


def is_content(unit: Unit, lexicon: Lexicon) -> bool:
    """Whether a clause says what is said, thought, true or possible.

    A participle ("the paper published in May") or a relative clause only describes a noun;
    "the rumour that Sweden joined" is read as one, but has its own subject and object.
    """
    head = unit.head
    if unit.leaves_quotation:
        return head.dep_ not in {"conj", "advcl"}
    if head.dep_ in _CONTENT:
        return not _is_spliced(head, lexicon)
    if head.dep_ == "acl":
        return _is_to(head) or any(child.dep_ == "mark" for child in head.children)
    return _is_misread_relative(head, lexicon) or _is_purpose(head)


def _is_purpose(head: "Token") -> bool:
    """ "Want Article 5 to cover Hawaii": an infinitive that describes an object."""
    return head.dep_ == "relcl" and _is_to(head)


def _is_to(verb: "Token") -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _is_misread_relative(head: "Token", lexicon: Lexicon) -> bool:
    """ "The rumour that Sweden joined"; not "the battlegroup that Germany leads"."""
    if head.dep_ != "relcl" or head.left_edge.lower_ != "that":
        return False
    roles = {child.dep_ for child in head.children if child.lower_ != "that"}
    marked = any(c.lower_ == "that" and c.dep_ in {"mark", "pobj"} for c in head.subtree)
    marked = marked and bearing_of(head.head, lexicon).known
    complete = bool(roles & {"dobj", "attr", "acomp"}) or is_passive(head)
    return bool(roles & SUBJECTS) and (complete or marked)


def _is_spliced(head: "Token", lexicon: Lexicon) -> bool:
    """ "Sweden joined, Finland followed", "one thing is clear: …": a sentence of its own."""
    governor = head.head
    if any(child.dep_ == "mark" for child in head.children) or head.dep_ != "ccomp":
        return False
    first, last = sorted((head.i, governor.i))
    if any(token.text in _PARTS for token in head.doc[first:last]):
        return True
    said_by_none = not any(child.dep_ in SUBJECTS for child in governor.children)
    apart = head.i < governor.i or said_by_none  # a name that the parser took for a verb
    return apart and not bearing_of(governor, lexicon).known


def _of_content(unit: Unit, parent: tuple[Stance, ...], lexicon: Lexicon) -> set[Stance]:
    bearing = _bearing(unit, lexicon)
    if bearing.presupposed:
        return set(parent) & {"attributed"}
    found = {*bearing.stances, *(set(parent) & _PASSED_ON), *_of_chain(unit, lexicon)}
    above = [token for token in unit.head.ancestors if token.i != unit.head.i][:_REACH]
    above += [verb for token in above for verb in _completing(token, unit.head)]
    if "negated" in parent or any(denies(token, lexicon) for token in above):
        found.add("denied")
    if {t.lower_ for t in unit.head.head.children} & lexicon.words("denial adverbs"):
        found.add("denied")
    if _is_subjunctive(unit):
        found.add("opinion")
    return found


def _completing(verb: "Token", below: "Token") -> "list[Token]":
    """ "Who said that … had to apologise": the verb that completes one above, beside it."""
    return [c for c in verb.children if c.dep_ == "xcomp" and not c.is_ancestor(below)]


def _bearing(unit: Unit, lexicon: Lexicon) -> Bearing:
    """The governor's, read more kindly of infinitives, questions and direct speech."""
    head = unit.head
    governor = governor_of(head, lexicon)
    bearing = bearing_of(governor, lexicon)
    if _is_to(head):  # "the first country to join", "obliges the allies to spend"
        return bearing if bearing.known else Bearing()
    if head.left_edge.lower_ in _QUESTIONING:
        return Bearing(presupposed=True)
    if head.tag_ == "VBD" and lemma_of(governor) in lexicon.words("carrying verbs"):
        return Bearing() if bearing.stances == {"future"} else bearing  # "agree that it did"
    if unit.leaves_quotation:
        return _of_quotation(head, bearing)
    return _UNSAID if _is_unsaid(governor, lexicon) else bearing


def _of_quotation(head: "Token", bearing: Bearing) -> Bearing:
    """ "…," she smiled" is said; what is called wrong, an answer, a slogan is only named."""
    if head.dep_ == "ccomp" and head.head.pos_ in VERBAL:
        return bearing if bearing.known else Bearing(frozenset({"attributed"}))
    return bearing if "attributed" in bearing.stances else _UNSAID


def _is_unsaid(governor: "Token", lexicon: Lexicon) -> bool:
    """ "To say that", "for writing that", "it is one thing to say that": said by nobody yet."""
    if lemma_of(governor) not in lexicon.words("reporting verbs"):
        return False
    if governor.dep_ in {"csubj", "csubjpass"}:
        return governor.tag_ in {"VB", "VBG"}
    if governor.dep_ == "pcomp":
        return governor.head.lower_ in {"for", "of", "from", "to"}
    if governor.dep_ == "xcomp":
        return not _comes_about(governor.head, lexicon)
    infinitive = governor.dep_ in {"acl", "relcl"} and _is_to(governor)
    return infinitive and governor.head.pos_ == "NOUN"  # "the right to say that"


def _comes_about(verb: "Token", lexicon: Lexicon) -> bool:
    """ "Had to say", "went on to say", "was quick to say"; not "hesitated to say"."""
    if verb.pos_ not in VERBAL:
        return True
    carried = lexicon.words("implicative verbs") | lexicon.words("going-on verbs")
    if verb.lemma_ == "be":
        return not _is_judged(verb, lexicon)
    return bool({lemma_of(verb), verb.lemma_.lower()} & carried)


def _is_judged(verb: "Token", lexicon: Lexicon) -> bool:
    """ "It is one thing to say", but not "it is fair to say" or "she was quick to say"."""
    impersonal = any(c.dep_ in SUBJECTS and c.lower_ == "it" for c in verb.children)
    said = [c.lower_ for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"}]
    fair = lexicon.words("affirming adjectives") | lexicon.words("fair adjectives")
    return verb.lemma_ == "be" and impersonal and bool(said) and not fair & set(said)


def _of_chain(unit: Unit, lexicon: Lexicon) -> set[Stance]:
    """What the verbs before the governor in its chain add: "wants to say", "plans to claim"."""
    parent, head = unit.parent, unit.head
    if parent is None or (head.dep_ in {"acl", "relcl"} and head.head.dep_ != "dobj"):
        return set()
    if head.dep_ == "acl" and not _is_to(head):
        return set()
    lemmas, found = {*parent.lemmas}, set[Stance]()
    if lemmas & lexicon.words("attitude verbs"):
        found.add("opinion")
    if lemmas & lexicon.words("planning verbs"):
        found.add("future")
    return found


def _is_subjunctive(unit: Unit) -> bool:
    """ "Suggested that Austria become a member": the bare form after a single subject."""
    head = unit.head
    if any(child.dep_.startswith("aux") and child.lower_ != "be" for child in head.children):
        return False
    verb = next((c for c in head.children if c.dep_.startswith("aux")), head)
    if verb.lower_ == "be":
        return True
    subject = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    bare = head.tag_ in {"VB", "VBP"} and head.lower_ == head.lemma_
    single = subject is not None and subject.tag_ in {"NN", "NNP"}
    joined = subject is not None and any(c.dep_ == "conj" for c in subject.children)
    return bare and single and not joined and not _may_be_plural(subject)


def _may_be_plural(subject: "Token | None") -> bool:
    """ "The United States", "the police": a name that may be plural."""
    return subject is not None and subject.lower_.endswith(("s", "police"))


def _of_neighbour(unit: Unit, parent: set[Stance], lexicon: Lexicon) -> set[Stance]:
    head = unit.head
    carried = parent & _PASSED_ON
    if head.dep_ in {"conj", "parataxis"}:
        return carried | _of_coordination(head, parent)
    if _is_cleft(head):
        return (parent - {"negated", "asserted"}) | ({"denied"} if "negated" in parent else set())
    if head.dep_ == "relcl":
        generic = _is_generic(head.head) and bool(parent & _UNREAL)
        return (parent & {"attributed"}) | ({"conditional"} if generic else set())
    if head.dep_ in {"advcl", "acl"}:
        denied = (_is_split_verb(unit) and "negated" in parent) or _is_error(head, lexicon)
        return (carried - {"hedged", "conditional"}) | ({"denied"} if denied else set())
    return set()


def _of_coordination(head: "Token", parent: set[Stance]) -> set[Stance]:
    """What a coordinated clause shares; a "not" only after "or" and without own subject."""
    shared = parent & {"asked"}
    own_subject = any(child.dep_.startswith("nsubj") for child in head.children)
    either = any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in head.head.children)
    if not own_subject and either and head.dep_ == "conj":
        shared |= parent & {"negated"}
    return shared


def _is_cleft(head: "Token") -> bool:
    """ "It may be Canada that leads": the clause says it as the one above is put."""
    being = head.head.head
    subjects = {c.lower_ for c in being.children if c.dep_ in {*SUBJECTS, "expl"}}
    return head.dep_ == "relcl" and head.head.dep_ == "attr" and subjects == {"it"}


def _is_generic(noun: "Token") -> bool:
    """ "A country that joined …": none in particular."""
    return any(c.lower_ in {"a", "an", "any", "no", "every"} for c in noun.children)


def _is_error(head: "Token", lexicon: Lexicon) -> bool:
    """ "Erred when he said that", "was wrong in saying that"."""
    erring = head.head.lemma_.lower() in lexicon.words("erring verbs")
    return head.dep_ == "advcl" and (erring or denies_of_subject(head.head, lexicon))


def _is_split_verb(unit: Unit) -> bool:
    """ "Was not, as is claimed, founded in …": the parser lost the verb of its auxiliary."""
    auxiliary = unit.head.head
    whole = {"attr", "acomp", "dobj", "xcomp", "oprd", "prep"}
    return (
        auxiliary.pos_ == "AUX"
        and unit.head.tag_ in {"VBN", "VBG", "VB"}
        and not any(child.dep_ in whole for child in auxiliary.children)
        and not any(child.dep_ == "mark" for child in unit.head.children)
    )


def _parenthetical(head: "Token", lexicon: Lexicon) -> set[Stance]:
    """ "NATO, it is said, …", "…, I suppose", "…, he joked": what stands between commas."""
    asides = [c for c in head.children if c.dep_ in {"parataxis", "ccomp"} and c.pos_ in VERBAL]
    doubting = (
        lexicon.words("unserious verbs")
        | lexicon.words("attitude verbs")
        | lexicon.words("denial verbs")
    )
    hearsay = lexicon.words("hearsay verbs")
    if any(
        lemma_of(aside) in doubting or (is_passive(aside) and lemma_of(aside) in hearsay)
        for aside in asides
        if _PAUSES & {t.text for t in aside.doc[max(0, aside.left_edge.i - 1) : aside.i]}
        if not any(child.dep_ in {"ccomp", "dobj", "mark"} for child in aside.children)
    ):
        return {"hedged"}
    return set()
