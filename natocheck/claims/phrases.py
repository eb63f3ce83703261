"""Who does what in a clause: the arguments of verbs and nouns, and whom they name.

Roles are read from the parse: a passive subject is the object; what a relative,
participial or coordinated clause leaves out is taken from the clause that governs it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.mentions.names import Name
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_OPENERS = {"not"}
_MODIFIERS = {"compound", "amod", "nmod", "poss", "nummod"}
# "Came back to the command": the parser hangs "to" on these.
WAYS = {"back", "away", "home"}
_RELATIVES = {"who", "which", "that", "whom"}


@dataclass(frozen=True, eq=False)
class Argument:
    """A noun and its role: subject, object, attribute, agent, owner, modifier, or the
    preposition that joins it ("in", "to")."""

    role: str
    token: "Token"


def arguments(clause: Clause) -> tuple[Argument, ...]:
    """All arguments of the clause's verbs, coordinated nouns each on their own."""
    if "arguments" not in clause.found:
        clause.found["arguments"] = _arguments(clause)
    found: tuple[Argument, ...] = clause.found["arguments"]
    return found


def _arguments(clause: Clause) -> tuple[Argument, ...]:
    own = [argument for verb in clause.chain for argument in _verb_arguments(verb)]
    if not any(argument.role == "subject" for argument in own) and not _is_passive(clause.head):
        own += [Argument("subject", token) for token in _inherited_subject(clause)]
    elif not any(argument.role in {"subject", "object"} for argument in own):
        own += [Argument("object", token) for token in _inherited_subject(clause)]
    return tuple(_spread(own))


def noun_arguments(noun: "Token") -> tuple[Argument, ...]:
    """What is said of a noun by its owner, its modifiers and its prepositions."""
    found: list[Argument] = []
    for child in noun.children:
        if child.dep_ == "poss":
            found.append(Argument("owner", child))
        elif child.dep_ in {"compound", "amod", "nmod"}:
            found.append(Argument("modifier", child))
        elif child.dep_ == "prep":
            found += [Argument(child.lower_, t) for t in child.children if t.dep_ == "pobj"]
    return tuple(_spread(found))


def _verb_arguments(verb: "Token") -> Iterator[Argument]:
    passive = _is_passive(verb)
    for child in verb.children:
        named = child.lower_ not in _RELATIVES
        if child.dep_ in {"nsubj", "csubj"} and named:
            yield Argument("object" if passive else "subject", child)
        elif (
            child.dep_ in {"nsubjpass", "csubjpass", "dobj", "dative"}
            and named
            and not _is_dative(child)
        ):
            yield Argument("object", child)
        elif child.dep_ in {"attr", "oprd", "acomp"}:
            yield Argument("attribute", child)
        elif child.dep_ == "agent":
            yield from (Argument("agent", t) for t in child.children if t.dep_ == "pobj")
        elif child.dep_ == "npadvmod":
            yield Argument("adverb", child)
        elif child.dep_ == "prep" or _is_dative(child):
            yield from _prepositional(child, child.lower_)
        elif child.dep_ == "advmod" and child.lower_ in WAYS:
            yield from (a for prep in child.children for a in _prepositional(prep, prep.lower_))


def _is_dative(token: "Token") -> bool:
    """The "to" of "gave way to X", whose noun hangs on it as on any preposition."""
    return token.dep_ == "dative" and token.pos_ == "ADP"


def _prepositional(prep: "Token", role: str) -> Iterator[Argument]:
    for child in prep.children:
        if child.dep_ == "pobj":
            yield Argument(role, child)
        elif child.dep_ == "prep":
            yield from _prepositional(child, child.lower_)


def _is_passive(verb: "Token") -> bool:
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not _has_auxiliary(verb)


def _has_auxiliary(verb: "Token") -> bool:
    return any(child.dep_ == "aux" for child in verb.children)


def _inherited_subject(clause: Clause) -> list["Token"]:
    head = clause.head
    if head.dep_ in {"relcl", "acl"}:
        return [head.head]
    if clause.parent is not None and head.dep_ in {"conj", "advcl", "pcomp", "ccomp", "xcomp"}:
        governing = arguments(clause.parent)
        found = [argument.token for argument in governing if argument.role == "subject"]
        return found or [a.token for a in governing if a.role == "object"][:1]
    return []


def _spread(found: list[Argument]) -> Iterator[Argument]:
    for argument in found:
        yield argument
        for token in coordinated(argument.token):
            yield Argument(argument.role, token)


def coordinated(token: "Token") -> list["Token"]:
    """The nouns that "and", "or" and commas join to this one."""
    found = [child for child in token.children if child.dep_ == "conj"]
    return [each for child in found for each in [child, *coordinated(child)]]


def name_of(scene: Scene, token: "Token") -> Name | None:
    """The known name that this noun phrase is headed by, or None.

    A light noun ("government", "country") passes on the name that modifies it, an
    apposition the name beside it. A name that is part of a longer unknown one is none.
    """
    name = scene.name_at.get(token.i)
    if name is not None and not _is_part_of_unknown(scene, name):
        return name
    if name is None and token.lemma_.lower() in scene.lexicon.words("light nouns"):
        return _passed_on(scene, token)
    return None


def _passed_on(scene: Scene, token: "Token") -> Name | None:
    kin = token.lemma_.lower() in scene.lexicon.words("kin nouns")
    for child in token.children:
        if kin and child.dep_ == "poss" and child.i in scene.name_at:
            continue  # "Ukraine's neighbours" are not Ukraine
        if child.dep_ in {"compound", "amod", "nmod", "poss", "appos"}:
            name = scene.name_at.get(child.i)
            if name is not None:
                return name
    for child in () if kin else token.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "in"}:
            for inner in child.children:
                name = scene.name_at.get(inner.i)
                if name is not None:
                    return name
    return None


