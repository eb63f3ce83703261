"""Who is meant: persons by name or pronoun, and the offices that the sentence is about."""

from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.mentions.names import Name
from natocheck.claims.phrases import Argument, arguments, name_of, persons_of
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_TAKING_PART = {"nsubj", "nsubjpass", "dobj", "dative", "pobj", "conj", "appos"}
PRONOUNS = {"he", "she", "his", "her", "him"}


def is_person(scene: Scene, name: Name) -> bool:
    """Whether a name is a known person's and not part of an unknown one's."""
    return any(scene.lexicon.is_person(i) for i in name.ids("name")) and (
        name_of(scene, scene.root_of(name)) is not None
    )


def person_at(scene: Scene, i: int) -> Name | None:
    """The person whose name begins at token ``i``, or None."""
    name = scene.name_at.get(i)
    if name is None or not is_person(scene, name) or scene.tokens_of(name)[0].i != i:
        return None
    return name


def one_person(scene: Scene, name: Name, offices: tuple[str, ...] = ()) -> str | None:
    """The person meant: the only one, or the only one who ever held such an office."""
    persons = {i for i in name.ids("name") if scene.lexicon.is_person(i)}
    if len(persons) == 1:
        return persons.pop()
    fitting = {person for person in persons if set(offices_of(scene, person)) & set(offices)}
    return fitting.pop() if len(fitting) == 1 else None


def offices_of(scene: Scene, person: str) -> tuple[str, ...]:
    """Every office that a person is known to have held."""
    return tuple(office.id for office in scene.lexicon.index.offices_held.get(person, ()))


def hinted_offices(scene: Scene, *persons: str) -> tuple[tuple[str, ...], bool]:
    """The offices that all persons held, and whether the sentence names their owner."""
    shared = [set(offices_of(scene, person)) for person in persons]
    offices = tuple(sorted(set.intersection(*shared))) if shared else ()
    known = scene.lexicon.rulebase.offices
    named = {i for name in scene.names for i in name.ids("name", "adjective")}
    hinted = tuple(office for office in offices if known[office].of in named)
    return (hinted, True) if hinted else (offices, False)


def lemmas_of(verb: "Token") -> tuple[str, ...]:
    """A verb's lemma, with the adverb that follows it first: "step down", then "step"."""
    plain = verb.lemma_.lower()
    after = [c for c in verb.children if c.dep_ in {"prt", "advmod"} and c.i > verb.i]
    return (*(f"{plain} {child.lower_}" for child in after), plain)


def single(
    scene: Scene, found: tuple[Argument, ...], *roles: str, offices: tuple[str, ...] = ()
) -> str | None:
    """The one person in any of these roles; of several of a name, who held such an office."""
    persons = {p for a in found if a.role in roles for p in persons_named(scene, a.token)}
    if len(persons) > 1 and offices:
        persons = {p for p in persons if set(offices_of(scene, p)) & set(offices)}
    return persons.pop() if len(persons) == 1 else None


def persons_named(scene: Scene, token: "Token") -> tuple[str, ...]:
    """The persons of a noun phrase, also beside its title: "its chief, Mark Rutte"."""
    direct = persons_of(scene, token)
    name = scene.name_at.get(token.i)
    if direct or name is None or not name.ids("title"):
        return direct
    beside = [child for child in token.children if child.dep_ == "appos"]
    return tuple(p for child in beside for p in persons_of(scene, child))


def subject_of(scene: Scene, clause: Clause, offices: tuple[str, ...] = ()) -> str | None:
    """The person who is a clause's subject; a pronoun is the subject of what governs it."""
    found = arguments(clause)
    person = single(scene, found, "subject", offices=offices)
    if person is not None:
        return person
    subjects = [a.token for a in found if a.role == "subject"]
    if subjects and all(token.lower_ in PRONOUNS for token in subjects):
        open_ = _may_be_several(scene, clause, subjects[0])
        return None if open_ else governing_subject(scene, clause)
    return None


def _may_be_several(scene: Scene, clause: Clause, pronoun: "Token") -> bool:
    """Whether a pronoun has more than one person before it, outside its own clause: "Anna met
    Maria when she became chief"."""
    own = {token.i for token in clause.tokens}
    before = [t for t in scene.doc[: pronoun.i] if t.i not in own]
    persons = {p for t in before for p in persons_of(scene, t)}
    strangers = [t for t in before if t.dep_ in _TAKING_PART and _is_stranger(scene, t)]
    return len(persons) + len(strangers) > 1


def _is_stranger(scene: Scene, token: "Token") -> bool:
    """Whether a noun is a proper name that is not known."""
    return token.pos_ == "PROPN" and token.i not in scene.name_at


def governing_subject(scene: Scene, clause: Clause) -> str | None:
    """The person who is the subject of the clauses above."""
    above = clause.parent
    while above is not None:
        person = single(scene, arguments(above), "subject")
        if person is not None:
            return person
        above = above.parent
    return None


def possessor_of(
    scene: Scene, noun: "Token", clause: Clause, offices: tuple[str, ...] = ()
) -> str | None:
    """Whose a noun is: "Merz's", or "his" where the sentence names one person alone.

    Of several persons of a name, who held one of ``offices`` is meant.
    """
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ in PRONOUNS:
            return _meant_by_pronoun(scene, clause)
        if child.dep_ == "poss":
            return single(scene, (Argument("owner", child),), "owner", offices=offices)
    return None


def _meant_by_pronoun(scene: Scene, clause: Clause) -> str | None:
    person = single(scene, arguments(clause), "subject")
    if person is not None:
        return person
    named = {i for n in scene.names if is_person(scene, n) for i in n.ids("name")}
    return named.pop() if len(named) == 1 else governing_subject(scene, clause)
