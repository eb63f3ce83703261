"""Holds a raw entry against the schema and finds every flaw, not only the first."""

import re
import types
from collections.abc import Iterator
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from rapidfuzz import process

from natocheck.model.facts import AnyEntry
from natocheck.model.values import period_of
from natocheck.rulebase.yamls import Steps

KINDS: dict[str, type[AnyEntry]] = {
    str(entry.__struct_config__.tag): entry for entry in get_args(AnyEntry)
}
_STAMP = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_DATE_ADVICE = 'write a year (1999), a month ("1999-06") or a day (1999-06-01)'
_NEAR = 60.0


class Flaw(msgspec.Struct, frozen=True):
    """What is wrong and what to write instead, at the key or item that ``steps`` lead to."""

    steps: Steps
    message: str


def entry_flaws(raw: Any) -> list[Flaw]:
    """Return all flaws of one entry as YAML gave it."""
    if not isinstance(raw, dict):
        return [Flaw((), "the entry is no mapping: begin it with '- kind: …' and '  id: …'")]
    if "kind" not in raw:
        return [Flaw((), f"kind is missing: write one of {_choice(KINDS)}")]
    kind = raw["kind"]
    if not isinstance(kind, str) or kind not in KINDS:
        return [Flaw(("kind",), f"unknown kind {kind!r}: {_suggestion(kind, KINDS)}")]
    fields = {key: value for key, value in raw.items() if key not in ("kind", "cells")}
    flaws = list(_record_flaws(fields, KINDS[kind], ()))
    if "cells" in raw:
        message = "unknown key 'cells': figures stand in the table's CSV file, as actor,year,value"
        flaws.append(Flaw(("cells",), message))
    return flaws


def _record_flaws(raw: dict[Any, Any], record: type, steps: Steps) -> Iterator[Flaw]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(record)}
    for key, value in raw.items():
        if key in fields:
            yield from _flaws(value, fields[key].type, (*steps, key))
        else:
            yield Flaw((*steps, key), f"unknown key {key!r}: {_suggestion(key, fields)}")
    for name, field in fields.items():
        if field.required and name not in raw:
            yield Flaw(steps, f"{name} is missing: add '{name}:' with {_described(field.type)}")


def _flaws(value: Any, kind: Any, steps: Steps) -> Iterator[Flaw]:
    options = _options(kind)
    record = next((option for option in options if _is_record(option)), None)
    items = next((option for option in options if get_origin(option) is list), None)
    values = next((option for option in options if get_origin(option) is dict), None)
    if isinstance(value, dict) and record:
        yield from _record_flaws(value, record, steps)
    elif isinstance(value, dict) and values:
        yield from _mapping_flaws(value, get_args(values)[1], steps)
    elif value == [] and _is_stamp(kind):
        yield Flaw(steps, f"{steps[-1]} is an empty list: {_DATE_ADVICE}")
    elif isinstance(value, list) and items:
        for index, item in enumerate(value):
            yield from _flaws(item, get_args(items)[0], (*steps, index))
    else:
        yield from _value_flaws(value, kind, steps)


def _mapping_flaws(raw: dict[Any, Any], kind: Any, steps: Steps) -> Iterator[Flaw]:
    for key, value in raw.items():
        if not isinstance(key, str):
            yield Flaw((*steps, key), f'the key {key!r} is no text: write "{key}" in quotes')
        yield from _flaws(value, kind, (*steps, key))


def _value_flaws(value: Any, kind: Any, steps: Steps) -> Iterator[Flaw]:
    name = next((step for step in reversed(steps) if isinstance(step, str)), "the value")
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        yield Flaw(steps, f"{name} {_found(value)}: {_remedy(value, kind)}")
        return
    if value is not None and _is_stamp(kind) and not _dates(value):
        yield Flaw(steps, f"{name} {_found(value)}, which is no date: {_DATE_ADVICE}")


def _dates(stamp: str | int) -> bool:
    if not _STAMP.fullmatch(str(stamp)):
        return False
    try:
        period_of(stamp)
    except ValueError:
        return False
    return True


def _options(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _is_stamp(kind: Any) -> bool:
    """Whether the schema means a date: only dates are text or a whole number."""
    options = _options(kind)
    return str in options and int in options and float not in options


def _found(value: Any) -> str:
    if value is None:
        return "is empty"
    if isinstance(value, dict | list):
        return "is a mapping" if isinstance(value, dict) else "is a list"
    return f"is {str(value).lower() if isinstance(value, bool) else repr(value)}"


def _remedy(value: Any, kind: Any) -> str:
    if _is_choice(kind) and isinstance(value, str):
        return _suggestion(value, get_args(kind))
    if _is_stamp(kind):
        return _DATE_ADVICE
    if str in _options(kind) and isinstance(value, bool | int | float):
        return f'write "{str(value).lower()}" in quotes'
    return f"write {_described(kind)}"


def _described(kind: Any) -> str:
    return " or ".join(dict.fromkeys(_noun(option) for option in _options(kind) if _noun(option)))


def _noun(kind: Any) -> str:
    if _is_choice(kind):
        return f"one of {_choice(get_args(kind))}"
    if _is_record(kind):
        return "a mapping of " + _choice(f.encode_name for f in msgspec.structs.fields(kind))
    if get_origin(kind) is list:
        return f"a list (- …) of {_described(get_args(kind)[0])}"
    nouns = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
    return "a mapping" if get_origin(kind) is dict else nouns.get(kind, "")


def _is_choice(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _choice(words: Any) -> str:
    return ", ".join(sorted(words))


def _suggestion(word: Any, words: Any) -> str:
    text = word if isinstance(word, str) else ""
    near = process.extractOne(text, sorted(words), score_cutoff=_NEAR)
    return f"did you mean {near[0]!r}?" if near else f"write one of {_choice(words)}"
