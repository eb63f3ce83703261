"""Words that may restrict a statement about a measure and that no slot took up.

The surest guard against false disputes: "2 percent of GDP on equipment" is not the
share for defence. What may be passed over is a list of words, not a default.
"""

from typing import TYPE_CHECKING

from natocheck.claims.kinds.measure.items import Item
from natocheck.claims.kinds.measure.parts import start_of_rest
from natocheck.claims.kinds.measure.reading import Reading
from natocheck.claims.kinds.measure.sets import instances, phrase_tokens, read_set, subject_heads
from natocheck.claims.scene import Scene
from natocheck.model.claims import Measured

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_TABLES = ("bound words", "comparison words", "comparatives", "superlatives", "trend verbs")
_LISTS = (
    "measure remainder",
    "release nouns",
    "release verbs",
    "estimating verbs",
    "exceptions",
    "majority words",
    "member nouns",
    "including words",
    "none determiners",
    "negative verbs",
    "all determiners",
    "joint words",
    "steady words",
    "rank nouns",
    "honorifics",
    "share nouns",
)
_SET_LISTS = (
    "set words",
    "member nouns",
    "exceptions",
    "majority words",
    "including words",
    "none determiners",
    "all determiners",
    "vague determiners",
    "only",
    "joint words",
)


def unread_words(reading: Reading, statement: Measured) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The content words of the clause that are neither read nor known to be harmless.

    First those that may restrict the figure: nouns that "on", "for" and the like join
    to it, or that modify the measure. Then all the others, which only raise doubts.
    """
    taken, said = _taken(reading, statement), own_phrase(reading) or reading.clause.tokens
    stray = [token for token in said if token.lower_ not in taken and _is_stray(reading, token)]
    stray = [token for token in stray if not _calls_group(reading, statement, token)]
    restricting = tuple(t.text for t in stray if _may_restrict(reading, t))
    restricting = (*restricting, *_shares(reading, statement))
    return restricting, tuple(t.text for t in stray if t.text not in restricting)


def _shares(reading: Reading, statement: Measured) -> tuple[str, ...]:
    """ "The largest share of women in the armed forces": not the largest forces."""
    if statement.form not in {"rank", "compare"} or reading.measure.unit == "percent":
        return ()
    shares = reading.scene.lexicon.words("share nouns")
    return tuple(t.text for t in reading.clause.tokens if t.lemma_.lower() in shares)


def own_phrase(reading: Reading) -> tuple["Token", ...]:
    """The noun phrase that alone makes the statement: "defence spending of 2 percent of GDP
    put Greece in the lead"; none where the verb has a part in it."""
    roots = [reading.scene.root_of(found) for found in reading.figures]
    nouns = {noun.split()[-1] for noun in reading.measure.nouns}
    nouns |= reading.scene.lexicon.words("spending words")
    for head in subject_heads(reading.clause):
        inside = tuple(head.subtree)
        named = head.lemma_.lower() in nouns
        if named and len(roots) == 1 and roots[0] in inside and roots[0] != head:
            return inside
    return ()


def _taken(reading: Reading, statement: Measured) -> frozenset[str]:
    """The words that a form of statement itself takes up: "the only ally", "any other"."""
    lexicon = reading.scene.lexicon
    if statement.members is not None:
        only = statement.members.kind == "only"
        return lexicon.words("set words") | (lexicon.words("only") if only else frozenset())
    rests = statement.form == "rank" or (statement.other is not None and statement.other.total)
    return frozenset({"other", "rest", "remainder"}) if rests else frozenset()


def _is_stray(reading: Reading, token: "Token") -> bool:
    scene = reading.scene
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB"} or token.is_punct:
        return False
    if any(token.i in found for found in (scene.name_at, scene.quantity_at, scene.period_at)):
        return False
    if reading.figures and (token.i in scene.quoted) != _is_quoted(reading):
        return False
    known = _known_words(reading)
    if token.lemma_.lower() in known or token.lower_ in known:
        return False
    return not _belongs_to_release(token, scene.lexicon.words("release nouns"))


def _is_quoted(reading: Reading) -> bool:
    """Whether the figure stands in quotation marks: what is outside only says who speaks."""
    return reading.scene.root_of(reading.figures[0]).i in reading.scene.quoted


def _may_restrict(reading: Reading, token: "Token") -> bool:
    prepositions = reading.scene.lexicon.words("restricting prepositions")
    prepositions |= reading.scene.lexicon.words("purpose prepositions")
    if token.dep_ == "pobj" and token.head.lower_ in prepositions:
        return True
    nouns = {word for noun in reading.measure.nouns for word in noun.split()}
    return token.dep_ in {"compound", "amod", "nmod"} and token.head.lemma_.lower() in nouns


def _belongs_to_release(token: "Token", releases: frozenset[str]) -> bool:
    """Whether a word only says which release is meant ("the August estimates")."""
    if token.head.lemma_.lower() in releases and token.dep_ in {"compound", "amod", "nmod"}:
        return True
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is not None and following.lemma_.lower() in releases


def unread_in_set(reading: Reading, statement: Measured) -> tuple[str, ...]:
    """What narrows the members that a statement ranges over and was not read: "no ally in
    the south", "every member that has a coast"."""
    if statement.members is None:
        return ()
    heads = [h for h in subject_heads(reading.clause) if _ranges(reading, h)]
    found = [t for head in heads for t in phrase_tokens(head) if _narrows(reading, statement, t)]
    found += [
        child
        for head in heads
        for child in head.children
        if child.dep_ == "relcl" and child != reading.clause.head and not _is_after_comma(child)
    ]
    return tuple(t.text for t in found)