def _is_part_of_unknown(scene: Scene, name: Name) -> bool:
    """Whether an unlisted proper noun belongs to the same name ("Erik Stoltenberg").

    Worked out once a name, as every kind asks.
    """
    known = scene.part_of_unknown
    if name not in known:
        known[name] = _has_unknown_part(scene, name)
    return known[name]


def _has_unknown_part(scene: Scene, name: Name) -> bool:
    if name.ids("lookalike") and not name.ids("name"):
        return True
    tokens = scene.tokens_of(name)
    if _is_of_other_matter(scene, name, _after(tokens[-1])):
        return True
    if _is_namesake(scene, name, _before(tokens[0])):
        return True
    neighbours = [t for t in (_before(tokens[0]), _after(tokens[-1])) if t is not None]
    return any(_joins_name(scene, neighbour, tokens) for neighbour in neighbours)


def _is_of_other_matter(scene: Scene, name: Name, after: "Token | None") -> bool:
    """Whether words right behind a document's name tell another one apart: "the Rome Treaty on
    fish stocks". What is known or a time belongs to the sentence: "signed it on Friday"."""
    if after is None or after.lower_ not in scene.lexicon.words("matter prepositions"):
        return False
    actors = [scene.lexicon.actor(i) for i in name.ids("name")]
    if not any(actor is not None and actor.type == "document" for actor in actors):
        return False
    own = {token.i for token in scene.tokens_of(name)}
    matter = [child for child in after.children if child.dep_ in {"pobj", "pcomp"}]
    known = (scene.period_at, scene.quantity_at, scene.name_at)
    plain = scene.lexicon.words("plain matters")
    return after.head.i in own and not any(
        m.lemma_.lower() in plain or any(m.i in mentions for mentions in known) for m in matter
    )


def _is_namesake(scene: Scene, name: Name, before: "Token | None") -> bool:
    """Whether a rank that nobody known has stands before a surname: "Captain Rutte"."""
    ranked = before is not None and before.lower_.rstrip(".") in scene.lexicon.words("other ranks")
    person = any(scene.lexicon.is_person(i) for i in name.ids("name"))
    return ranked and person and " " not in name.text


def _before(token: "Token") -> "Token | None":
    return token.nbor(-1) if token.i > 0 else None


def _after(token: "Token") -> "Token | None":
    return token.nbor(1) if token.i + 1 < len(token.doc) else None


def _joins_name(scene: Scene, neighbour: "Token", tokens: list["Token"]) -> bool:
    if neighbour.tag_ not in {"NNP", "NNPS"} or not neighbour.text[:1].isupper():
        return False
    known = (scene.name_at, scene.period_at, scene.quantity_at)
    if any(neighbour.i in mentions for mentions in known):
        return False
    if neighbour.lower_.rstrip(".") in scene.lexicon.words("honorifics"):
        return False
    inside = {token.i for token in tokens}
    linked = neighbour.head.i in inside or any(t.head.i == neighbour.i for t in tokens)
    return linked and (neighbour.dep_ == "compound" or tokens[0].dep_ == "compound")


def countries_of(scene: Scene, token: "Token") -> tuple[str, ...]:
    """The ids of the countries (or fixed groups of them) that a noun phrase names."""
    name = name_of(scene, token)
    if name is None:
        return ()
    found = [
        i
        for i in name.ids("name", "demonym", "metonym", "adjective")
        if scene.lexicon.is_country(i)
    ]
    found += [i for i in name.ids("group") if is_fixed_group(scene, i)]
    return tuple(dict.fromkeys(found))


def is_fixed_group(scene: Scene, identity: str) -> bool:
    """Whether a group is a list of countries, such as the Baltic states."""
    group = scene.lexicon.rulebase.groups.get(identity)
    return group is not None and bool(group.members) and not group.all_of


def organisations_of(scene: Scene, token: "Token") -> tuple[str, ...]:
    """The ids of the organisations that a noun phrase names."""
    name = name_of(scene, token)
    if name is None:
        return ()
    return tuple(i for i in name.ids("name") if scene.lexicon.is_organisation(i))


def persons_of(scene: Scene, token: "Token") -> tuple[str, ...]:
    """The ids of the persons that a noun phrase names."""
    name = name_of(scene, token)
    if name is None:
        return ()
    return tuple(i for i in name.ids("name") if scene.lexicon.is_person(i))


def named(
    scene: Scene, found: tuple[Argument, ...], *roles: str
) -> Iterator[tuple[Argument, Name]]:
    """The arguments of these roles (all without any) that name something known."""
    for argument in found:
        if not roles or argument.role in roles:
            name = name_of(scene, argument.token)
            if name is not None:
                yield argument, name


def phrases_in(scene: Scene, *uses: str) -> list[tuple[int, int]]:
    """Where the phrases that the rule base lists for some uses start and end in a sentence."""
    words = tuple(token.lower_ for token in scene.doc)
    return [
        (start, start + len(phrase))
        for start, word in enumerate(words)
        for use in uses
        for phrase in scene.lexicon.phrases_of(use).get(word, ())
        if words[start : start + len(phrase)] == phrase
    ]


def is_restriction(token: "Token", words: frozenset[str]) -> bool:
    """Whether a token restricts ("only"); "not only Poland" opens a list instead."""
    before = token.nbor(-1).lower_ if token.i else ""
    return token.lower_ in words and before not in _OPENERS
