"""What a treaty's article says: "Article 5 treats an attack on one as an attack on all".

The objects of such a relation are contents, which no name stands for. The rule base lists
the nouns that name them ("collective defence") and the statements that say them, in which
"…" lets up to eight words pass. The article must be the subject of the clause, what
something is so "under" or is enshrined in, or have the noun beside it ("Article 5, the
collective-defence clause").
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import UNASSERTED, Proposal, claim_in
from natocheck.claims.kinds.event.cues import clause_cues
from natocheck.claims.kinds.relation.patterns import Patterns, matches
from natocheck.claims.phrases import Argument, arguments, coordinated, name_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import Related
from natocheck.model.facts import Relation

if TYPE_CHECKING:
    from natocheck.claims.mentions.names import Name
    from natocheck.language.tokens import Token

_PERMITTING = {"may", "can", "would", "could"}
_OPEN = {"conditional", "denied", "asked", "opinion"}
_CONTENTS = {"ccomp", "csubj", "xcomp", "pcomp"}
_PLACING = {"in", "by"}
_WHOSE = {"poss", "compound", "nmod", "amod"}
_BEFORE = {"compound", "amod", "nmod", "poss", "punct"}


@dataclass(frozen=True)
class _Saying:
    """An article and the words that may say what it says: whole statements and nouns."""

    clause: Clause
    article: "Token"
    statement: list["Token"]
    nouns: list["Token"]
    setting: bool = False


def contents_said(scene: Scene, clauses: tuple[Clause, ...], rule: Relation) -> Iterator[Proposal]:
    """Claims that an article has a content, for a relation whose objects are contents."""
    articles = {row.subject for row in rule.rows}
    objects = {row.object for row in rule.rows}
    patterns = Patterns.listed(scene.lexicon, objects)
    if not patterns.known or not any(set(n.ids("name")) & articles for n in scene.names):
        return
    done: set[tuple[str, str]] = set()
    for saying in _sayings(scene, clauses, rule, articles):
        article = _article(scene, saying.article, articles)
        if article is None or _is_open(scene, saying):
            continue
        found = _contents(scene, saying, patterns)
        right = found & {row.object for row in rule.rows if row.subject == article}
        told = sorted(right or (found if len(found) == 1 else set()))[:1]
        for content in told:
            if (article, content) not in done:
                done.add((article, content))
                statement = Related(relation=rule.id, subject=article, object=content)
                doubts = _doubts(scene, saying, articles)
                yield claim_in(scene, "relation", saying.clause, statement, doubts=doubts)


def _contents(scene: Scene, saying: _Saying, patterns: Patterns) -> set[str]:
    """The contents that the words say, those left out whose numbers are others."""
    found = matches(saying.statement, patterns.statements) | matches(saying.nouns, patterns.nouns)
    return {
        content
        for content in found
        if content not in patterns.numbers
        or _numbers(scene, saying.statement) <= patterns.numbers[content]
    }


def _numbers(scene: Scene, words: list["Token"]) -> set[str]:
    """The numbers among the words, those in names left out."""
    return {t.lower_ for t in words if t.like_num and t.i not in scene.name_at}


def _article(scene: Scene, token: "Token", articles: set[str]) -> str | None:
    """The article that a noun phrase names, if it is one of this treaty's."""
    name = name_of(scene, token)
    found = [i for i in name.ids("name") if i in articles] if name is not None else []
    if name is None or len(found) != 1:
        return None
    within = scene.tokens_of(name)
    inside = {t.i for t in within}
    children = [c for t in within for c in t.children if c.i not in inside]
    whose = [c for c in children if c.dep_ in _WHOSE and c.tag_ != "PRP$"]
    whose += [
        part
        for prep in children
        if prep.lower_ in {"of", "in", "from"}
        for part in prep.children
        if part.dep_ == "pobj"
    ]
    return found[0] if all(_is_own(scene, part) for part in whose) else None


def _is_own(scene: Scene, owner: "Token") -> bool:
    """Whether an article's owner may be the treaty: by its name, or as "the treaty"."""
    name = scene.name_at.get(owner.i)
    if name is not None and name.ids("name", "lookalike"):
        return bool(set(name.ids("name")) & scene.lexicon.words("treaty owners"))
    known = scene.lexicon.words("treaty nouns") | scene.lexicon.words("treaty modifiers")
    parts = [c for c in owner.children if c.dep_ in _WHOSE and c.tag_ != "PRP$"]
    plain = {owner.lower_, owner.lemma_.lower()}
    return bool(plain & known) and all(_is_own(scene, part) for part in parts)


def _is_open(scene: Scene, saying: _Saying) -> bool:
    """Whether a word leaves open, denies or overstates what the article says."""
    words = scene.lexicon.words("negations") | scene.lexicon.words("open statements")
    near = [*saying.statement, *saying.nouns]
    return any({t.lower_, t.lemma_.lower()} & words for t in near) or _has_other_text(scene)


