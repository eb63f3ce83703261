"""What an article is about as it goes on: the organisations that "the alliance" may mean.

The organisations of the paragraph so far, and those of the title; a sentence that names
some counts them first. "Members" without an owner then belong to the only one.
"""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.scene import Context, Scene
from natocheck.claims.verbs import SUBJECTS
from natocheck.model.claims import Claim, Measured

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_RECENT = dt.timedelta(days=31)


_THINGS = {"document", "clause", "operation", "other"}


def opened(context: Context) -> Context:
    """The context at the beginning of a new paragraph: without what the last one alone told."""
    nothing: frozenset[str] = frozenset()
    return replace(
        context, organisations=nothing, past=None, named=(), things=nothing, things_here=nothing
    )


def follow(context: Context, names: tuple[Name, ...], lexicon: Lexicon) -> Context:
    """The context for reading a sentence, given the names that stand in it."""
    named = frozenset(organisations_in(names, lexicon))
    return replace(
        context,
        organisations=named or context.organisations or context.title_organisations,
        title_organisations=context.title_organisations or named,
        things=context.things_here or context.things,
        things_here=frozenset(things_in(names, lexicon)),
    )


def things_in(names: tuple[Name, ...], lexicon: Lexicon) -> set[str]:
    """The documents, clauses, operations and the like that a later "it" may mean."""
    found = {i for name in names for i in name.ids("name")}
    return {i for i in found if (a := lexicon.actor(i)) is not None and a.type in _THINGS}


def remember_time(context: Context, periods: tuple[FoundPeriod, ...]) -> Context:
    """The context for the sentences after one that names ``periods``.

    A narrative stays in its past until a sentence names a time close to the article's.
    """
    if not periods:
        return context
    last = max((found.period for found in periods), key=lambda period: period.end)
    past = last if context.date - last.end > _RECENT else None
    # Each once: a paragraph may name as many as it has sentences, and each is kept with it.
    named = tuple(dict.fromkeys((*context.named, *(found.period for found in periods))))
    return replace(context, past=past, named=named)


def organisations_in(names: tuple[Name, ...], lexicon: Lexicon) -> set[str]:
    """The organisations with members that names mean without doubt, by name or by group."""
    bodies = lexicon.index.memberships.keys()
    found: set[str] = set()
    for name in names:
        direct = [i for i in name.ids("name") if i in bodies]
        grouped = {
            body for i in name.ids("group") for body in lexicon.rulebase.groups[i].all_of
        } & bodies
        if len(direct) == 1:
            found |= set(direct)
        elif not direct and len(grouped) == 1:
            found |= grouped
        found |= set(_related(name, lexicon))
    return found


def _related(name: Name, lexicon: Lexicon) -> list[str]:
    """The organisation of a title, treaty or operation: an article on Article 5 is on NATO."""
    related = lexicon.values("organisation of")
    return [str(related[i]) for i in name.ids("name") if i in related]


def title_context(context: Context, title: str | None, lexicon: Lexicon) -> Context:
    """The context at the start of an article: what its title is about."""
    named = organisations_in(lexicon.names.find(title), lexicon) if title else set()
    return replace(context, title_organisations=frozenset(named))


def remember_measures(context: Context, claims: tuple[Claim, ...]) -> Context:
    """The context after a sentence: the measures that a bare figure may now be of."""
    measures = frozenset(
        claim.statement.measure for claim in claims if isinstance(claim.statement, Measured)
    )
    return replace(context, measures=measures or context.measures)


def remember_rivals(context: Context, scene: Scene) -> Context:
    """The context after a sentence that may name another body: "the bloc" may mean that.

    It may until a body whose members are known is named again.
    """
    nouns = scene.lexicon.words("nouns for organisations")
    bodies = scene.lexicon.index.memberships.keys()
    known = {i for i, name in scene.name_at.items() if bodies & set(name.ids("name"))}
    others = scene.lexicon.words("other alliances")
    rivals = any(set(name.ids("name")) & others for name in scene.names) or any(
        token.lower_ in nouns
        and (_is_another(token, known) or (token.i and token.is_title and token.i not in known))
        for token in scene.doc
    )
    named = any(bodies & set(name.ids("name")) and not name.text.islower() for name in scene.names)
    return replace(context, rivals=rivals or (context.rivals and not named))


def _is_another(noun: "Token", known: set[int]) -> bool:
    """Whether a noun is of a body of its own: "signed a pact", "Star Alliance", "the alliance of
    florists"."""
    beside = [child for child in noun.lefts if child.dep_ == "compound"]
    if any(child.pos_ == "PROPN" and child.i not in known for child in beside):
        return True
    if noun.dep_ == "attr" or not noun.text.islower():
        return False
    children = {child.lower_ for child in noun.children}
    told_of = "of" in children and noun.dep_ in SUBJECTS
    return told_of or bool(children & {"a", "an"})


def less_common(names: tuple[Name, ...], context: Context, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names of a sentence, less the common nouns that may mean a rival: "the alliance"."""
    if not context.rivals:
        return names
    bodies = lexicon.index.memberships.keys()
    return tuple(n for n in names if not (n.text.islower() and bodies & set(n.ids("name"))))
