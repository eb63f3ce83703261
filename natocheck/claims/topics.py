"""What an article is about as it goes on: the organisations that "the alliance" may mean.

The organisations of the paragraph so far, and those of the title; a sentence that names
some counts them first. "Members" without an owner then belong to the only one.
"""

from dataclasses import replace

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.mentions.names import Name
from natocheck.claims.scene import Context
from natocheck.model.text import Sentence


def follow(
    context: Context, sentence: Sentence, names: tuple[Name, ...], lexicon: Lexicon
) -> Context:
    """The context for reading ``sentence``, given the names that stand in it."""
    named = organisations_in(names, lexicon)
    fresh = sentence.paragraph != context.paragraph
    known = context.title_organisations if fresh else context.organisations
    return replace(
        context,
        organisations=frozenset(named) if named else known or context.title_organisations,
        paragraph=sentence.paragraph,
        title_organisations=context.title_organisations or frozenset(named),
    )


def organisations_in(names: tuple[Name, ...], lexicon: Lexicon) -> set[str]:
    """The organisations with members that names mean without doubt, by name or by group."""
    bodies = {entry.group for entry in lexicon.rulebase.memberships.values()}
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
