"""Lint: what the schema cannot say about the rules, from dangling ids to double terms."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from natocheck.model.facts import RuleBase
from natocheck.rulebase.dates import date_faults
from natocheck.rulebase.faults import Fault, ordered, shown
from natocheck.rulebase.folders import Layer, read_layers
from natocheck.rulebase.loading import load_or_faults
from natocheck.rulebase.references import reference_faults
from natocheck.rulebase.writing import shared_surnames, writing_faults

_ID = re.compile(r"""(?:^(?:-\s+|\s+)|[{,]\s*)id:\s*["']?(?P<id>[^"'#,}\s]+)""")
_Check = Callable[[RuleBase], Iterator[Fault]]
_CHECKS: tuple[_Check, ...] = (writing_faults, reference_faults, date_faults)


def lint(rulebase: RuleBase) -> list[Fault]:
    """Return the faults of a rule base, each with the id of its entry but no place."""
    return ordered(fault for check in _CHECKS for fault in check(rulebase))


def lint_folders(extra: Sequence[Path] = ()) -> list[Fault]:
    """Return the faults of the shipped rules with the users' folders layered over.

    Entries that cannot be read hide what others refer to, so their faults come alone.
    """
    return _linted(extra, lint)


def notes_on_folders(extra: Sequence[Path] = ()) -> list[Fault]:
    """Return what is worth knowing and no fault, such as surnames that persons share."""
    return _linted(extra, lambda rulebase: list(shared_surnames(rulebase)))


def _linted(extra: Sequence[Path], check: Callable[[RuleBase], list[Fault]]) -> list[Fault]:
    layers = read_layers(extra)
    rulebase, faults = load_or_faults(layers)
    return ordered(faults or _placed(check(rulebase), layers))


def _placed(faults: list[Fault], layers: Sequence[Layer]) -> Iterator[Fault]:
    """Add file and line to each fault."""
    places = _places(layers) if faults else {}
    for fault in faults:
        path, line = places.get(fault.id, ("", None))
        yield msgspec.structs.replace(fault, path=path, line=line)


def _places(layers: Sequence[Layer]) -> dict[str, tuple[str, int | None]]:
    """Return file and line of each id; of an id given again, the last."""
    places: dict[str, tuple[str, int | None]] = {}
    for layer in layers:
        for name, content in layer.files.items():
            if name.endswith(".yaml"):
                for number, line in enumerate(content.decode("utf-8-sig").splitlines(), 1):
                    for found in _ID.finditer(line):
                        places[found["id"]] = (shown(layer.root / name), number)
    return places
