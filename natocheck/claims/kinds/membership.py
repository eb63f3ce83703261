"""Claims about who belongs to what since when, and in which order."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import (
    Place,
    Proposal,
    claim_at,
    claim_in,
    is_asserted,
    passed,
    place_of,
)
from natocheck.claims.phrases import (
    Argument,
    arguments,
    countries_of,
    name_of,
    noun_arguments,
    organisations_of,
)
from natocheck.claims.scene import Scene
from natocheck.claims.times import one_time, periods_in, when_of
from natocheck.model.claims import Belongs, When

if TYPE_CHECKING:
    from spacy.tokens import Token


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims of membership in a sentence."""
    for clause in clauses:
        yield from _by_verb(scene, clause)
        yield from _by_copula(scene, clause)
    yield from _by_noun(scene, clauses)


def _by_verb(scene: Scene, clause: Clause) -> Iterator[Proposal]:
    """ "Finland joined NATO in 2023", "Finland was admitted", "the allies took Finland in"."""
    verb = _verb(scene, clause)
    if verb is None:
        return
    if not is_asserted(clause) or "future" in clause.stance:
        yield passed("membership", clause, "it is not asserted")
        return
    mode, joiner = verb
    found = arguments(clause)
    organisation = _organisation(scene, clause, found)
    members = _members(scene, found, joiner)
    if organisation is None or not members:
        yield passed("membership", clause, "no country or no organisation is named")
        return
    times, clear = when_of(scene, clause)
    if not clear:
        yield passed("membership", clause, "its time is not clear")
        return
    statement = Belongs(
        members=members,
        organisation=organisation,
        mode=mode,  # type: ignore[arg-type]
        negated=clause.negated,
        when=times,
        order=_order(scene, clause, organisation),
    )
    yield claim_in(scene, "membership", clause, statement, _unread(scene, clause, found))


def _verb(scene: Scene, clause: Clause) -> tuple[str, str] | None:
    table = scene.lexicon.values("membership verbs")
    for token, lemma in zip(clause.chain, clause.lemmas, strict=True):
        phrases = [lemma, *(f"{lemma} {c.lower_}" for c in token.children if c.dep_ == "advmod")]
        for phrase in phrases:
            if phrase in table:
                mode, _, joiner = str(table[phrase]).partition(" ")
                return mode, joiner
    return None


def _organisation(scene: Scene, clause: Clause, found: tuple[Argument, ...]) -> str | None:
    """The organisation that is joined: a named argument, else the one talked about."""
    named = [
        i
        for a in found
        if a.role not in {"subject", "adverb"}
        for i in organisations_of(scene, a.token)
    ]
    known = [i for i in named if i in scene.lexicon.rulebase.memberships or _has_members(scene, i)]
    if known:
        return known[0] if len(set(known)) == 1 else _resolve(scene, known)
    if named or _has_foreign_object(scene, found):
        return None
    return implied_organisation(scene)


def _has_members(scene: Scene, organisation: str) -> bool:
    memberships = scene.lexicon.rulebase.memberships.values()
    return any(entry.group == organisation for entry in memberships)


def _resolve(scene: Scene, organisations: list[str]) -> str | None:
    """One of several readings ("the bloc"): the one the context speaks of."""
    fitting = [i for i in dict.fromkeys(organisations) if i in scene.context.organisations]
    return fitting[0] if len(fitting) == 1 else None


def _has_foreign_object(scene: Scene, found: tuple[Argument, ...]) -> bool:
    """Whether something is joined that the rule base does not know."""
    light = scene.lexicon.words("membership objects")
    return any(
        a.role == "object"
        and not countries_of(scene, a.token)
        and a.token.lemma_.lower() not in light
        and a.token.i not in scene.period_at
        for a in found
    )


def implied_organisation(scene: Scene) -> str | None:
    """The only organisation with members that the context speaks of, or None."""
    fitting = [i for i in sorted(scene.context.organisations) if _has_members(scene, i)]
    return fitting[0] if len(fitting) == 1 else None


def _members(scene: Scene, found: tuple[Argument, ...], joiner: str) -> tuple[str, ...]:
    roles = {"subject": ("subject", "object"), "object": ("object", "agent")}[joiner]
    for role in roles:
        members = [i for a in found if a.role == role for i in countries_of(scene, a.token)]
        if members:
            return tuple(dict.fromkeys(members))
    return ()


def _order(scene: Scene, clause: Clause, organisation: str) -> int | None:
    """ "the 32nd member": the ordinal beside a noun for members."""
    nouns = scene.lexicon.words("member nouns")
    for found in scene.quantities:
        root = scene.root_of(found)
        if found.quantity.unit == "ordinal" and root in clause.tokens:
            head = root.head
            if head.lemma_.lower() in nouns or name_of(scene, head) is not None:
                return int(found.quantity.value)
    return None


