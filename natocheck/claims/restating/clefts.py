"""Sentences that set one part apart: "it was in Washington that …", "what Poland invoked was …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    stretch,
    uncapitalised,
)
from natocheck.claims.scene import Scene
from natocheck.claims.verbs import SUBJECTS

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_RELATIVES = {"that", "who", "whom", "which"}
_PRONOUNS = {"that", "who"}
_BEING = {"is", "was"}
_BREAKS = {",", ";", ":", "–", "—"}
_VERBS = {"VERB", "AUX"}
_TURNED = {"was", "were", "did", "has", "have", "had"}
_VERBAL_TAGS = {"VB", "VBD", "VBN"}
_NOMINAL = {"DET", "NOUN", "PROPN", "ADJ", "PART", "ADP", "PRON"}


def clefts(scene: Scene) -> Iterator[Restatement]:
    """The plain sentence of "it was X that …"."""
    end = end_of_sentence(scene)
    at = _start(scene)
    if end < at + 5 or scene.doc[at].lower_ != "it" or scene.doc[at + 1].lower_ not in _BEING:
        return
    opener = next((t.i for t in scene.doc[at + 2 : end] if t.lower_ in _RELATIVES), None)
    if opener is None or opener + 1 >= end or not _is_focus(scene, at + 2, opener):
        return
    if any(t.text in _BREAKS for t in scene.doc[opener:end]):
        return  # what follows may set another part apart
    time = [stretch(scene, 0, at)] if at else []
    apart = _apart(scene, at + 2, opener)
    alone = () if apart == opener else (stretch(scene, apart, opener).text,)
    if alone and _is_of_one(scene, opener, end):
        alone = ()  # whoever is the first, no other is
    for said in _said_plainly(scene, (at + 2, apart), (opener + 1, end)):
        yield sentence([*time, *said.pieces[:-1]], (*said.partial, *alone))


def _apart(scene: Scene, first: int, end: int) -> int:
    """Where what is held apart begins: "Germany, and not Britain, that", "X rather than Y"."""
    phrases = [each.split() for each in scene.lexicon.words("holding apart")]
    for i in range(first + 1, end):
        joined = scene.doc[i - 1].text == "," or i - 1 in scene.name_at
        if joined and any(
            [t.lower_ for t in scene.doc[i : i + len(each)]] == each for each in phrases
        ):
            return i
    return end


def _is_of_one(scene: Scene, first: int, end: int) -> bool:
    """Whether a superlative makes it true of one alone: not of "one of the largest"."""
    words = [t.lower_ for t in scene.doc[first:end]]
    ends = scene.lexicon.values("superlatives")
    return any(word in ends for word in words) and not {"one", "among"} & set(words)


def _start(scene: Scene) -> int:
    """Where "it was" begins, behind a time that opens the sentence: "last year it was", "in
    2024, it was"."""
    period = next(iter(scene.periods), None)
    if period is None:
        return 0
    tokens = scene.tokens_of(period)
    end = tokens[-1].i + 1
    end += end < len(scene.doc) and scene.doc[end].text == ","
    opens = tokens[0].i == 0 or (tokens[0].i == 1 and scene.doc[0].pos_ == "ADP")
    return end if opens and scene.doc[end : end + 1].text.lower() == "it" else 0


def late_clefts(scene: Scene) -> Iterator[Restatement]:
    """ "It was not until 2009 that France returned": the denial is of the time before."""
    if scene.doc[2:4].text.lower() == "not until":
        yield from clefts(scene)


def _is_focus(scene: Scene, first: int, end: int) -> bool:
    """Whether some words are names or times with what may stand before them."""
    small = scene.lexicon.words("focus words")
    tokens = scene.doc[first:end]
    known = [t for t in tokens if t.i in scene.name_at or t.i in scene.period_at or _is_year(t)]
    return bool(known) and all(t in known or t.lower_ in small for t in tokens)


