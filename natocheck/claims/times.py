"""When a clause says that something is: the one period that its adverbials name."""

from msgspec.structs import replace

from natocheck.claims.clauses import Clause
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.scene import Scene
from natocheck.model.claims import When

_MARKS = {"after", "before", "since", "when", "while", "until", "once", "as", "because"}
_FOCUS = {"only", "not", "just", "already"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_INSIDE = {"in", "during", "at"}
_ATTRIBUTIVE = {"compound", "amod", "nmod", "nummod", "poss"}


def periods_in(scene: Scene, clause: Clause) -> tuple[FoundPeriod, ...]:
    """The periods that stand in a clause as adverbials, not as part of a name."""
    tokens = {token.i for token in clause.tokens}
    own = tuple(
        found
        for found in scene.periods
        if scene.root_of(found).i in tokens
        and (not is_attributive(scene, found) or _is_of_wave(scene, found))
        and not _stands_before_mark(clause, found)
        and not _is_apposed(scene, found, tokens)
        and not _is_set_apart(scene, found)
        and not _is_of_relative(scene, clause, found)
    )
    cleft = time_of_cleft(scene, clause)
    return own if cleft is None or cleft in own else (*own, cleft)


def _is_of_relative(scene: Scene, clause: Clause, found: FoundPeriod) -> bool:
    """ "The post that he was first to hold, in 1951, passed …": the time of what the subject's
    relative clause tells, wherever the parser hangs it."""
    if found.start > clause.head.idx:
        return False
    subjects = [c for c in clause.head.children if c.dep_ in _SUBJECTS]
    relatives = [c for subject in subjects for c in subject.children if c.dep_ == "relcl"]
    return any(c.left_edge.idx < found.start and c.idx < found.start for c in relatives)


def _is_of_wave(scene: Scene, found: FoundPeriod) -> bool:
    """ "Admitted in the 2004 round of enlargement": when the round was, each was admitted."""
    noun = scene.root_of(found).head
    waves = scene.lexicon.words("wave nouns") | scene.lexicon.words("growth nouns")
    above = noun.head if noun.dep_ == "pobj" else None
    if noun.lemma_.lower() not in waves or above is None:
        return False
    return above.lower_ in _INSIDE or (above.lower_ == "of" and above.head.lemma_ == "part")


def time_of_cleft(scene: Scene, clause: Clause) -> FoundPeriod | None:
    """ "It was in 2012 that she won": the time set apart is that of what follows."""
    that = clause.tokens[0].i
    if scene.doc[that].lower_ != "that":
        return None
    for found in scene.periods:
        tokens = scene.tokens_of(found)
        if tokens[-1].i == that - 1 and _follows_it_was(scene, tokens[0].i - 1):
            return _not_until(scene, found, tokens[0].i)
    return None


def _follows_it_was(scene: Scene, i: int) -> bool:
    """Whether "it was" and a preposition stand before a time, and no more."""
    while i > 1 and (scene.doc[i].pos_ in {"ADP", "SCONJ", "DET"} or scene.doc[i].lower_ in _FOCUS):
        i -= 1
    return i > 0 and scene.doc[i].lemma_ == "be" and scene.doc[i - 1].lower_ == "it"


def _not_until(scene: Scene, found: FoundPeriod, first: int) -> FoundPeriod:
    """ "Not until 2009": in that year."""
    words = [t.lower_ for t in scene.doc[max(0, first - 2) : first]]
    return replace(found, relation="in") if words == ["not", "until"] else found


def _is_set_apart(scene: Scene, found: FoundPeriod) -> bool:
    """ "It was in 2014 that he came, in 2024 that he left": the time of what follows."""
    tokens = scene.tokens_of(found)
    first, after = tokens[0].i - 2, tokens[-1].i + 1
    if first < 0 or after >= len(scene.doc):
        return False
    return scene.doc[first].text == "," and scene.doc[after].lower_ == "that"


def _stands_before_mark(clause: Clause, found: FoundPeriod) -> bool:
    """ "In 2024, 75 years after twelve had signed, …": the parser hangs the opening on the
    clause that only follows it."""
    marks = [c for c in clause.head.children if c.dep_ in {"mark", "advmod"} and c.lower_ in _MARKS]
    return any(found.end <= mark.idx for mark in marks)


def _is_apposed(scene: Scene, found: FoundPeriod, inside: set[int]) -> bool:
    """Whether it is the time of a noun set beside another: "Turkey, a member since 1952,"."""
    root = scene.root_of(found)
    above = [root, *(t for t in root.ancestors if t.i in inside)]
    return any(t.dep_ == "appos" and t.i not in scene.period_at for t in above)


def is_attributive(scene: Scene, found: FoundPeriod) -> bool:
    """Whether a period only tells a noun from others: "the 2014 summit"."""
    root = scene.root_of(found)
    # "In June 2023 Finland joined": a country is not told from others by a date.
    named = root.head.pos_ == "PROPN" and root.head.i in scene.name_at
    if _is_within_phrase(scene, found):
        return True
    alone = found.period.grain == "day" or root.head.dep_ in _SUBJECTS or named
    if alone and _follows_preposition(scene, found):
        return False  # "on 3 May allies agreed": only the parser joins the two
    if root.dep_ not in _ATTRIBUTIVE or root.head.i in {t.i for t in scene.tokens_of(found)}:
        return False
    return root.head.pos_ in {"NOUN", "PROPN"} and root.head.i > root.i


def _is_within_phrase(scene: Scene, found: FoundPeriod) -> bool:
    """Whether an article stands before a day and the noun of its phrase after it, as in "in the
    wake of the September 11 attacks"."""
    root, first = scene.root_of(found), scene.tokens_of(found)[0]
    noun = root.head
    inside = root.dep_ in _ATTRIBUTIVE and noun.dep_ == "pobj" and noun.i > root.i
    article = "DET" in {first.pos_, scene.doc[max(0, first.i - 1)].pos_}
    return inside and article and noun.pos_ == "NOUN" and found.period.grain == "day"


def _follows_preposition(scene: Scene, found: FoundPeriod) -> bool:
    before = [t for t in scene.doc[: scene.tokens_of(found)[0].i] if t.pos_ != "DET"]
    return bool(before) and before[-1].pos_ == "ADP"


def when_of(scene: Scene, clause: Clause) -> tuple[When | None, bool]:
    """The clause's time, and whether it is clear.

    Periods that lie in one another are one time, the finer one. Without a period the
    time is None and clear; with two that differ it is None and not clear.
    """
    return one_time(periods_in(scene, clause))


def one_time(found: tuple[FoundPeriod, ...]) -> tuple[When | None, bool]:
    """The single time that several periods agree on, as ``when_of`` has it."""
    points = [each for each in found if each.relation not in {"for"}]
    if not points:
        return None, True
    finest = min(points, key=lambda each: each.period.end - each.period.start)
    if all(finest.period.within(each.period) for each in points):
        return When(finest.period, finest.relation), True
    return None, False


def of_relation(found: tuple[FoundPeriod, ...], *relations: str) -> FoundPeriod | None:
    """The only period with one of these relations, or None."""
    matching = [each for each in found if each.relation in relations]
    return matching[0] if len(matching) == 1 else None
