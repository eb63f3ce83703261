"""Which members of a group a predicate is said to hold for."""

import math
from typing import TYPE_CHECKING, Literal

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.measure.items import Item, items_of
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import arguments, is_restriction
from natocheck.claims.scene import Scene
from natocheck.model.claims import SetExpression
from natocheck.model.values import Interval
from natocheck.rulebase.lookup import members_on

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_STOPS = {"relcl", "acl", "advcl"}
_BARE = {"all", "none", "most", "half"}


def phrase_tokens(head: "Token") -> list["Token"]:
    """The tokens of a noun phrase without the clauses that hang on it."""
    skipped = {
        t.i
        for part in head.subtree
        if part != head and part.dep_ in _STOPS and part.pos_ in {"VERB", "AUX"}
        for t in part.subtree
    }
    return [t for t in head.subtree if t.i not in skipped]


def subject_heads(clause: Clause) -> list["Token"]:
    """The heads of what a clause is about, passive subjects included."""
    found = arguments(clause)
    passive = [a.token for a in found if a.token.dep_ == "nsubjpass"]
    active = [a.token for a in found if a.role in {"subject", "agent"}]
    return active or passive or _mistaken_for_described(clause)


def is_tally(scene: Scene, head: "Token") -> bool:
    """ "The number of allies that spend 2 percent": no figure of theirs."""
    if head.lemma_.lower() not in scene.lexicon.words("counting nouns") or head.pos_ != "NOUN":
        return False
    counted = [t for c in head.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    nouns = scene.lexicon.words("member nouns")
    return any(
        t.lemma_.lower() in nouns or (t.i in scene.name_at and scene.name_at[t.i].ids("group"))
        for t in counted
    )


def _mistaken_for_described(clause: Clause) -> list["Token"]:
    """The subject of "In 2014 three allies spent …" where the parser, finding no other verb
    in the sentence, takes "spent …" for a description of the allies."""
    root = next((t for t in clause.head.doc if t.dep_ == "ROOT"), clause.head)
    described = clause.head.dep_ == "acl" and root.pos_ not in {"VERB", "AUX"}
    return [clause.head.head] if described else []


def read_set(scene: Scene, head: "Token", clause: Clause) -> SetExpression | None:
    """The members that a noun phrase ranges over, or None where it is no such phrase."""
    tokens = phrase_tokens(head)
    inside = {t.i for t in tokens}
    words = {t.lower_ for t in tokens if t.i not in scene.quantity_at}
    inside_items = [item for item in items_of(scene, clause) if item.root.i in inside]
    listed_only = instances(scene, head)
    items = [item for item in inside_items if item.root.i not in listed_only]
    groups = tuple(dict.fromkeys(i.id for i in items if i.is_group)) or _of_noun(scene, head, items)
    groups = groups or _parted(scene, clause, head)
    countries = tuple(dict.fromkeys(i.id for i in items if not i.is_group))
    numbers = _numbers(scene, inside)
    if words & scene.lexicon.words("exceptions"):
        light = _is_light(scene, head) or _excepting(scene, tokens)
        groups = groups or _of_nouns(scene, tokens)
        if groups or light:
            return _all_but(scene, tokens, items, groups, numbers)
    if _is_only(scene, tokens, clause) and countries:
        fixed = tuple(g for g in groups if _is_listed(scene, g))
        return SetExpression(
            kind="only", groups=_scope(scene, clause, inside), named=(*countries, *fixed)
        )
    listed = _listed(scene, clause, head, numbers)
    if listed and _is_light(scene, head):
        return SetExpression(kind="only", groups=groups, named=listed)
    if not groups and not (_is_light(scene, head) and not countries):
        return None
    found = _quantified(scene, words, groups, numbers)
    return _denied(found, words, groups) if is_denied(head) else found


def _denied(
    expression: SetExpression | None, words: set[str], groups: tuple[str, ...]
) -> SetExpression | None:
    """ "not one" is none, "not all" a part that is smaller than the whole."""
    if {"one", "single"} & words:
        return SetExpression(kind="none", groups=groups)
    if expression is None or expression.kind != "all":
        return None
    part = Interval(-math.inf, 100.0, high_open=True)
    return SetExpression(kind="share", groups=groups, number=part)


def less(expression: SetExpression, without: tuple[str, ...]) -> SetExpression:
    """All members less those left out; none but them is they alone."""
    kinds: dict[str, Literal["but", "only"]] = {"all": "but", "none": "only"}
    kind = kinds.get(expression.kind)
    if kind is None or not without:
        return expression
    return SetExpression(kind=kind, groups=expression.groups, named=without)


def is_denied(head: "Token") -> bool:
    """Whether a "not" bears on how many, not on the verb: "not all allies", "not one"."""
    first = min(phrase_tokens(head), key=lambda t: t.i)
    near = [first, *([first.nbor(-1)] if first.i else [])]
    return any(t.lower_ == "not" for t in near)


def among(scene: Scene, clause: Clause, expression: SetExpression) -> tuple[str, ...]:
    """Who is named as part of a counted set: "five allies, among them Norway"."""
    if expression.kind not in {"count", "share"}:
        return ()
    marks = scene.lexicon.words("including words")
    if not {t.lower_ for t in clause.tokens} & marks:
        return ()
    named = [i for i in items_of(scene, clause) if not i.is_group or _is_listed(scene, i.id)]
    return tuple(item.id for item in named if item.id not in expression.groups)


def instances(scene: Scene, head: "Token") -> set[int]:
    """The tokens that only name some of those a phrase ranges over: "allies, Norway among
    them", "states such as Latvia and Estonia"."""
    marks = scene.lexicon.words("including words")
    found: set[int] = set()
    for part in head.children:
        marked = [t for t in part.subtree if t.lower_ in marks]
        apart = part.dep_ == "appos" and any(_resumes(t) for t in marked)
        if apart or (part in marked and not _resumes(part)):
            found |= {t.i for t in part.subtree}
    return found


def _resumes(mark: "Token") -> bool:
    """Whether a mark takes up the phrase again: "among them"."""
    return any(child.tag_ in {"PRP", "WDT", "WP"} for child in mark.children)


def _of_noun(scene: Scene, head: "Token", items: list[Item]) -> tuple[str, ...]:
    """The group that a noun alone means one by one: "every ally (but Norway)"."""
    group = scene.lexicon.values("member of").get(head.lemma_.lower())
    owned = any(item.root.dep_ in {"poss", "compound", "amod"} for item in items)
    known = (str(group),) if group is not None and not owned else ()
    return (*_of_adjective(scene, head), *known)


def _of_adjective(scene: Scene, head: "Token") -> tuple[str, ...]:
    """ "Every Baltic state", "no Nordic ally": the group that an adjective means."""
    if head.lemma_.lower() not in scene.lexicon.words("member nouns"):
        return ()
    called = scene.lexicon.index.groups_called
    found = [called[c.text][0].id for c in head.children if len(called.get(c.text, ())) == 1]
    return tuple(dict.fromkeys(found))


def _excepting(scene: Scene, tokens: list["Token"]) -> bool:
    """ "No ally bar Poland", "every member save Spain": the parser may take the exception for
    the head."""
    exceptions, nouns = scene.lexicon.words("exceptions"), scene.lexicon.words("member nouns")
    return any(t.lemma_.lower() in nouns and t.nbor(1).lower_ in exceptions for t in tokens[:-1])


def _of_nouns(scene: Scene, tokens: list["Token"]) -> tuple[str, ...]:
    """The group that a noun right before an exception means one by one."""
    exceptions, groups = scene.lexicon.words("exceptions"), scene.lexicon.values("member of")
    found = [
        str(groups[t.lemma_.lower()])
        for t in tokens[:-1]
        if t.nbor(1).lower_ in exceptions and t.lemma_.lower() in groups
    ]
    return tuple(found[:1])


def _is_listed(scene: Scene, group: str) -> bool:
    entry = scene.lexicon.rulebase.groups.get(group)
    return entry is not None and bool(entry.members)


def _numbers(scene: Scene, inside: set[int]) -> list[FoundQuantity]:
    return [
        q
        for q in scene.quantities
        if scene.root_of(q).i in inside and q.quantity.unit in {"count", "percent"}
    ]


def _is_only(scene: Scene, tokens: list["Token"], clause: Clause) -> bool:
    """ "only" in or right before the phrase, or in what it is said to be ("the only two")."""
    only = scene.lexicon.words("only") - {"no"}
    first = tokens[0]
    near = first.doc[max(0, first.i - 2) : first.i]
    said = [
        t
        for t in clause.tokens
        if (t.head.dep_ == "attr" and not _is_number(scene, t.head))
        or (t.dep_ == "attr" and t.pos_ != "NOUN")
    ]
    return any(is_restriction(t, only) for t in (*tokens, *near, *said))


def _is_number(scene: Scene, token: "Token") -> bool:
    """ "was only 21 billion": what is so little is the number."""
    return token.i in scene.quantity_at


def _scope(scene: Scene, clause: Clause, inside: set[int]) -> tuple[str, ...]:
    """ "Of the Nordic allies, only …": the group that the names are taken from."""
    return tuple(
        item.id
        for item in items_of(scene, clause)
        if item.is_group and item.root.i not in inside and item.root.head.lower_ in {"of", "among"}
    )


def _parted(scene: Scene, clause: Clause, head: "Token") -> tuple[str, ...]:
    """ "Of the 32 allies, five …": the group that a bare number takes its part from."""
    bare = head.i in scene.quantity_at or head.lower_ in _BARE
    if not bare or any(child.lower_ == "of" for child in head.children):
        return ()
    wholes = [i for i in items_of(scene, clause) if i.is_group and _is_whole(scene, i)]
    return (wholes[0].id,) if len(wholes) == 1 else ()


def _is_whole(scene: Scene, item: Item) -> bool:
    """Whether a phrase stands for all of a group: not "of the nine allies that …"."""
    root = item.root
    if root.head.lower_ not in {"of", "among"} or any(c.dep_ in _STOPS for c in root.children):
        return False
    counts = [q.quantity for q in _numbers(scene, {t.i for t in root.subtree})]
    members = members_on(scene.lexicon.rulebase, item.id, scene.context.date)
    return all(count.interval.holds(len(members)) for count in counts)


def _is_light(scene: Scene, head: "Token") -> bool:
    nouns = scene.lexicon.words("member nouns")
    if head.lemma_.lower() in nouns or head.lower_ in {"all", "none"}:
        return True
    counted = head.i in scene.quantity_at or head.lower_ in scene.lexicon.words("majority words")
    return counted and any(
        t.lemma_.lower() in nouns for c in head.children if c.lower_ == "of" for t in c.children
    )


def _listed(
    scene: Scene, clause: Clause, head: "Token", numbers: list[FoundQuantity]
) -> tuple[str, ...]:
    """The names that a counted set is spelled out by: "three allies: Greece, …", "two
    members, Latvia and Spain, …"."""
    counts = [q.quantity.value for q in numbers if q.quantity.unit == "count"]
    text = scene.doc.text
    beside = {t.i for c in head.children if c.dep_ == "appos" for t in c.subtree}
    beside -= instances(scene, head)
    countries = [item for item in items_of(scene, clause) if not item.is_group]
    for named in (
        [item for item in countries if _after_colon(text, item, clause)],
        [item for item in countries if item.root.i in beside],
    ):
        if counts and len(named) == counts[0]:
            return tuple(item.id for item in named)
    return ()


def _after_colon(text: str, item: Item, clause: Clause) -> bool:
    before = text[clause.tokens[0].idx : item.start]
    return any(mark in before for mark in (":", " - ", " – ", "—"))


def _all_but(
    scene: Scene,
    tokens: list["Token"],
    items: list[Item],
    groups: tuple[str, ...],
    numbers: list[FoundQuantity],
) -> SetExpression | None:
    exceptions = scene.lexicon.words("exceptions")
    start = next(t.idx for t in tokens if t.lower_ in exceptions)
    named = tuple(i.id for i in items if not i.is_group and i.start > start)
    if named:
        none = {t.lower_ for t in tokens} & scene.lexicon.words("none determiners")
        return SetExpression(kind="only" if none else "but", groups=groups, named=named)
    counts = [q for q in numbers if q.start >= start and _is_count(q)]
    counts = [q for q in counts if q == counts[0] or not _is_of_all(scene, q)]
    excluded = [q.quantity.interval for q in counts]
    if any(t.lower_ == "one" and t.idx > start for t in tokens):
        excluded.append(Interval(1, 1))
    if len(excluded) == 1:
        return SetExpression(kind="but", groups=groups, number=excluded[0])
    return None


def _is_of_all(scene: Scene, found: FoundQuantity) -> bool:
    """ "All but seven of the 32 allies": the second number is of the whole."""
    first = scene.tokens_of(found)[0]
    return first.i > 1 and scene.doc[first.i - 2 : first.i].text.lower() == "of the"


def _is_count(found: FoundQuantity) -> bool:
    return found.quantity.unit == "count"


def _quantified(
    scene: Scene, words: set[str], groups: tuple[str, ...], numbers: list[FoundQuantity]
) -> SetExpression | None:
    if words & scene.lexicon.words("none determiners"):
        return SetExpression(kind="none", groups=groups)
    if words & scene.lexicon.words("vague determiners") and not numbers:
        return None
    if words & scene.lexicon.words("all determiners"):
        return SetExpression(kind="all", groups=groups)
    if numbers:
        first = numbers[0].quantity
        if first.unit == "count":
            return SetExpression(kind="count", groups=groups, number=first.interval)
        return SetExpression(kind="share", groups=groups, number=first.interval)
    if words & scene.lexicon.words("majority words"):
        most = Interval(50.0, math.inf, low_open=True)
        return SetExpression(kind="share", groups=groups, number=most)
    if groups and all(_is_listed(scene, g) for g in groups):
        return SetExpression(kind="all", groups=groups)
    return None
