"""How much: sums or shares, a city's own figures, counts of two years."""

from natocheck.claims.guards.patterns import is_whole_of_parts, matches
from natocheck.claims.mentions.names import Name
from natocheck.claims.scene import Scene
from natocheck.model.claims import (
    Claim,
    Measured,
)


def sum_or_share(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Spends more than": it may be a sum, where only shares would be compared."""
    del claims
    statement = claim.statement
    if not isinstance(statement, Measured) or statement.form != "compare":
        return ()
    measures = scene.lexicon.rulebase.measures
    if not all(measures[m].of for m in (statement.measure, *statement.alternatives)):
        return ()
    words = {word for t in scene.doc for word in (t.lower_, t.lemma_.lower())}
    told = bool(words & scene.lexicon.words("words of shares"))
    money = tuple(sorted(words & scene.lexicon.words("words of sums")))
    return money if told else ("share or sum",)


def city(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Paris has two million inhabitants": the city's own, not those of its country."""
    del claims
    statement = claim.statement
    if not isinstance(statement, Measured):
        return ()
    measures = scene.lexicon.rulebase.measures
    if not measures[statement.measure].of_cities:
        return ()
    capitals = [n for n in scene.names if n.ids("metonym") and not _names_country(scene, n)]
    stated = set(statement.operand.actors) | set(statement.other.actors if statement.other else ())
    return tuple(name.text for name in capitals if stated & set(name.ids("metonym")))


def _names_country(scene: Scene, name: Name) -> bool:
    return any(map(scene.lexicon.is_country, name.ids("name", "adjective", "demonym")))


def two_counts(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Twenty-three allies this year, against three in 2014": which number is of which year."""
    del claims
    if not isinstance(claim.statement, Measured) or claim.statement.form != "set":
        return ()
    counts = [q for q in scene.quantities if q.quantity.unit == "count"]
    apart = [q.quantity.text for q in counts if not is_whole_of_parts(scene, q.start)]
    return (tuple(apart) if len(apart) > 1 else ()) + matches(scene, "compared counts")


def lasting(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Has always spent more than 2 percent": more than the one year that was looked at."""
    del claims
    statement = claim.statement
    if not isinstance(statement, Measured) or statement.every_year or len(statement.years) > 1:
        return ()
    if statement.current and statement.years:
        return ()  # "since 2014": all the years are looked at
    return matches(scene, "lasting phrases")


def averaged(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "On average, between 2014 and 2024": the figure of no year in particular."""
    del claims
    several = isinstance(claim.statement, Measured) and len(claim.statement.years) > 1
    return matches(scene, "averages") if several else ()