def _unread(scene: Scene, clause: Clause, found: tuple[Argument, ...]) -> tuple[str, ...]:
    """Arguments in the clause that may restrict what was joined and how."""
    harmless = scene.lexicon.words("harmless prepositions")
    return tuple(
        f"{a.role} {a.token.text}"
        for a in found
        if a.role not in {"subject", "object", "attribute", "adverb", "agent", "as", "into", "to"}
        and a.role not in harmless
        and a.token.i not in scene.period_at
        and a.token.i not in scene.quantity_at
        and name_of(scene, a.token) is None
        and a.token.lemma_.lower() not in scene.lexicon.words("membership objects")
    )


def _by_copula(scene: Scene, clause: Clause) -> Iterator[Proposal]:
    """ "Austria is not in NATO", "Sweden became the 32nd member", "X is outside NATO"."""
    if clause.head.lemma_ not in {"be", "become", "remain", "stay"} or not is_asserted(clause):
        return
    if "future" in clause.stance:
        return
    found = arguments(clause)
    members = tuple(
        dict.fromkeys(i for a in found if a.role == "subject" for i in countries_of(scene, a.token))
    )
    if not members:
        return
    read = _belonging(scene, found)
    if read is None:
        return
    organisation, negated, noun = read
    when, clear = when_of(scene, clause)
    if not clear:
        yield passed("membership", clause, "its time is not clear")
        return
    order = _order(scene, clause, organisation)
    superlatives = {t.lower_ for t in noun.children} if noun is not None else set()
    newest = bool(superlatives & scene.lexicon.words("newest"))
    founder = bool(superlatives & scene.lexicon.words("founding"))
    mode = "joined" if clause.head.lemma_ == "become" else "is"
    if superlatives - _known_modifiers(scene) and not (newest or founder or order):
        yield passed("membership", clause, "a modifier makes it another statement")
        return
    statement = Belongs(
        members=members,
        organisation=organisation,
        mode=mode,
        negated=clause.negated != negated,
        when=when,
        order=order,
        newest=newest,
        founder=founder,
    )
    yield claim_in(scene, "membership", clause, statement)


def _known_modifiers(scene: Scene) -> set[str]:
    return {"a", "an", "the", "of", "'s", "not", "no", "full", "of", "in", ",", "nato", "eu"} | set(
        scene.lexicon.words("harmless modifiers")
    )


def _belonging(
    scene: Scene, found: tuple[Argument, ...]
) -> tuple[str, bool, "Token | None"] | None:
    outside = scene.lexicon.words("outside prepositions")
    nouns = scene.lexicon.words("member nouns")
    for a in found:
        if a.role in {"in", "inside", "within"} or a.role in outside:
            organisations = [o for o in organisations_of(scene, a.token) if _has_members(scene, o)]
            if len(organisations) == 1:
                return organisations[0], a.role in outside, None
        if a.role == "attribute" and a.token.lemma_.lower() in nouns:
            organisation = _owner_of(scene, a.token)
            if organisation is not None:
                return organisation, False, a.token
    return None


def _owner_of(scene: Scene, noun: "Token") -> str | None:
    name = scene.name_at.get(noun.i)
    groups = scene.lexicon.rulebase.groups
    if name is not None:
        for identity in name.ids("group"):
            group = groups[identity]
            if len(group.all_of) == 1 and not group.without and not group.members:
                if name.text.lower() in scene.lexicon.words("bare member nouns"):
                    break
                return group.all_of[0]
    owners = [i for a in noun_arguments(noun) for i in organisations_of(scene, a.token)]
    owners = [i for i in owners if _has_members(scene, i)]
    if owners:
        return owners[0] if len(set(owners)) == 1 else _resolve(scene, owners)
    return implied_organisation(scene)


def _by_noun(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """ "Finland's accession in April 2023", "the admission of Croatia and Albania"."""
    nouns = scene.lexicon.values("membership nouns")
    for token in scene.doc:
        mode = nouns.get(token.lemma_.lower())
        if mode is None or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        found = noun_arguments(token)
        members = tuple(
            dict.fromkeys(
                i
                for a in found
                if a.role in {"owner", "modifier", "of", "by"}
                for i in countries_of(scene, a.token)
            )
        )
        clause = clause_of(token, clauses)
        organisation = _organisation(scene, clause, found)
        when = _time_of_noun(scene, token, clause)
        if members and organisation is not None and when is not None and is_asserted(clause):
            statement = Belongs(
                members=members,
                organisation=organisation,
                mode=str(mode),
                when=when,  # type: ignore[arg-type]
            )
            place = place_of(list(token.subtree))
            yield claim_at(scene, "membership", _with(scene, place, when), statement, clause)


def _with(scene: Scene, place: Place, when: When) -> Place:
    for found in scene.periods:
        if found.period == when.period:
            return Place(min(place.start, found.start), max(place.end, found.end))
    return place


def _time_of_noun(scene: Scene, noun: "Token", clause: Clause) -> When | None:
    """The time of a nominal event: its own, or that of the light verb it is subject of."""
    inside = {token.i for token in noun.subtree}
    own = tuple(found for found in scene.periods if scene.root_of(found).i in inside)
    when, clear = one_time(own)
    if when is not None or not clear:
        return when
    light = scene.lexicon.words("light verbs")
    if noun.dep_.startswith("nsubj") and noun.head.lemma_.lower() in light:
        return one_time(periods_in(scene, clause))[0]
    return None