def _is_year(token: "Token") -> bool:
    """Whether a number alone is a year: "1949 was the year in which …"."""
    return len(token) == len("1949") and token.text.isdigit() and token.text[:2] in {"19", "20"}


def _said_plainly(
    scene: Scene, focus: tuple[int, int], rest: tuple[int, int]
) -> Iterator[Restatement]:
    first, pieces = scene.doc[focus[0]], _focus(scene, *focus)
    if scene.doc[rest[0]].pos_ in _VERBS:
        yield sentence([*pieces, stretch(scene, *rest)])
    elif first.pos_ in {"ADP", "SCONJ", "PART"} or first.i in scene.period_at or len(pieces) > 1:
        yield sentence([stretch(scene, *rest), *pieces])
    else:
        verb = _verb_of(scene, *rest)
        if verb is not None:
            after = [stretch(scene, verb + 1, rest[1])] if verb + 1 < rest[1] else []
            yield sentence([stretch(scene, rest[0], verb + 1), *pieces, *after])


def _focus(scene: Scene, first: int, end: int) -> list[Piece]:
    """What is set apart; "not until 2009" is "in 2009"."""
    while end > first and scene.doc[end - 1].is_punct:
        end -= 1
    words = scene.doc[first : first + 2].text.lower()
    if words == "not until":
        return [Piece("in"), stretch(scene, first + 2, end)]
    if scene.doc[first].lower_ == "only":
        first += 1
    return [stretch(scene, first, end)]


def _verb_of(scene: Scene, first: int, end: int) -> int | None:
    """The last of the verbs that follow the subject."""
    verbs = [t for t in scene.doc[first:end] if t.pos_ in _VERBS]
    if not verbs:
        return None
    last = verbs[0]
    for verb in verbs[1:]:
        if verb.i == last.i + 1:
            last = verb
    return last.i


def identified(scene: Scene) -> Iterator[Restatement]:
    """The plain sentence of "the man who followed was X", "X is the ally that leads …", "1949
    was the year in which …"."""
    end = end_of_sentence(scene)
    for being in scene.doc[1:end]:
        if being.lower_ in _BEING and being.dep_ == "ROOT":
            left, right = (0, being.i), (being.i + 1, end)
            yield from _of_object(scene, left, right)
            if _is_focus(scene, *right):
                yield from _of_description(scene, right, left)
            elif _is_focus(scene, *left):
                yield from _of_description(scene, left, right)


def _of_object(
    scene: Scene, said: tuple[int, int], focus: tuple[int, int]
) -> Iterator[Restatement]:
    """ "The battlegroup that Canada leads is in Latvia": where, or when, it is done."""
    clauses = [t for t in scene.doc[said[0] : said[1]] if t.dep_ == "relcl"]
    if len(clauses) != 1 or scene.doc[focus[0]].pos_ != "ADP" or not _is_focus(scene, *focus):
        return
    verb, noun = clauses[0], clauses[0].head
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.lower_ not in _RELATIVES]
    plain = all(c.dep_ in {"nsubj", "mark", "dobj", "aux"} for c in verb.children)
    if len(subjects) == 1 and plain and verb.i + 1 == said[1]:
        doing = stretch(scene, subjects[0].left_edge.i, verb.i + 1)
        thing = uncapitalised(scene, noun.left_edge.i, noun.i + 1)
        yield sentence([doing, thing, stretch(scene, *focus)])


def inverted(scene: Scene) -> Iterator[Restatement]:
    """ "Not until 2009 did France return", "only in 1982 was Spain admitted"."""
    opening = scene.lexicon.words("inverting openings")
    end = end_of_sentence(scene)
    period = next((p for p in scene.periods if scene.tokens_of(p)[0].i == 2), None)
    if period is None or scene.doc[:2].text.lower() not in opening:
        return
    day_end = scene.tokens_of(period)[-1].i + 1
    at = _past_aside(scene, day_end, end)
    subject = _turned_subject(scene, at, end)
    if subject is None or subject[1] >= end:
        return
    rest = stretch(scene, subject[1], end)
    day = Piece(_joint(scene, 2)), stretch(scene, 2, day_end)
    aside = (stretch(scene, day_end + 1, at - 1).text,) if at > day_end + 2 else ()
    yield sentence([stretch(scene, *subject), stretch(scene, at, at + 1), rest, *day], aside)


