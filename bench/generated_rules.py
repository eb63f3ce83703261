"""Rules of an invented world, as many facts as one likes, in the proportions of the real ones.

The same seed gives the same files. Names are invented words; the verbs, nouns and titles
are those of the shipped rules, so that the invented rules compete with the real ones for
every sentence.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from natocheck import rulebase
from natocheck.model.facts import RuleBase

_SYLLABLES = (
    "bar cor dun el far gor hal ist jor kel lum mor nel or pel quor ras sul tor ulm var zen"
)
_BATCH = 1_000
"""Facts in one file: 700 cells, 130 terms of office, 130 events and some of each other kind."""


def write_rules(folder: Path, facts: int, seed: int = 7) -> None:
    """Write rules that hold about ``facts`` facts into ``folder``, a file for each thousand."""
    folder.mkdir(parents=True, exist_ok=True)
    world = _World(rulebase.load(), random.Random(seed))
    for number in range(max(1, facts // _BATCH)):
        cells, text = world.batch(number)
        (folder / f"cells-{number}.csv").write_text(cells, encoding="utf-8")
        (folder / f"rules-{number}.yaml").write_text(text, encoding="utf-8")


class _World:
    def __init__(self, real: RuleBase, chance: random.Random) -> None:
        self._chance = chance
        said = [said for event in real.events.values() for said in event.said]
        self._verbs = sorted({verb for each in said for verb in each.verbs})
        self._nouns = sorted({noun for each in said for noun in each.nouns})
        self._titles = sorted(
            {title for office in real.offices.values() for title in office.titles}
        )
        self._taken: set[str] = set()

    def batch(self, number: int) -> tuple[str, str]:
        """One file of figures and one of rules."""
        countries = [self._name() for _ in range(40)]
        bodies = [self._name() for _ in range(30)]
        cells = [
            f"{_id(c)},{year},{self._chance.randint(1, 999)}"
            for c in countries
            for year in range(2008, 2026)
        ]
        lines = [
            '- {kind: source, id: src-%d, title: Gazette, publisher: Press, url: "https://example.org"}'
            % number,
            *(
                f"- {{kind: actor, id: {_id(c)}, type: country, name: {c}, adjectives: [{c}ian]}}"
                for c in countries
            ),
            *(f"- {{kind: actor, id: {_id(b)}, type: organisation, name: {b}}}" for b in bodies),
            *self._measure(number),
            *(line for body in bodies[:26] for line in self._office(number, body)),
            *(line for _ in range(65) for line in self._event(number, bodies, countries)),
            *self._membership(number, bodies[0], countries),
            *(line for body in bodies[:3] for line in self._count(number, body)),
            *self._relation(number, bodies, countries),
        ]
        return "\n".join(["actor,year,value", *cells]) + "\n", "\n".join(lines) + "\n"

    def _name(self) -> str:
        """An invented name that nobody has yet."""
        while True:
            parts = self._chance.choices(_SYLLABLES.split(), k=self._chance.choice([3, 4]))
            name = "".join(parts).capitalize()
            if name not in self._taken:
                self._taken.add(name)
                return name

    def _measure(self, number: int) -> Iterator[str]:
        yield from _rule("measure", f"output-{number}", number)
        noun = self._name().lower()
        yield f"  name: {noun} output\n  unit: count\n  nouns: [{noun} output]\n  verbs: [produce]"
        yield f"- {{kind: table, id: table-{number}, measure: output-{number}, file: cells-{number}.csv,"
        yield f"   source: src-{number}, publisher: Press, release: R{number}, published: 2025-01-01,"
        yield "   definition: as counted, slack: 0.5}"

    def _office(self, number: int, body: str) -> Iterator[str]:
        people = [(self._name(), self._name()) for _ in range(5)]
        for first, last in people:
            yield f"- {{kind: actor, id: {_id(first + last)}, type: person, name: {first} {last}, aliases: [{last}]}}"
        yield from _rule("office", f"{_id(body)}-head", number)
        yield f"  of: {_id(body)}\n  titles: [{self._chance.choice(self._titles)!r}]\n  rows:"
        for year, (first, last) in zip(range(2000, 2025, 5), people, strict=True):
            yield f"    - {{person: {_id(first + last)}, since: {year}, until: {year + 5}}}"

    def _event(self, number: int, bodies: list[str], countries: list[str]) -> Iterator[str]:
        body, country = _id(self._chance.choice(bodies)), _id(self._chance.choice(countries))
        yield from _rule("event", f"event-{number}-{self._name().lower()}", number)
        verbs = self._chance.sample(self._verbs, 4)
        nouns = self._chance.sample(self._nouns, 2)
        yield f"  actors: [{body}]\n  said:\n    - {{verbs: {verbs}, nouns: {nouns}, things: [{country}]}}"
        years = self._chance.sample(range(1950, 2025), 2)
        yield f"  rows: [{{date: {years[0]}}}, {{date: {years[1]}}}]"

    def _membership(self, number: int, body: str, countries: list[str]) -> Iterator[str]:
        yield from _rule("membership", f"{_id(body)}-members", number)
        rows = ", ".join(f"{{member: {_id(c)}, since: 1990}}" for c in countries[:8])
        yield f"  group: {_id(body)}\n  seen: 2025\n  rows: [{rows}]"

    def _count(self, number: int, body: str) -> Iterator[str]:
        yield from _rule("count", f"{_id(body)}-count", number)
        yield f"  of: {_id(body)}\n  things: [{self._name().lower()}]\n  seen: 2025"
        yield "  rows: [{value: 7, since: 2000, until: 2010}, {value: 8, since: 2011}]"

    def _relation(self, number: int, bodies: list[str], countries: list[str]) -> Iterator[str]:
        yield from _rule("relation", f"seats-{number}", number)
        pairs = zip(bodies[:15], countries, strict=False)
        rows = ", ".join(f"{{subject: {_id(b)}, object: {_id(c)}}}" for b, c in pairs)
        yield f"  said: [{{verbs: [{self._chance.choice(self._verbs)!r}]}}]\n  seen: 2025\n  rows: [{rows}]"


def _rule(kind: str, id: str, number: int) -> Iterator[str]:
    yield f"- kind: {kind}\n  id: {id}\n  statement: It is so.\n  sources: [src-{number}]"


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")
