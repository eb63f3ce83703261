"""What a configuration may say: everything else is an error that tells what to write."""

import re
from collections.abc import Iterator
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from natocheck.config.choices import Choices, PerFile
from natocheck.config.places import Keys, Written
from natocheck.model.errors import ConfigError
from natocheck.model.likeness import likeliest
from natocheck.model.paths import is_pattern
from natocheck.reports.registry import REPORTS
from natocheck.triage.listed import Suppression

T = TypeVar("T", bound=msgspec.Struct)

_EXPECTED = re.compile(r"Expected `(\w+)[^`]*`, got `(\w+)`")
_MISSING = re.compile(r"missing required field `([\w-]+)`")
_WORDS = {
    "array": "a list in brackets",
    "object": "a table",
    "str": "text in quotes",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "date": "a day, YYYY-MM-DD",
    "datetime": "a day with a time",
}


def choices_of(written: Written, value: dict[str, Any]) -> Choices:
    """The settings that a configuration gives. Raises ConfigError for the first that is wrong."""
    for keys, table, kind in _tables(value):
        entry = _converted(written, keys, table, kind)
        if isinstance(entry, Suppression):
            _refuse_loose(written, keys, entry)
    choices = _converted(written, (), value, Choices)
    for keys, pattern in _patterns(choices):
        if not is_pattern(pattern):
            raise written.wrong(
                keys, f"{pattern!r} names no file; write a pattern as in .gitignore."
            )
    if choices.format not in REPORTS:
        raise written.wrong(("format",), _not_one_of(choices.format, tuple(REPORTS)))
    return choices


def _tables(value: dict[str, Any]) -> Iterator[tuple[Keys, object, type[PerFile | Suppression]]]:
    """The tables within a configuration, by the way to each; what holds them is checked later."""
    per_file, suppress = value.get("per-file"), value.get("suppress")
    for pattern, table in per_file.items() if isinstance(per_file, dict) else ():
        yield ("per-file", pattern), table, PerFile
    for number, table in enumerate(suppress) if isinstance(suppress, list) else ():
        yield ("suppress", number), table, Suppression


def _patterns(choices: Choices) -> Iterator[tuple[Keys, str]]:
    for number, pattern in enumerate(choices.exclude):
        yield ("exclude", number), pattern
    for pattern in choices.per_file:
        yield ("per-file", pattern), pattern
    for number, entry in enumerate(choices.suppress):
        yield ("suppress", number, "path"), entry.path


def _converted(written: Written, keys: Keys, value: object, kind: type[T]) -> T:
    if isinstance(value, dict):
        _refuse_unknown(written, keys, value, kind)
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise _wrong(written, keys, value, kind, str(error)) from error


def _refuse_unknown(
    written: Written, keys: Keys, value: dict[str, Any], kind: type[msgspec.Struct]
) -> None:
    known = kind.__struct_encode_fields__
    for key in value:
        if key not in known:
            meant = likeliest(key.replace("_", "-"), known)
            hint = f"Did you mean {meant!r}?" if meant else f"The keys are {', '.join(known)}."
            raise written.wrong((*keys, key), f"there is no such key. {hint}")


def _wrong(
    written: Written, keys: Keys, value: object, kind: type[msgspec.Struct], message: str
) -> ConfigError:
    """An error of msgspec, such as "Expected `int`, got `str` - at `$.a[0]`", in plain words."""
    what, _, where = message.partition(" - at ")
    inner = tuple(
        int(number) if number else key for key, number in re.findall(r"\.([\w-]+)|\[(\d+)\]", where)
    )
    for key in inner:
        value = value[key]  # type: ignore[index]
    return written.wrong((*keys, *inner), _in_words(what, value, _literals(kind, inner)))


def _in_words(what: str, value: object, allowed: tuple[str, ...]) -> str:
    if found := _EXPECTED.search(what):
        wanted, given = (_WORDS.get(each, each) for each in found.groups())
        return f"write {wanted}, not {given}."
    if found := _MISSING.search(what):
        return f"{found[1]} is missing."
    if "length" in what:
        return "it may not be empty."
    if "date" in what:
        return f"{value!r} is not a day of the calendar; write YYYY-MM-DD, such as 2025-06-24."
    return _not_one_of(value, allowed) if allowed else f"{what}."


def _not_one_of(value: object, allowed: tuple[str, ...]) -> str:
    meant = likeliest(str(value), allowed)
    hint = f" Did you mean {meant!r}?" if meant else ""
    return f"{value!r} is not one of {', '.join(allowed)}.{hint}"


def _literals(kind: type[msgspec.Struct], inner: Keys) -> tuple[str, ...]:
    """The words that a field may take, if it takes only some."""
    names = dict(zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True))
    return _words_of(get_type_hints(kind).get(names.get(str(inner[0]), "")) if inner else None)


def _words_of(hint: object) -> tuple[str, ...]:
    if get_origin(hint) is Literal:
        return get_args(hint)
    return tuple(word for each in get_args(hint) for word in _words_of(each))


def _refuse_loose(written: Written, keys: Keys, entry: Suppression) -> None:
    if (entry.rule is None) == (entry.fingerprint is None):
        raise written.wrong(keys, "name a rule or a fingerprint, one of the two.")