def _has_other_text(scene: Scene) -> bool:
    """Whether the sentence speaks of another legal text, known or not."""
    own = scene.lexicon.words("treaty owners")
    other = scene.lexicon.words("other legal texts")
    for token in scene.doc:
        name = scene.name_at.get(token.i)
        if name is None and token.lemma_.lower() in other:
            return True
    return any(
        name.ids("lookalike") or _is_document(scene, i)
        for name in scene.names
        for i in name.ids("name") or ("",)
        if i not in own
    )


def _is_document(scene: Scene, identity: str) -> bool:
    actor = scene.lexicon.actor(identity)
    return actor is not None and actor.type == "document"


def _doubts(scene: Scene, saying: _Saying, articles: set[str]) -> tuple[str, ...]:
    """Other articles that the words may be about, others who say them or whose article it is."""
    other = _other_articles(scene, saying, articles)
    if other:
        return tuple(name.text for name in other)
    own = scene.lexicon.words("treaty owners")
    bodies = {i for n in scene.names for i in n.ids("name") if scene.lexicon.is_organisation(i)}
    bodies = bodies or set(scene.context.organisations)
    others = set() if bodies & own else bodies
    members = _members(scene, own)
    strange = others | (_countries(scene) - members)
    strange |= _doers(scene, saying) if saying.setting else set()
    return tuple(sorted(strange)) or _unnamed(scene, saying, own, members)


def _unnamed(
    scene: Scene, saying: _Saying, own: frozenset[str], members: set[str]
) -> tuple[str, ...]:
    """The article, if no word beside it tells whose it is: the text before may be on another."""
    article = scene.name_at.get(saying.article.i)
    beside = {i for n in scene.names if n is not article for i in n.ids("name", "adjective")}
    groups = {i for n in scene.names for i in n.ids("group")}
    allied = {t.lemma_.lower() for t in scene.doc} & scene.lexicon.words("allied words")
    told = beside & (own | members) or allied or groups & _groups(scene, own)
    alone = scene.sentence.start == 0
    return () if told or alone or article is None else (article.text,)


def _groups(scene: Scene, bodies: frozenset[str]) -> set[str]:
    groups = scene.lexicon.rulebase.groups.values()
    return {group.id for group in groups if set(group.all_of) & bodies}


def _other_articles(scene: Scene, saying: _Saying, articles: set[str]) -> list["Name"]:
    """The articles in the clause, but for the one meant and for nouns set beside it."""
    inside = {t.i for t in saying.clause.head.subtree} | {t.i for t in saying.statement}
    inside -= {t.i for t in saying.nouns} if not saying.statement else set()
    meant = scene.name_at.get(saying.article.i)
    near = [n for n in scene.names if n is not meant and scene.root_of(n).i in inside]
    return [name for name in near if set(name.ids("name")) & articles]


def _doers(scene: Scene, saying: _Saying) -> set[str]:
    """Countries and persons that act "under Article 4": what they say is not what it says."""
    doers = [a.token for a in arguments(saying.clause) if a.role == "subject"]
    named = [scene.name_at[t.i] for t in doers if t.i in scene.name_at]
    found = {i for n in named for i in n.ids("name", "metonym", "demonym")}
    lexicon = scene.lexicon
    return {i for i in found if lexicon.is_country(i) or lexicon.is_person(i)}


def _countries(scene: Scene) -> set[str]:
    named = (i for n in scene.names for i in n.ids("name", "adjective", "metonym"))
    return {i for i in named if scene.lexicon.is_country(i)}


def _members(scene: Scene, bodies: frozenset[str]) -> set[str]:
    """The countries that belong to one of the bodies, then or now."""
    memberships = scene.lexicon.rulebase.memberships.values()
    return {row.member for m in memberships if m.group in bodies for row in m.rows}


def _sayings(
    scene: Scene, clauses: tuple[Clause, ...], rule: Relation, articles: set[str]
) -> Iterator[_Saying]:
    verbs = {verb for said in rule.said for verb in said.verbs}
    nouns = {noun for said in rule.said for noun in said.nouns}
    for clause in clauses:
        if _is_stated(clause):
            yield from _by_verb(scene, clause, verbs, nouns)
    for name in scene.names:
        if set(name.ids("name")) & articles:
            yield from _beside(scene, clauses, scene.root_of(name), nouns)


def _is_stated(clause: Clause) -> bool:
    """Whether it is said to be so; "may" and "can" tell what the article allows."""
    above = clause.parent
    if above is not None and clause.head.dep_ in _CONTENTS and set(above.stance) & _OPEN:
        return False
    stance = set(clause.stance) & UNASSERTED
    helpers = {c.lower_ for t in clause.chain for c in t.children if c.dep_ == "aux"}
    if stance == {"hedged"} and helpers & _PERMITTING:
        stance = set()
    return not stance and not clause.negated