def _past_aside(scene: Scene, at: int, end: int) -> int:
    """Where the turned verb stands: right behind the time, or behind what stands between
    commas: "not until 2009, under Sarkozy, did"."""
    if at >= end or scene.doc[at].text != ",":
        return at
    closing = (t.i for t in scene.doc[at + 1 : end - 1] if t.text == ",")
    return next((i + 1 for i in closing if scene.doc[i + 1].lower_ in _TURNED), at)


def _turned_subject(scene: Scene, at: int, end: int) -> tuple[int, int] | None:
    """The subject behind the turned verb; where the parser misses it, all up to the next verb."""
    if at >= end:
        return None
    helper = scene.doc[at]
    subjects = [c for c in helper.head.children if c.dep_ in SUBJECTS and c.i > at]
    if subjects and helper.dep_.startswith("aux"):
        return subjects[0].left_edge.i, subjects[0].right_edge.i + 1
    if helper.lower_ not in _TURNED:
        return None
    last = next((t.i for t in scene.doc[at + 1 : end] if t.tag_ in _VERBAL_TAGS), None)
    while last is not None and last > at + 1 and scene.doc[last - 1].pos_ == "ADV":
        last -= 1
    if last is None or last == at + 1:
        return None
    plain = all(t.pos_ in _NOMINAL for t in scene.doc[at + 1 : last])
    return (at + 1, last) if plain else None


def _of_description(
    scene: Scene, focus: tuple[int, int], said: tuple[int, int]
) -> Iterator[Restatement]:
    """ "The ally that leads …" of a name, "the year in which …" of a time."""
    opener = _opener(scene, *said)
    broken = any(t.text in _BREAKS for t in scene.doc[said[0] : said[1]])
    if opener is None or opener >= said[1] or broken:
        return
    rest = (opener, said[1])
    if _is_time_or_place(scene, said[0]) and scene.doc[opener - 1].lower_ not in _PRONOUNS:
        joint = [] if scene.doc[focus[0]].pos_ == "ADP" else [Piece(_joint(scene, focus[0]))]
        yield sentence([stretch(scene, *rest), *joint, stretch(scene, *focus)])
    elif scene.doc[said[0]].lower_ == "what" or _is_verb(scene.doc[opener]):
        yield from _said_plainly(scene, focus, rest)


def _joint(scene: Scene, i: int) -> str:
    period = scene.period_at.get(i)
    return "on" if period is not None and period.period.grain == "day" else "in"


def _opener(scene: Scene, first: int, end: int) -> int | None:
    """Where the clause of "what …", "when …", "the man who …", "the year in which …" begins."""
    doc, lexicon = scene.doc, scene.lexicon
    if doc[first].lower_ in {"what", "where", "when"}:
        return first + 1
    nouns = lexicon.words("described persons") | lexicon.words("described times and places")
    if end - first < 4 or doc[first].lower_ != "the" or doc[first + 1].lower_ not in nouns:
        return None
    at = first + 2
    if doc[at].pos_ == "ADP" and doc[at + 1].lower_ == "which":
        return at + 2
    if doc[at].lower_ in {*_RELATIVES, "when", "where"}:
        return at + 1
    return at if _is_time_or_place(scene, first) and not _is_verb(doc[at]) else None


def _is_verb(token: "Token") -> bool:
    return token.pos_ in _VERBS | {"ADP"}


def _is_time_or_place(scene: Scene, first: int) -> bool:
    if scene.doc[first].lower_ in {"when", "where"}:
        return True
    noun = scene.doc[first + 1].lower_ if first + 1 < len(scene.doc) else ""
    return noun in scene.lexicon.words("described times and places")
