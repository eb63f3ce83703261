"""Rule files, checked and compiled into a rule base."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Any

import msgspec

from natocheck.model.facts import AnyEntry, RuleBase, Table, kind_of
from natocheck.model.values import period_of
from natocheck.rulebase.checking import KINDS, Flaw, entry_flaws
from natocheck.rulebase.counting import count_facts
from natocheck.rulebase.faults import Fault, shown
from natocheck.rulebase.folders import Layer
from natocheck.rulebase.tables import read_cells
from natocheck.rulebase.yamls import Lines, Steps, YamlFault, parse

_UNCOUNTED = {"reviewed", "words"}
_PLURALS = {kind: kind if kind in _UNCOUNTED else f"{kind}s" for kind in KINDS}


def compile_layers(
    layers: Sequence[Layer], digest: str, parse: Callable[[bytes], Any] = parse
) -> tuple[RuleBase, list[Fault]]:
    """Return the rule base of the layers, later ones on top, and every fault in them."""
    entries: dict[str, AnyEntry] = {}
    replaced: set[str] = set()
    faults: list[Fault] = []
    for layer in layers:
        compiler = _LayerCompiler(layer, parse)
        compiler.run()
        replaced |= entries.keys() & compiler.entries.keys()
        entries |= compiler.entries
        faults += compiler.faults
    return _rulebase(entries, digest, frozenset(replaced)), faults


class _LayerCompiler:
    """Reads one folder: collects its entries by id and all its faults."""

    def __init__(self, layer: Layer, parse: Callable[[bytes], Any]) -> None:
        self.entries: dict[str, AnyEntry] = {}
        self.faults = list(layer.faults)
        self._layer = layer
        self._parse = parse
        self._places: dict[str, str] = {}

    def run(self) -> None:
        for name in self._layer.files:
            if name.endswith(".yaml"):
                self._read_file(name)

    def _read_file(self, name: str) -> None:
        try:
            raw = self._parse(self._layer.files[name])
        except YamlFault as error:
            self.faults.append(Fault(str(error), self._shown(name), error.line))
            return
        if raw is not None and not isinstance(raw, list):
            message = "the file is no list of entries: begin each entry with '- kind: …'"
            self.faults.append(Fault(message, self._shown(name), 1))
            return
        flaws = [
            flaw for index, item in enumerate(raw or []) for flaw in self._add(name, index, item)
        ]
        self._report(name, flaws)

    def _add(self, name: str, index: int, raw: Any) -> Iterator[Flaw]:
        """Add an entry to those of the layer; yield its flaws."""
        flaws = entry_flaws(raw)
        yield from (Flaw((index, *flaw.steps), flaw.message) for flaw in flaws)
        if flaws:
            return
        entry: AnyEntry = msgspec.convert(raw, AnyEntry)
        if entry.id in self._places:
            first = self._places[entry.id]
            yield Flaw((index, "id"), f"{entry.id!r} is an id in {first} already: choose another")
            return
        self._places[entry.id] = name
        if isinstance(entry, Table):
            flaw, entry = self._filled(name, entry, (index,))
            yield from flaw
        self.entries[entry.id] = entry

    def _filled(self, name: str, table: Table, steps: Steps) -> tuple[list[Flaw], Table]:
        """Return the table with the figures of its CSV file, and what is wrong in the YAML."""
        file = normpath(str(PurePosixPath(name).parent / table.file))
        content = self._layer.files.get(file)
        if content is None or not file.endswith(".csv"):
            advice = f"put the CSV file at {self._shown(file)}"
            message = f"there is no CSV file {table.file!r} in the folder of these rules: {advice}"
            return [Flaw((*steps, "file"), message)], table
        cells, faults = read_cells(content, self._shown(file))
        self.faults += faults
        return [], msgspec.structs.replace(table, cells=cells)

    def _report(self, name: str, flaws: Sequence[Flaw]) -> None:
        if not flaws:
            return
        lines = Lines(self._layer.files[name])
        for flaw in flaws:
            self.faults.append(Fault(flaw.message, self._shown(name), lines.of(flaw.steps)))

    def _shown(self, name: str) -> str:
        return shown(self._layer.root / name)


def _rulebase(entries: dict[str, AnyEntry], digest: str, replaced: frozenset[str]) -> RuleBase:
    dicts: dict[str, Any] = {plural: {} for plural in _PLURALS.values()}
    for id, entry in sorted(entries.items()):
        dicts[_PLURALS[kind_of(entry)]][id] = entry
    newest = _newest_day(entries.values())
    rulebase = RuleBase(digest=digest, as_of=newest, replaced=replaced, **dicts)
    return msgspec.structs.replace(rulebase, facts=count_facts(rulebase))


def _newest_day(entries: Iterable[AnyEntry]) -> dt.date:
    """Return the newest day that any ``seen`` or a table's ``published`` names.

    Days on which sources were published or retrieved say nothing about the facts. Of a
    month or year the first day counts, so that the day is never later than the sources.
    Without any such day it is the first day of the calendar, on which nothing is known.
    """
    days = [period_of(stamp).start for entry in entries for stamp in _stamps(entry)]
    return max(days, default=dt.date.min)


def _stamps(entry: AnyEntry) -> Iterator[str | int]:
    seen = [getattr(holder, "seen", None) for holder in (entry, *getattr(entry, "rows", []))]
    yield from (stamp for stamp in seen if stamp is not None)
    if isinstance(entry, Table):
        yield entry.published
