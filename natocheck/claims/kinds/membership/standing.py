"""What a noun for a member says: whose member, which in order, since when.

"The alliance's 32nd member", "the last country to join", "a founding member", "an ally".
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.kinds.membership.bodies import (
    Body,
    body_at,
    body_of,
    group_body,
    implied_body,
    owner_of,
)
from natocheck.claims.kinds.membership.founding import memberships, named_within, signed_body
from natocheck.claims.kinds.membership.ranks import (
    CLAUSES,
    is_bare_rank,
    is_bounded,
    is_last,
    is_ranked_otherwise,
    joining_clause,
    number_of_newest,
    order_of,
    orders_of,
)
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.phrases import Argument, countries_of
from natocheck.claims.scene import Scene
from natocheck.claims.times import one_time
from natocheck.model.claims import Belongs, When

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


@dataclass(frozen=True, eq=False)
class Standing:
    """Membership as a noun phrase puts it; ``newest``: of the so many that came last, for a
    plural without a number -1."""

    body: Body
    order: int | None = None
    newest: int = 0
    founder: bool = False
    negated: bool = False
    wave: bool = False
    when: When | None = None
    several: bool = False  # several ranks stand before the noun


def standing_of(scene: Scene, noun: "Token") -> Standing | None:
    """What a noun for a member says, or None if it is none or says something else."""
    lexicon = scene.lexicon
    lemma = noun.lemma_.lower()
    bare = lemma in lexicon.words("bare member nouns")
    if lemma not in lexicon.words("member nouns") and not is_bare_rank(scene, noun):
        return None
    if (signed := signed_body(scene, noun)) is not None:
        return Standing(signed, founder=True)
    joining = joining_clause(scene, noun)
    body = _body(scene, noun, joining, bare=bare)
    words = _modifiers(scene, noun)
    order = order_of(scene, noun)
    if body is None or words is None or not _has_known_additions(scene, noun, joining):
        return None
    newest = bool(words & lexicon.words("newest"))
    if not newest and order is None and _is_anybodys(scene, noun):
        body = _of_allies(scene, body)
    last = joining is not None and is_last(scene, words, joining)
    if last and joining is not None and is_bounded(scene, joining):
        return None
    when, clear = one_time(tuple(_own_periods(scene, noun)))
    if not clear or order == 1:
        return None
    return Standing(
        body=body,
        order=order,
        newest=number_of_newest(scene, noun) if newest or last else 0,
        founder=bool(words & lexicon.words("founding")),
        negated=bool(words & lexicon.words("non-member words")),
        when=when,
        several=len(orders_of(scene, noun)) > 1,
    )


def _is_anybodys(scene: Scene, noun: "Token") -> bool:
    """Whether the noun may tell of any other tie: "allies" with no organisation beside it."""
    if noun.lemma_.lower() not in scene.lexicon.words("relative member nouns"):
        return False
    name = scene.name_at.get(noun.i)
    tokens = scene.tokens_of(name) if name is not None else []
    clubs = scene.lexicon.words("club nouns") | {r.group for r in memberships(scene)}
    named = any(body_at(scene, t) is not None for t in noun.subtree)
    return not named and not any(t.lower_ in clubs for t in tokens)


def _of_allies(scene: Scene, body: Body) -> Body:
    """What has allies, where another organisation is named: "an EU country, is also an ally"."""
    usual = sorted(scene.lexicon.words("usual organisation"))
    return Body(usual[0] if len(usual) == 1 else body.id, assumed=True)


def _body(scene: Scene, noun: "Token", joining: "Token | None", *, bare: bool) -> Body | None:
    if joining is not None:
        return _joined_body(scene, joining)
    group = group_body(scene, noun)
    shared = scene.lexicon.words("shared member names")
    name = scene.name_at.get(noun.i)
    if group is not None and name is not None and name.text.lower() not in shared:
        return Body(group)
    owned = named_within(scene, noun) or owner_of(scene, noun)
    if owned is None or not bare:
        return owned
    clauses = {t.i for c in noun.rights if c.dep_ in CLAUSES for t in c.subtree}
    beside = [t for t in noun.subtree if t.i not in clauses]
    return owned if any(body_at(scene, t) for t in beside) else None


def _joined_body(scene: Scene, joining: "Token") -> Body | None:
    things = [t for t in joining.subtree if t.dep_ in {"dobj", "pobj"} and t.i > joining.i]
    bodies = [body for t in things if (body := body_of(scene, t)) is not None]
    if bodies:
        return bodies[0]
    owners = [Body(i) for t in joining.subtree if (i := body_at(scene, t)) is not None]
    if owners:
        return owners[0] if any(t.lower_ == "under" for t in joining.children) else None
    known = [t for t in things if t.i not in scene.period_at]
    return None if known else implied_body(scene)


def _modifiers(scene: Scene, noun: "Token") -> set[str] | None:
    """The words before the noun; None if one of them may make it another statement."""
    lexicon = scene.lexicon
    words: set[str] = set()
    known = (
        lexicon.words("newest")
        | lexicon.words("last")
        | lexicon.words("founding")
        | lexicon.words("harmless modifiers")
        | lexicon.words("non-member words")
    )
    for token in noun.doc[noun.left_edge.i : noun.i]:
        own = token.i in scene.name_at and scene.name_at[token.i] == scene.name_at.get(noun.i)
        if own and token.lower_ in lexicon.words("founding"):
            words.add(token.lower_)
        if token.i in scene.quantity_at or token.i in scene.period_at or token.i in scene.name_at:
            continue
        if token.pos_ in {"ADJ", "NOUN", "VERB", "AUX", "NUM", "ADV"} or token.lower_ in known:
            if token.lower_ not in known and token.lemma_ not in lexicon.words("member nouns"):
                return None
            words.add(token.lower_)
    if noun.i > 1 and noun.nbor(-1).text == "-":
        words.add(noun.nbor(-2).lower_)
    return words | {noun.lower_, noun.lemma_.lower()}


def _has_known_additions(scene: Scene, noun: "Token", joining: "Token | None") -> bool:
    """Whether all that follows the noun is an owner, a time or the clause that was read."""
    for child in noun.rights:
        if child.dep_ == "prep":
            inner = [t for t in child.children if t.dep_ == "pobj"]
            own = scene.name_at.get(noun.i)
            is_name = own is not None and scene.name_at.get(child.i) == own
            if not is_name and not all(_is_known(scene, child, t) for t in inner):
                return False
    return joining is not None or not is_ranked_otherwise(scene, noun)


def _is_known(scene: Scene, prep: "Token", thing: "Token") -> bool:
    if thing.i in scene.period_at or thing.i in scene.quantity_at:
        return True
    if prep.lower_ in {"of", "in"}:
        return body_of(scene, thing) is not None
    return bool(countries_of(scene, thing)) or prep.lower_ in scene.lexicon.words(
        "harmless prepositions"
    )


def _own_periods(scene: Scene, noun: "Token") -> list[FoundPeriod]:
    inside = {t.i for child in noun.rights if child.dep_ == "prep" for t in child.subtree}
    return [
        found
        for found in scene.periods
        if scene.root_of(found).i in inside or is_since_behind(scene, noun, found)
    ]


def is_since_behind(scene: Scene, noun: "Token", found: FoundPeriod) -> bool:
    """Whether "since 2004" stands right behind a noun, whatever the parser hangs it on."""
    first = scene.tokens_of(found)[0]
    return first.i == noun.i + 2 and first.nbor(-1).lower_ == "since"


def as_member(scene: Scene, found: list[Argument]) -> Standing | None:
    """ "As NATO's 31st member"."""
    for argument in found:
        if argument.role == "as":
            standing = standing_of(scene, argument.token)
            if standing is not None:
                return standing
    return None


def belongs(
    members: tuple[str, ...], standing: Standing, mode: str, negated: bool, when: When | None
) -> Belongs:
    """The statement that these countries have such a standing."""
    return Belongs(
        members=members,
        organisation=standing.body.id,
        mode=mode,  # type: ignore[arg-type]
        negated=negated != standing.negated,
        when=when,
        order=standing.order,
        newest=len(members) if standing.newest < 0 else standing.newest,
        founder=standing.founder,
        assumed=standing.body.assumed,
    )
