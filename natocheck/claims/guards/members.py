"""Who belongs: parts that are denied, loose memberships, companions, sets that a clause narrows."""

from typing import TYPE_CHECKING

from natocheck.claims.guards.patterns import matches
from natocheck.claims.scene import Scene
from natocheck.model.claims import (
    Belongs,
    Claim,
    GroupSize,
    Related,
)

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


_OBJECTS = {"dobj", "pobj"}
_RELATIVES = {"that", "which", "who"}


def denied_part(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Finland, but not Sweden, joined in 2023"."""
    del claims
    if not isinstance(claim.statement, (Belongs, Related, GroupSize)):
        return ()
    starts = [n.start for n in scene.names if scene.lexicon.names_country(n)]
    return tuple(
        match[0]
        for pattern in scene.lexicon.patterns("denied parts")
        for match in pattern.finditer(scene.doc.text)
        if any(0 <= start - match.end() <= len(" the ") for start in starts)
    )


def denied_body(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "France left not the alliance but its command": another thing was left or joined."""
    del claims
    if not isinstance(claim.statement, Belongs):
        return ()
    first, last = claim.start - scene.sentence.start, claim.end - scene.sentence.start
    return tuple(
        f"not {token.text}"
        for token in scene.doc
        if token.dep_ in _OBJECTS and first <= token.idx < last
        if token.left_edge.lower_ == "not" or _follows_not(token.left_edge)
    )


def misread_relative(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "The two states that border Russia, Finland and Norway, are in NATO": the parser may
    take the verb for a part of the name, and the three for one list."""
    del claims
    if not isinstance(claim.statement, Belongs):
        return ()
    first, last = claim.start - scene.sentence.start, claim.end - scene.sentence.start
    return tuple(
        token.text
        for token in scene.doc[1:]
        if token.dep_ == "compound" and token.i not in scene.name_at and first <= token.idx < last
        if token.head.i in scene.name_at and token.nbor(-1).lower_ in _RELATIVES
    )


def denied_whole(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "The Nordic countries are not all in the EU", "did not all join": some may be."""
    del claims
    if not isinstance(claim.statement, Belongs):
        return ()
    negated = claim.statement.negated
    wholes = scene.lexicon.words("whole quantifiers")
    first, last = claim.start - scene.sentence.start, claim.end - scene.sentence.start
    inside = [t for t in scene.doc if t.lower_ in wholes and first <= t.idx < last]
    inside = [t for t in inside if t.i == 0 or t.nbor(-1).lower_ != "at"]  # "not at all"
    return tuple(t.text for t in inside if negated or _follows_not(t))


def _follows_not(token: "Token") -> bool:
    return token.i > 0 and token.nbor(-1).lower_ in {"not", "n't", "n’t"}


def loose(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "A de facto member", "a member in all but name"."""
    del claims
    return matches(scene, "loose memberships") if isinstance(claim.statement, Belongs) else ()


def several_newest(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Albania, one of the newest members", "the second-newest member"; beside a second
    country it is not clear which one is called the newest."""
    del claims
    if not isinstance(claim.statement, Belongs) or claim.statement.newest != 1:
        return ()
    first, last = claim.start - scene.sentence.start, claim.end - scene.sentence.start
    near = [n for n in scene.names if first <= n.start < last]
    named = {i for name in near for i in name.ids("name") if scene.lexicon.is_country(i)}
    others = tuple(sorted(named - set(claim.statement.members)))
    return matches(scene, "several newest") + others


def restricted_set(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "The only Nordic countries that are not EU members", "both states that border …"."""
    del claims
    if not isinstance(claim.statement, Belongs):
        return ()
    sets = scene.lexicon.words("set determiners")
    return tuple(
        f"{child.text} {noun.text}"
        for noun in scene.doc
        for child in noun.children
        if child.lower_ in sets and _has_relative(noun)
    )


def _has_relative(noun: "Token") -> bool:
    """Whether a clause without a comma tells which ones are meant."""
    relatives = [c for c in noun.children if c.dep_ == "relcl"]
    return any(r.left_edge.nbor(-1).text != "," for r in relatives)


def companion(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Joined in 1999 together with Romania", "without Turkey"."""
    del claims
    statement = claim.statement
    if not isinstance(statement, Belongs) or statement.mode not in {"joined", "left"}:
        return ()
    words = scene.lexicon.words("companion prepositions")
    verbs = {phrase.split()[0] for phrase in scene.lexicon.values("membership verbs")}
    return tuple(
        f"{token.text} {scene.text_between(name.start, name.end)}"
        for token in scene.doc
        for name in scene.names
        if token.lower_ in words
        and token.head.lemma_.lower() in verbs
        and 0 < name.start - token.idx - len(token) <= len(" the ")
        and scene.lexicon.names_country(name)
        and not set(name.ids("name")) & set(statement.members)
    )


def since_whom(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "No Nordic country has joined since Finland": of those after it."""
    del claims
    if not isinstance(claim.statement, Belongs) or not claim.statement.negated:
        return ()
    return tuple(
        f"since {scene.name_at[child.i].text}"
        for token in scene.doc
        for child in token.children
        if token.lower_ == "since" and child.dep_ == "pobj" and child.i in scene.name_at
        if scene.lexicon.names_country(scene.name_at[child.i])
    )


def denied_gap(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Iceland is in NATO, Switzerland in neither": the denial is of the last part alone."""
    del claims
    return matches(scene, "denied gaps") if isinstance(claim.statement, Belongs) else ()


def kept_out(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Turkey kept Sweden out of NATO": who keeps is not who is out."""
    del claims
    if not isinstance(claim.statement, Belongs):
        return ()
    verbs = scene.lexicon.words("excluding verbs")
    return tuple(
        verb.text
        for verb in scene.doc
        if verb.lemma_ in verbs
        and any(c.dep_ == "dobj" for c in verb.children)
        and any(c.lower_ == "out" for c in verb.children)
    )


def undated_setting(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Until Finland acceded, …": that it did, without a time, only tells when the rest was."""
    del claims
    statement = claim.statement
    if not isinstance(statement, Belongs) or statement.mode != "joined" or statement.when:
        return ()
    words = scene.lexicon.words("setting marks")
    first, last = claim.start - scene.sentence.start, claim.end - scene.sentence.start
    joining = {phrase.split()[0] for phrase in scene.lexicon.values("membership verbs")}
    inside = [t for t in scene.doc if first <= t.idx < last and t.lemma_ in joining]
    verbs = [t for t in inside if t.dep_ in {"advcl", "pcomp"}]
    openers = [c for verb in verbs for c in (*verb.children, verb.head) if c.lower_ in words]
    return tuple(token.text for token in openers)


def doer_of_more(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Turkey was the last member to ratify it": that it is one at all is taken for granted."""
    del claims
    if not isinstance(claim.statement, Belongs):
        return ()
    first, last = claim.start - scene.sentence.start, claim.end - scene.sentence.start
    nouns, ranks = scene.lexicon.words("member nouns"), scene.lexicon.words("additions")
    joining = {phrase.split()[0] for phrase in scene.lexicon.values("membership verbs")}
    inside = [t for t in scene.doc if first <= t.idx < last]
    ranked = [
        t for t in inside if t.lemma_.lower() in nouns and {c.lower_ for c in t.lefts} & ranks
    ]
    return tuple(
        f"to {verb.text}"
        for noun in ranked
        for verb in inside
        if verb.i > noun.i and verb.tag_ == "VB" and verb.nbor(-1).lower_ == "to"
        if verb.lemma_ not in joining | {"be"}
    )
