"""Which organisation a phrase names, and which one is meant where none is named."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.mentions.names import Name
from natocheck.claims.phrases import countries_of, noun_arguments
from natocheck.claims.scene import Scene
from natocheck.claims.topics import organisations_in

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_WITH = {"with", "between", "among"}
_WHERE = {"advmod", "npadvmod"}
_OWNING = {"owner", "modifier", "of"}


@dataclass(frozen=True)
class Body:
    """An organisation with members; ``assumed``: nothing said which, so it may be another."""

    id: str
    assumed: bool = False


def is_body(scene: Scene, identity: str) -> bool:
    """Whether a membership rule knows who belongs to it."""
    return identity in scene.lexicon.index.memberships


def body_at(scene: Scene, token: "Token") -> str | None:
    """The organisation that a noun itself names: NATO in "NATO", none in "NATO troops"."""
    name = scene.name_at.get(token.i)
    if name is None or name.ids("lookalike"):
        return None
    if name.text.islower() and (_is_any(token) or _is_of_others(scene, token)):
        return None
    return one_of(scene, [i for i in name.ids("name") if is_body(scene, i)])


def _is_any(token: "Token") -> bool:
    """ "An alliance of 57 countries", "the alliance with Germany": not the one of the text."""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return after in _WITH or any(c.lower_ in {"a", "an"} for c in token.children)


def _is_of_others(scene: Scene, token: "Token") -> bool:
    """ "The alliance of florists", "the Baltic alliance", "the alliance for peace": another one."""
    own = scene.name_at.get(token.i)
    beside = [c for c in token.children if own is None or scene.name_at.get(c.i) != own]
    if any(c.dep_ in _WHERE and c.i > token.i and c.i not in scene.period_at for c in beside):
        return True  # "the club next door"
    return any(_tells_another_kind(scene, c) or _tells_another_aim(scene, c) for c in beside)


def _tells_another_kind(scene: Scene, child: "Token") -> bool:
    """ "The electoral alliance"; not "the Western alliance", "the NATO alliance"."""
    lexicon = scene.lexicon
    plain = lexicon.words("organisation modifiers") | lexicon.words("harmless modifiers")
    if child.dep_ not in {"amod", "compound", "nmod"} or child.tag_ == "JJS":
        return False
    name = scene.name_at.get(child.i)
    named = name is not None and any(is_body(scene, i) for i in name.ids("name"))
    return not named and child.i not in scene.quantity_at and child.lower_ not in plain


def _tells_another_aim(scene: Scene, child: "Token") -> bool:
    """ "… of liberal parties", "… for peace"; not "… of 32 countries"."""
    if child.dep_ != "prep" or child.lower_ not in {"of", "for", "against"}:
        return False
    return any(t.pos_ == "NOUN" and not _is_of_members(scene, t) for t in child.children)


def _is_of_members(scene: Scene, token: "Token") -> bool:
    """ "An alliance of 32 countries", "the alliance of the Western democracies"."""
    lexicon = scene.lexicon
    nouns = lexicon.words("member nouns") | lexicon.words("words for members")
    return token.lemma_.lower() in nouns or token.i in scene.name_at or token.i in scene.quantity_at


def one_of(scene: Scene, identities: list[str]) -> str | None:
    """The only one, or of several readings ("the bloc") the one the context speaks of."""
    distinct = list(dict.fromkeys(identities))
    if len(distinct) > 1 and scene.context.rivals:
        return None
    if len(distinct) > 1:
        distinct = [i for i in distinct if i in scene.context.organisations]
    return distinct[0] if len(distinct) == 1 else None


def body_of(scene: Scene, token: "Token") -> Body | None:
    """The organisation that a noun names or is of: "NATO", "the ranks of NATO", "the club"."""
    named = body_at(scene, token)
    if named is not None:
        return Body(named)
    is_club = token.lemma_.lower() in scene.lexicon.words("club nouns")
    if not is_club and not _is_open(scene, token):
        return None
    if is_club and _is_of_others(scene, token):
        return None
    if token.tag_ == "NNS" and token.lemma_.lower() != "rank":
        return None
    return owner_of(scene, token)


def _is_open(scene: Scene, token: "Token") -> bool:
    """Whether the noun is a name of several organisations ("the bloc")."""
    name = scene.name_at.get(token.i)
    return name is not None and len([i for i in name.ids("name") if is_body(scene, i)]) > 1


def owner_of(scene: Scene, noun: "Token") -> Body | None:
    """Whose a noun is: a named organisation's, else that of the context if nobody owns it."""
    owners = [a for a in noun_arguments(noun) if a.role in _OWNING and _is_owner(scene, a.token)]
    named = [i for a in owners if (i := body_at(scene, a.token)) is not None]
    if named:
        return Body(named[0]) if len(set(named)) == 1 else None
    clubs = scene.lexicon.words("club nouns")
    if any(a.token.lemma_.lower() not in clubs for a in owners):
        return None
    return implied_body(scene)


def _is_owner(scene: Scene, token: "Token") -> bool:
    """Whether this is a noun or name at all, rather than "its", "full" or "new"."""
    if token.tag_ == "PRP$" or token.i in scene.quantity_at or token.i in scene.period_at:
        return False
    return token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() not in (
        scene.lexicon.words("member nouns") | scene.lexicon.words("harmless modifiers")
    )


