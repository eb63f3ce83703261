"""Which words of a sentence refer to what was named before, and to what.

Only where one thing fits, by sort and number, and nobody unknown could be meant: a wrong
antecedent makes a false dispute. "It", "its" and "they" count only where the verb or the
noun asks for a state or an organisation ("joined", "its 32 members").
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from natocheck.claims.mentions.names import Name
from natocheck.claims.reference.memory import Memory, Referent, Sort, has_bodies
from natocheck.claims.rewriting import Replacement, Rewriting, cased, combined
from natocheck.claims.scene import Scene
from natocheck.claims.verbs import SUBJECTS

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_SUBORDINATE = {"advcl", "ccomp"}
_DEFINITE = {"the", "that", "this"}
_WHOLE = {"the", "all", "these"}
_FROM_BEFORE = 2
_NUMBERED = {"two", "both"}


def rewritten(scene: Scene, before: Sequence[Memory]) -> Rewriting | None:
    """The sentence with what it refers to put in, or None where nothing is clear.

    ``before`` are the sentences before it, the last one first.
    """
    if not scene.names and all(memory.names_nothing for memory in before):
        return None
    found = [one for token in scene.doc for one in _read(token, scene, before)]
    return combined(scene.doc.text, found)


def _read(token: "Token", scene: Scene, before: Sequence[Memory]) -> Iterator[Replacement]:
    if token.i in scene.quoted or token.i in scene.name_at or _is_inverted(token):
        return
    uses_of = scene.lexicon.uses_of
    uses = uses_of(token.lower_, _USES) | uses_of(token.lemma_, _USES)
    for use, reading in _READINGS.items() if uses else ():
        if use in uses:
            found = list(reading(token, scene, before))
            yield from found
            if found or use not in _SHARED:
                return
    yield from _of_pair(token, scene, before)
    yield from _counted(token, scene, before)


def _is_inverted(token: "Token") -> bool:
    """ "Had it joined", "did he": a question or a condition, which a name would hide."""
    return token.dep_ in SUBJECTS and token.i > 0 and token.nbor(-1).pos_ == "AUX"


def _person(token: "Token", scene: Scene, before: Sequence[Memory]) -> Iterator[Replacement]:
    """ "He", "her": the one person of the nearest sentence that speaks of people."""
    if (subject := _subject_above(token, scene, ("person",))) is not None:
        yield _put(token, token, subject, scene)
    if _is_named_earlier(token, scene, ("person",)) or subject is not None:
        return
    for memory in before[:_FROM_BEFORE]:
        people = memory.of("person")
        if memory.strangers or len(people) > 1:
            return
        if people:
            yield _put(token, token, people[0].text, scene)
            return


def _state(token: "Token", scene: Scene, before: Sequence[Memory]) -> Iterator[Replacement]:
    """ "It", "its": the one state or organisation of the sentence before that fits."""
    sorts = _asked(token, scene)
    if (subject := _subject_above(token, scene, sorts)) is not None:
        yield _put(token, token, subject, scene)
    if not sorts or _is_named_earlier(token, scene, sorts) or subject is not None:
        return
    if "organisation" in sorts and _may_be_another(token, scene, before):
        return
    named = before[0].of(*sorts) if before else ()
    if len(named) == 1:
        yield _put(token, token, named[0].text, scene)


def _may_be_another(token: "Token", scene: Scene, before: Sequence[Memory]) -> bool:
    """Whether "it" may be something else that has members: "NATO funds a choir. It has 40"."""
    earlier = (t for t in scene.doc[: token.i] if t.pos_ in {"NOUN", "PROPN"})
    own = any(t.i not in scene.name_at and t.i not in scene.period_at for t in earlier)
    return own or (bool(before) and before[0].bodies)


def _states(token: "Token", scene: Scene, before: Sequence[Memory]) -> Iterator[Replacement]:
    """ "They", "their", "both": the states that the sentence before named side by side."""
    several = before[0].several if before else None
    if several is None or _is_named_earlier(token, scene, ("country",)):
        return
    if token.lower_ == "both" and (token.dep_ not in SUBJECTS or not before[0].pair):
        return
    if "country" in _asked(token, scene):
        yield _put(token, token, several, scene)


def _country(token: "Token", scene: Scene, before: Sequence[Memory]) -> Iterator[Replacement]:
    """ "The country", "the two countries", "both states"."""
    first = _first_of(token)
    if not before or first is None or _is_named_earlier(first, scene, ("country",)):
        return
    words = {each.lower_ for each in scene.doc[first.i : token.i]}
    named = before[0].of("country")
    if token.tag_ == "NN" and len(named) == 1 and words <= _DEFINITE:
        yield _put(first, token, named[0].text, scene)
    pair = before[0].pair
    if token.tag_ == "NNS" and pair and words <= _DEFINITE | _NUMBERED and words & _NUMBERED:
        yield _put(first, token, f"{pair[0].text} and {pair[1].text}", scene)


def _first_of(token: "Token") -> "Token | None":
    """The first word of a noun phrase without anything behind its noun."""
    if any(child.i > token.i and child.dep_ != "case" for child in token.children):
        return None
    before = [child for child in token.children if child.i < token.i]
    return before[0] if before else None


def _happening(token: "Token", scene: Scene, before: Sequence[Memory]) -> Iterator[Replacement]:
    """ "That summit", "the same exercise": the one of the sentence before, as it said it."""
    pointing = scene.lexicon.words("pointing words")
    first = _first_of(token)
    words = scene.doc[first.i : token.i] if first is not None else ()
    if not before or first is None or not any(each.lower_ in pointing for each in words):
        return
    named = [text for noun, text in before[0].happenings if noun == token.lemma_.lower()]
    if len(named) == 1:
        yield _put(first, token, named[0][0].lower() + named[0][1:], scene)


def _belonging(token: "Token", scene: Scene, before: Sequence[Memory]) -> Iterator[Replacement]:
    """ "The newest member", "the members": of the one organisation that was spoken of."""
    first = _first_of(token)
    if first is None or first.lower_ != "the" or _is_named_in(scene, ("organisation",)):
        return
    if has_bodies(scene) or any(each.i in scene.name_at for each in scene.doc[first.i : token.i]):
        return
    for memory in before[:_FROM_BEFORE]:
        owners = memory.of("organisation")
        if owners or memory.bodies:
            if len(owners) == 1 and not memory.bodies:
                yield _put(first, first, f"{owners[0].text}'s", scene)
            return


def _is_named_in(scene: Scene, sorts: tuple[Sort, ...]) -> bool:
    return any(_is_of(name, scene, sorts) for name in scene.names)


def _of_pair(token: "Token", scene: Scene, before: Sequence[Memory]) -> Iterator[Replacement]:
    """ "The former", "the latter": of two countries or two people of the sentence before."""
    which = scene.lexicon.values("pair words").get(token.lower_)
    first = _first_of(token) if which and before else None
    if first is None or first.lower_ != "the" or first.i != token.i - 1:
        return
    if token.dep_ not in {*SUBJECTS, "pobj", "dobj", "poss"}:
        return
    pair = before[0].pair or _two_people(before[0])
    if pair:
        yield _put(first, token, pair[0 if which == "first" else 1].text, scene)


def _counted(token: "Token", scene: Scene, before: Sequence[Memory]) -> Iterator[Replacement]:
    """ "The two", "all three": as many states as the sentence before named side by side."""
    found = scene.quantity_at.get(token.i)
    if found is None or token.dep_ not in SUBJECTS or not before or not before[0].several:
        return
    first = _first_of(token)
    if first is None or first.i != token.i - 1 or first.lower_ not in _WHOLE:
        return
    if found.quantity.value == before[0].number and "country" in _asked(token, scene):
        yield _put(first, token, before[0].several, scene)


def _two_people(memory: Memory) -> tuple[Referent, ...]:
    people = memory.of("person")
    return people if len(people) == 2 and not memory.strangers else ()


def _subject_above(token: "Token", scene: Scene, sorts: tuple[Sort, ...]) -> str | None:
    """The subject of a clause that governs the word's own, if nothing like it is named.

    "Sweden gave up its neutrality when it joined", "When it joined, Slovakia …". Not in a
    comparison of two times, which needs the pronoun: "joined the one before it joined".
    """
    own = next((a for a in (token, *token.ancestors) if a.dep_ in _SUBORDINATE), None)
    if own is None or not sorts or own.lemma_ == own.head.lemma_:
        return None
    named = [name for name in scene.names if _is_of(name, scene, sorts)]
    if len({name.readings for name in named}) != 1:
        return None
    subjects = [c for verb in own.ancestors for c in verb.children if c.dep_ in SUBJECTS]
    return next((name.text for name in named if scene.root_of(name) in subjects), None)


def _is_of(name: Name, scene: Scene, sorts: tuple[Sort, ...]) -> bool:
    """Whether a name may be of something of a sort, by whatever reading."""
    actors = (scene.lexicon.actor(reading.id) for reading in name.readings)
    return any(actor is not None and actor.type in sorts for actor in actors)


def _asked(token: "Token", scene: Scene) -> tuple[Sort, ...]:
    """What a verb, or a noun that is owned, asks its subject or owner to be."""
    owned = token.dep_ == "poss" or token.tag_ == "PRP$"
    kind = "possessions" if owned else "acts"
    if not owned and token.dep_ not in SUBJECTS:
        return ()
    lemma = token.head.lemma_.lower()
    if lemma in scene.lexicon.words(f"{kind} of states"):
        return ("country",)
    if lemma in scene.lexicon.words(f"{kind} of organisations") or _has_members(token, scene):
        return ("organisation",)
    return ()


def _has_members(token: "Token", scene: Scene) -> bool:
    """Whether the verb is "have" and what is had are members."""
    nouns = scene.lexicon.words("possessions of organisations")
    objects = [child for child in token.head.children if child.dep_ == "dobj"]
    named = [each for one in objects for each in (one, *one.children)]
    return token.head.lemma_ == "have" and any(each.lemma_ in nouns for each in named)


def _is_named_earlier(token: "Token", scene: Scene, sorts: tuple[Sort, ...]) -> bool:
    """Whether the sentence itself names something of the sort before the word."""
    return any(_is_of(name, scene, sorts) for name in scene.names if name.start < token.idx)


def _put(first: "Token", last: "Token", text: str, scene: Scene) -> Replacement:
    """The words from one token to another, replaced; an owner gets its "'s"."""
    start, end = first.idx, last.idx + len(last)
    owner = last.tag_ == "PRP$" or (last.lower_ == "both" and last.dep_ == "poss")
    said = f"{text}'s" if owner else text
    return Replacement(start, end, cased(said, scene.doc.text[start:end]))


_SHARED = {"nouns for states"}  # whose nouns may also be what an organisation has
_Reading = Callable[["Token", Scene, Sequence[Memory]], Iterator[Replacement]]
_READINGS: dict[str, _Reading] = {
    "personal pronouns": _person,
    "state pronouns": _state,
    "plural pronouns": _states,
    "nouns for states": _country,
    "nouns for happenings": _happening,
    "belongings of organisations": _belonging,
}
_USES = tuple(_READINGS)
