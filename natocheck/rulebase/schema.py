"""The JSON Schema of rule files, so that editors complete and check them."""

from typing import Any

import msgspec

from natocheck.model.facts import AnyEntry

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DATE = {
    "title": "Date",
    "description": "A year (1999), a month (1999-06) or a day (1999-06-01).",
    "anyOf": [
        {"type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"},
        {"type": "integer", "minimum": 1000, "maximum": 9999},
    ],
}
_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_BOTH = ({"type": "string"}, {"type": "integer"})


def rule_schema() -> dict[str, Any]:
    """Return the schema of one rule file: a list of entries, told apart by ``kind``.

    It follows from the records of ``model.facts``, whose docstrings it carries. What only
    the whole rule base can tell (unknown ids, overlapping terms) is left to lint.
    """
    schema = msgspec.json.schema(list[AnyEntry])
    records: dict[str, Any] = {name: _record(told) for name, told in schema["$defs"].items()}
    return {
        "$schema": _DIALECT,
        "title": "natocheck rule file",
        **{key: value for key, value in schema.items() if key != "$defs"},
        "$defs": {"Date": _DATE, **records},
    }


def _record(record: dict[str, Any]) -> dict[str, Any]:
    """One record as people write it: dates as dates, no cells, which stand in a CSV file."""
    fields = {name: _field(told) for name, told in record["properties"].items() if name != "cells"}
    if "kind" in fields:
        fields["id"] = _ID
    told = " ".join(record.get("description", "").split())
    return {**record, "description": told, "properties": fields}


def _field(told: Any) -> Any:
    """A field's schema with each text or whole number made a date, however deep it lies."""
    if isinstance(told, list):
        return [_field(item) for item in told]
    if not isinstance(told, dict):
        return told
    options = told.get("anyOf", [])
    if all(option in options for option in _BOTH) and {"type": "number"} not in options:
        rest = [_field(option) for option in options if option not in _BOTH]
        return {**told, "anyOf": [{"$ref": "#/$defs/Date"}, *rest]}
    return {key: _field(value) for key, value in told.items()}