def implied_body(scene: Scene) -> Body | None:
    """The only organisation that the context speaks of; without any, the usual one."""
    known = [i for i in sorted(scene.context.organisations) if is_body(scene, i)]
    if scene.context.rivals and not any(_speaks_of(scene, i) for i in known):
        return None
    if known:
        return Body(known[0], assumed=not _speaks_of(scene, known[0])) if known[1:] == [] else None
    if _names_strangers(scene):
        return None
    usual = sorted(scene.lexicon.words("usual organisation"))
    return Body(usual[0], assumed=True) if len(usual) == 1 else None


def speaks_of_allies(scene: Scene) -> bool:
    """ "This week marked its year as an ally": of the alliance, unless it is somebody's ally."""
    nouns = scene.lexicon.words("relative member nouns")
    return any(t.lemma_.lower() in nouns and not _is_somebodys(scene, t) for t in scene.doc)


def _is_somebodys(scene: Scene, token: "Token") -> bool:
    """ "Russia's ally", "an ally of the EU", "its Asian allies", "a close ally"."""
    owning = {"poss", "amod", "nmod", "compound"}
    of = any(c.dep_ == "prep" and c.lower_ in {"of", "to", "in"} for c in token.children)
    owned = any(c.dep_ in owning and c.i not in scene.quantity_at for c in token.children)
    return of or owned or token.dep_ in {"compound", "nmod", "poss"}


def _speaks_of(scene: Scene, organisation: str) -> bool:
    """Whether the sentence itself names the organisation, or something of it.

    What only the sentences before speak of may have given way to another body.
    """
    return organisation in organisations_in(scene.names, scene.lexicon)


def _names_strangers(scene: Scene) -> bool:
    """Whether the sentence names something that may be an organisation of another kind."""
    lexicon = scene.lexicon
    if any(lexicon.is_organisation(i) for n in scene.names for i in n.ids("name")):
        return True
    return any(
        t.pos_ == "PROPN" and t.i not in scene.name_at and t.i not in scene.period_at
        for t in scene.doc
    )


def countries_among(scene: Scene, tokens: "list[Token]") -> tuple[str, ...]:
    """The countries that nouns name; a group only as a whole ("two Baltic states" is none)."""
    whole = [t for t in tokens if not _is_some_of_group(scene, t)]
    found = [i for token in whole for i in countries_of(scene, token) or _each_of(scene, token)]
    return tuple(dict.fromkeys(found))


def _each_of(scene: Scene, noun: "Token") -> tuple[str, ...]:
    """ "Every Baltic state", "no Nordic country": the group that the adjective tells."""
    sides = {t.lower_: t for t in noun.lefts}
    member = noun.lemma_.lower() in scene.lexicon.words("member nouns")
    if not member or not sides.keys() & {"every", "each", "no"} or len(sides) != 2:
        return ()
    called = [scene.lexicon.index.groups_called.get(t.text, ()) for t in sides.values()]
    groups = [group.id for found in called for group in found]
    return tuple(groups) if len(groups) == 1 else ()


def _is_some_of_group(scene: Scene, token: "Token") -> bool:
    name = scene.name_at.get(token.i)
    if name is None or not name.ids("group"):
        return False
    outside = [c for c in token.children if scene.name_at.get(c.i) != name]
    return any(
        c.dep_ == "nummod"
        or c.lower_ in scene.lexicon.words("part words") - {"all", "each"} | {"not"}
        for c in outside
    )


def is_member_noun(scene: Scene, token: "Token") -> bool:
    """Whether a noun means a member by itself, as "ally" does and "country" does not."""
    lexicon = scene.lexicon
    lemma = token.lemma_.lower()
    return lemma in lexicon.words("member nouns") - lexicon.words("bare member nouns")


def is_of_body(scene: Scene, noun: "Token") -> bool:
    """Whether a noun has an organisation right beside it: "EU country", "country in the EU"."""
    before = (c for c in noun.lefts if c.dep_ in {"compound", "nmod", "poss"})
    preps = (c for c in noun.rights if c.i == noun.i + 1 and c.lower_ in {"in", "of"})
    behind = (t for prep in preps for t in prep.children if t.dep_ == "pobj")
    return any(body_at(scene, token) is not None for token in (*before, *behind))


def group_body(scene: Scene, token: "Token") -> str | None:
    """The organisation whose members a group's name is for: NATO in "NATO allies"."""
    name = scene.name_at.get(token.i)
    groups = scene.lexicon.rulebase.groups
    if name is not None and _owns_more(scene, name):
        return None
    found = [groups[i] for i in name.ids("group")] if name is not None else []
    whole = [g.all_of[0] for g in found if len(g.all_of) == 1 and not g.without and not g.members]
    return one_of(scene, [i for i in whole if is_body(scene, i)])


def _owns_more(scene: Scene, name: Name) -> bool:
    """Whether a name goes on as the owner of something: "members of NATO" in "… 's staff"."""
    tokens = scene.tokens_of(name)
    last, joined = tokens[-1], any(t.dep_ == "prep" for t in tokens)
    following = last.nbor(1) if last.i + 1 < len(scene.doc) else None
    return following is not None and following.tag_ == "POS" and joined