def _ranges(reading: Reading, head: "Token") -> bool:
    return read_set(reading.scene, head, reading.clause) is not None


def _narrows(reading: Reading, statement: Measured, token: "Token") -> bool:
    scene = reading.scene
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB"} or token.i in scene.quantity_at:
        return False
    if token.i in scene.period_at or token.i in instances(scene, token.head):
        return False
    if token.i in scene.name_at:
        return _is_place(scene, token.i)
    if _calls_group(reading, statement, token):
        return False
    known = {word for use in _SET_LISTS for word in scene.lexicon.words(use)}
    known |= {word for noun in reading.measure.nouns for word in noun.split()}
    return not {token.lemma_.lower(), token.lower_} & known


def _calls_group(reading: Reading, statement: Measured, token: "Token") -> bool:
    """Whether an adjective tells the group that a statement ranges over: "Baltic"."""
    called = reading.scene.lexicon.index.groups_called.get(token.text, ())
    members = statement.members
    return members is not None and any(group.id in members.groups for group in called)


def _is_place(scene: Scene, position: int) -> bool:
    """Whether a name is neither of a country nor of a group: "in the Balkans"."""
    name = scene.name_at[position]
    ids = name.ids("name", "adjective", "demonym", "metonym")
    bodies = scene.lexicon.index.memberships
    return not name.ids("group") and not any(
        scene.lexicon.is_country(i) or i in bodies for i in ids
    )


def _is_after_comma(verb: "Token") -> bool:
    first = verb.left_edge
    return first.i > 0 and first.nbor(-1).is_punct


def unread_names(reading: Reading, statement: Measured) -> tuple[str, ...]:
    """The countries and groups of the clause that the statement has no slot for."""
    read = {*statement.operand.actors, *statement.operand.without}
    left_out = set(reading.without) - read - set(_parted(statement))
    if left_out:
        return tuple(sorted(left_out))
    for operand in (statement.other, statement.whole):
        read |= set(operand.actors) if operand is not None else set()
    if statement.members is not None:
        read |= {*statement.members.groups, *statement.members.named}
    marks = reading.scene.lexicon.words("including words")
    if statement.form == "set" and marks & {t.lower_ for t in reading.scene.doc}:
        return ()
    read |= {item.id for item in reading.items if item.is_group and _is_scope(reading, item)}
    if statement.form in {"value", "compare", "rank"} and _are_compared(reading):
        return ()
    read |= {item.id for item in reading.items if _is_beside(reading, statement, item)}
    read |= {item.id for item in reading.items if _counts_named(reading, statement, item)}
    rest = start_of_rest(reading.scene)
    return tuple(sorted({item.id for item in reading.items if item.start < rest} - read))


def _counts_named(reading: Reading, statement: Measured, item: Item) -> bool:
    """ "Only three allies, Poland, Lithuania and Latvia": the group says how many are named."""
    members = statement.members
    if statement.form != "set" or members is None or not item.is_group:
        return False
    only = reading.scene.lexicon.words("only")
    if not any(t.lower_ in only for t in reading.clause.tokens):
        return False  # "two allies, A and B, reach it" may leave out a third
    before = [q for q in reading.scene.quantities if q.end + 1 == item.start]
    return any(q.quantity.value == len(members.named) for q in before)


def _parted(statement: Measured) -> tuple[str, ...]:
    """Whom a whole or a set leaves out."""
    whole = statement.whole.without if statement.whole is not None else ()
    named = statement.members.named if statement.members is not None else ()
    return (*whole, *named)


def _is_beside(reading: Reading, statement: Measured, item: Item) -> bool:
    """Whether a name only stands beside the statement: "second after the United States",
    "two-thirds of the NATO total"."""
    lexicon = reading.scene.lexicon
    after = statement.form == "rank" and bool(
        {t.lower_ for t in reading.scene.doc if t.idx < item.start and t.i >= item.root.i - 5}
        & {"after", "behind"}
    )
    following = [t.lower_ for t in reading.scene.doc if t.idx >= item.end and not t.is_punct]
    after = after or (statement.form == "rank" and following[:2] == ["followed", "by"])
    return after or item.root.head.lemma_.lower() in lexicon.words("total nouns")


def _is_scope(reading: Reading, item: Item) -> bool:
    """Whether a group only says among whom: "in the alliance", "of the allies", "leads the
    alliance", "in the alliance's table"."""
    head, lexicon = item.root.head, reading.scene.lexicon
    led = item.root.dep_ == "dobj" and head.lemma_.lower() in lexicon.words("rank verbs")
    listed = bool({head.lemma_.lower(), head.lower_} & lexicon.words("rank lists"))
    return led or listed or head.lower_ in {"in", "of", "among", "within"}


def _are_compared(reading: Reading) -> bool:
    """Whether the clause's other names stand in a comparison or have figures of their own."""
    lexicon = reading.scene.lexicon
    cues = {key for use in ("comparison words", "comparatives") for key in lexicon.values(use)}
    text = f" {' '.join(t.lemma_.lower() for t in reading.clause.tokens)} "
    return len(reading.figures) > 1 or any(f" {cue} " in text for cue in cues)


def _known_words(reading: Reading) -> set[str]:
    lexicon, measure = reading.scene.lexicon, reading.measure
    known = {word for use in _LISTS for word in lexicon.words(use)}
    known |= {word for use in _TABLES for key in lexicon.values(use) for word in key.split()}
    known |= {word for key in lexicon.values("rank phrases") for word in key.split()}
    phrases = [*measure.nouns, *measure.verbs, *measure.of, *measure.needs, *measure.thresholds]
    return known | {word for phrase in phrases for word in phrase.replace("-", " ").split()}