def _by_verb(scene: Scene, clause: Clause, verbs: set[str], nouns: set[str]) -> Iterator[_Saying]:
    """ "Article 5 says that …", "under Article 5 …", "is enshrined in Article 5"."""
    found = (*arguments(clause), *_unparsed_subject(scene, clause))
    says = bool(verbs & clause_cues(clause, scene.lexicon).keys())
    taken = [a for a in found if a.role in {"object", "for", "to"}]
    for argument in found:
        if argument.role == "subject" and says:
            yield _Saying(clause, argument.token, _after(clause, argument), _named(taken, nouns))
        elif _is_setting(clause, argument):
            for article in _pointed_at(clause, argument):
                yield _Saying(clause, article, _without(clause, argument.token), [], setting=True)
        elif argument.role in _PLACING and says:
            done_to = [a for a in found if a.role == "object"]
            words = [t for a in done_to for t in a.token.subtree]
            own = {t.i for t in clause.head.subtree} if clause.parent is not None else set()
            about = [t for t in words if t.i not in own or clause.head.dep_ not in {"acl", "relcl"}]
            yield _Saying(clause, argument.token, about, _named(done_to, nouns))


def _is_setting(clause: Clause, argument: Argument) -> bool:
    """ "Under Article 5", "according to Article 5", "in Article 5" before the verb."""
    if argument.role == "to":
        above = argument.token.head.head
        return above.lower_ == "according"
    first = argument.role == "in" and argument.token.i < clause.head.i
    return argument.role == "under" or (first and not _is_done(clause))


def _is_done(clause: Clause) -> bool:
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in clause.head.children)


def _unparsed_subject(scene: Scene, clause: Clause) -> list[Argument]:
    """A numbered clause right before the verb, which the parser may take for something else."""
    head = clause.head
    children = [c for c in head.children if c.i < head.i]
    if any(c.dep_ in {"nsubj", "nsubjpass", "csubj"} for c in children):
        return []
    odd = [c for c in children if c.dep_ in {"nmod", "npadvmod", "compound", "dep", "nummod"}]
    return [Argument("subject", c) for c in odd if c.i in scene.name_at][-1:]


def _pointed_at(clause: Clause, argument: Argument) -> list["Token"]:
    """The article, or what "under which" may point at."""
    if argument.token.lower_ != "which":
        return [argument.token]
    above = clause.head.head
    return list(itertools.islice([above, *above.ancestors], 3))


def _after(clause: Clause, article: Argument) -> list["Token"]:
    """The verb and what follows it in the clause and in those that complete it."""
    own = {t.i for t in article.token.subtree} if clause.head.dep_ != "relcl" else set()
    first = clause.head.i if article.token.i < clause.head.i else article.token.i
    return [t for t in clause.head.subtree if t.i >= first and t.i not in own]


def _without(clause: Clause, article: "Token") -> list["Token"]:
    own = {t.i for t in article.subtree}
    return [t for t in clause.head.subtree if t.i not in own]


def _named(found: list[Argument], nouns: set[str]) -> list["Token"]:
    """The words of noun phrases, and those after "of" where the noun only frames them."""
    return [t for argument in found for t in _noun_phrase(argument.token, nouns)]


def _noun_phrase(noun: "Token", nouns: set[str]) -> list["Token"]:
    words = [t for t in noun.children if t.dep_ in _BEFORE and t.i < noun.i]
    phrase = sorted([*(s for t in words for s in t.subtree), noun], key=lambda t: t.i)
    if noun.lemma_.lower() in nouns:
        inner = [c for p in noun.children if p.lower_ in {"of", "to"} for c in p.children]
        for part in (t for c in inner if c.dep_ == "pobj" for t in [c, *coordinated(c)]):
            phrase += _noun_phrase(part, nouns)
    return phrase


def _beside(
    scene: Scene, clauses: tuple[Clause, ...], article: "Token", nouns: set[str]
) -> Iterator[_Saying]:
    """ "Article 5, the collective-defence clause", "Article 5 is the … clause"."""
    clause = clause_of(article, clauses)
    near = [*_next_noun(scene, article, nouns)]
    if article.dep_ == "appos":
        near.append(article.head)
    if article.dep_ == "nsubj" and article.head.lemma_ == "be":
        near += [c for c in article.head.children if c.dep_ == "attr"]
    for noun in near:
        framed = noun.lemma_.lower() in nouns and not _is_parted(scene, article, noun)
        if framed and _is_stated(clause_of(noun, clauses)):
            yield _Saying(clause, article, [], _noun_phrase(noun, nouns))


def _next_noun(scene: Scene, article: "Token", nouns: set[str]) -> Iterator["Token"]:
    """The framing noun of the phrase that a comma or bracket sets beside the article."""
    name = scene.name_at[article.i]
    after = scene.doc[scene.tokens_of(name)[-1].i + 1 :]
    if len(after) < 2 or after[0].text not in {",", "(", "–", "—"}:
        return
    for token in after[1:9]:
        if token.is_punct and token.text != "-":
            return
        if token.lemma_.lower() in nouns and token.left_edge.i == after[1].i:
            yield token
            return


def _is_parted(scene: Scene, article: "Token", noun: "Token") -> bool:
    """Whether a denial stands between the two: "Article 4, not the … clause"."""
    first, last = sorted((article.i, noun.i))
    denials = scene.lexicon.words("negations") | scene.lexicon.words("open statements")
    return any(t.dep_ == "neg" or t.lower_ in denials for t in scene.doc[first + 1 : last])
