"""Other people's gold data for numbers, read into one shape."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

_DUCKLING = re.compile(r"(?:NumeralValue|simple \w+|under \w+|above \w+) \(?(-?[\d.e]+)\)?$")
_BETWEEN = re.compile(r"between (\w+) \(([\d.]+), ?([\d.e]+)\)$")
_NO_CODE = {"Dollar": "usd", "Pound": "gbp"}


class Gold(msgspec.Struct, frozen=True):
    """One number that the data expects.

    ``surface`` is None where the data gives values alone, ``currency`` where it names no
    code of ISO 4217. ``values`` are two for a range.
    """

    values: tuple[float, ...]
    surface: str | None = None
    start: int = 0
    currency: str | None = None
    fraction: bool = False


class Case(msgspec.Struct, frozen=True):
    """A text and what is to be found in it; ``kind`` is number, percentage or currency."""

    kind: str
    text: str
    golds: tuple[Gold, ...]


def read_cases(path: Path) -> list[Case]:
    """The cases of a file in JSON lines, whichever of the two layouts it has."""
    kind = _kind(path.stem)
    return [_case(kind, json.loads(line)) for line in path.open(encoding="utf-8") if line.strip()]


def _kind(stem: str) -> str:
    kinds = {"percent": "percentage", "currency": "currency", "amountofmoney": "money"}
    return next((kind for part, kind in kinds.items() if part in stem), "number")


def _case(kind: str, row: dict[str, object]) -> Case:
    golds = _recognizers(row["results"]) if "results" in row else _duckling(str(row["gold"]))
    return Case(kind, str(row["input"]), tuple(golds))


def _recognizers(results: object) -> Iterator[Gold]:
    """A result without a value ("the dollar fell") is a unit, not a number: left out."""
    for result in msgspec.convert(results, list[dict[str, object]]):
        resolution = msgspec.convert(result["Resolution"], dict[str, str | None])
        written = (resolution["value"] or "null").rstrip("%")
        if written == "null":
            continue
        yield Gold(
            values=(float(written),),
            surface=str(result["Text"]),
            start=msgspec.convert(result["Start"], int),
            currency=(resolution.get("isoCurrency") or "").lower() or None,
            fraction=resolution.get("subtype") == "fraction",
        )


def _duckling(gold: str) -> Iterator[Gold]:
    if match := _BETWEEN.match(gold):
        yield Gold((float(match[2]), float(match[3])), currency=_code(match[1]))
    elif match := _DUCKLING.match(gold):
        yield Gold((float(match[1]),), currency=_code(gold.split()[1]))
    else:
        raise ValueError(f"gold of an unknown form: {gold!r}")


def _code(name: str) -> str | None:
    return name.lower() if re.fullmatch(r"[A-Z]{3}", name) else _NO_CODE.get(name)
