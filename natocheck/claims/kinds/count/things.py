"""How many there are of what the count rules know: "NATO has eight battlegroups"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Place, Proposal, claim_at, is_asserted, passed
from natocheck.claims.kinds.count.wholes import counted_noun, time_of_size, wholeness
from natocheck.claims.kinds.membership.bodies import body_at, body_of
from natocheck.claims.mentions.names import fold
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.claims import Counted
from natocheck.model.facts import Count

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_WITHIN = {"in", "at", "to", "among", "across"}


def things(
    scene: Scene, found: FoundQuantity, clause: Clause, clauses: tuple[Clause, ...]
) -> Iterator[Proposal]:
    """The claim that a number makes about a count rule, where it counts them all."""
    for rule in _counting(scene):
        place = _place(scene, found, rule)
        if place is None or not _in_context(scene, rule):
            continue
        if not is_asserted(clause) or {"future", "negated"} & set(clause.stance):
            yield passed("count", clause, "it is not asserted")
            continue
        if not _is_whole(scene, found, rule):
            yield passed("count", clause, "the number may be of some among them")
            continue
        when, clear = time_of_size(scene, clause, clauses)
        if not clear or (when is not None and when.relation not in {"in", "since", "by"}):
            continue
        statement = Counted(
            count=rule.id,
            number=found.quantity.interval,
            when=when,
            total=_number_noun(scene, found) is not None,
        )
        yield claim_at(scene, "count", place, statement, clause)


def _counting(scene: Scene) -> list[Count]:
    """The rules that count something whose noun stands in the sentence."""
    index = scene.lexicon.index.counts
    words = {fold(word).lower() for t in scene.doc for word in (t.lemma_, t.text)}
    words |= {word.removesuffix("s") for word in words}
    met = {rule.id: rule for word in words if word in index for rule in index[word]}
    return [met[id] for id in sorted(met)]


def _place(scene: Scene, found: FoundQuantity, rule: Count) -> Place | None:
    """From the number to the thing it counts, or to itself in "the number of … to eight"."""
    after = fold(scene.doc.text[found.end :]).lower()
    for thing in sorted(rule.things, key=len, reverse=True):
        match = _named(after, thing, scene)
        if match is not None:
            return Place(found.start, found.end + match.end())
    noun = _number_noun(scene, found)
    if noun is not None and any(thing in _counted_by(noun) for thing in rule.things):
        return Place(found.start, found.end)
    return None


def _counted_by(noun: "Token") -> str:
    """The words after "the number of"; for a bare "the total" those of the sentence."""
    inside = list(noun.subtree)
    bare = not any(t.dep_ == "prep" for t in noun.children)
    return " ".join(t.lemma_.lower() for t in (noun.doc if bare else inside))


def _named(after: str, thing: str, scene: Scene) -> re.Match[str] | None:
    words = scene.lexicon.words("harmless modifiers") | scene.lexicon.words("count modifiers")
    match = re.match(rf"\s*((?:[\w'-]+\s+){{0,3}}?){re.escape(thing)}s?\b", after)
    known = match is not None and all(word in words for word in match.group(1).split())
    return match if known else None


def _number_noun(scene: Scene, found: FoundQuantity) -> "Token | None":
    """ "The number of" before a verb with "to eight"."""
    root = scene.root_of(found)
    if root.dep_ != "pobj" or root.head.lower_ not in {"to", "at"}:
        return None
    for token in root.head.head.children:
        if token.lemma_.lower() in {"number", "total"} and token.dep_ in {"dobj", "nsubj"}:
            return token
    return None


def _in_context(scene: Scene, rule: Count) -> bool:
    if not rule.context:
        return True
    others = {i for i in scene.context.organisations if i != rule.of}
    words = {t.lemma_.lower() for t in scene.doc} | {i for n in scene.names for i in n.ids("name")}
    if not words & set(rule.context):
        return bool(scene.context.organisations & set(rule.context)) and not others
    return rule.of not in rule.context or rule.of in words or not others


def _is_whole(scene: Scene, found: FoundQuantity, rule: Count) -> bool:
    """Whether all are counted: by their owner, by "all", or by what the owner has."""
    if _number_noun(scene, found) is not None:
        return True
    noun = counted_noun(scene, found)
    if _adds(scene, noun, found) or _is_placed(scene, noun):
        return False
    said = wholeness(scene, found, noun)
    if said == "whole":
        return True
    if said == "definite":
        return not _narrows(scene, noun)
    verb = noun.head
    lexicon = scene.lexicon
    if noun.dep_ in {"dobj", "attr"} and verb.lemma_.lower() in lexicon.words("having verbs"):
        return _is_owner(scene, verb, rule) and not _narrows(scene, noun)
    if noun.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_.lower() in (
        lexicon.words("founding verbs") | lexicon.words("signing verbs")
    ):
        return any(t.lower_ in lexicon.words("founding") for t in noun.children)
    return noun.dep_ == "pobj" and _begins_or_grows(scene, noun)


def _adds(scene: Scene, noun: "Token", found: FoundQuantity) -> bool:
    additions = scene.lexicon.words("additions") - scene.lexicon.words("founding")
    return any(t.lower_ in additions for t in [*noun.children, *scene.root_of(found).children])


def _narrows(scene: Scene, noun: "Token") -> bool:
    """Whether a clause or a place picks some of them out."""
    return any(child.dep_ in {"relcl", "acl"} for child in noun.rights) or _is_placed(scene, noun)


def _is_placed(scene: Scene, noun: "Token") -> bool:
    """Whether a place picks some out: "three battlegroups in the Baltic states"."""
    flanks = scene.lexicon.words("flank nouns")
    after = noun.head.rights if noun.dep_ in {"dobj", "attr"} else ()
    beside = [c for c in after if c.i > noun.i and c.dep_ == "prep"]
    return any(
        child.lower_ in _WITHIN and not flanks & {t.lemma_.lower() for t in child.subtree}
        for child in (*noun.rights, *beside)
    )


def _is_owner(scene: Scene, verb: "Token", rule: Count) -> bool:
    """Whether the subject is the organisation that the rule counts for."""
    subjects = [t for t in verb.children if t.dep_ in {"nsubj", "expl"}]
    for subject in subjects:
        if subject.lower_ == "there":
            return True
        body = body_of(scene, subject)
        if body_at(scene, subject) == rule.of or (body is not None and body.id == rule.of):
            return True
    return False


def _begins_or_grows(scene: Scene, noun: "Token") -> bool:
    verb = noun.head.head.lemma_.lower()
    lexicon = scene.lexicon
    if noun.head.lower_ == "with":
        return verb in lexicon.words("beginning verbs")
    return noun.head.lower_ == "from" and verb in lexicon.words("growth verbs")
