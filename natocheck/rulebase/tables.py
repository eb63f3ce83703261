"""The figures of a table, read from the CSV file beside its rule."""

import csv
import io
from collections.abc import Iterator

from natocheck.rulebase.faults import Fault

Cells = dict[str, dict[int, float]]
_HEADER = ["actor", "year", "value"]


def read_cells(content: bytes, path: str) -> tuple[Cells, list[Fault]]:
    """Return the figures by actor and year, and the faults, of a CSV file's content."""
    cells: Cells = {}
    faults: list[Fault] = []
    try:
        for line, message in _fill(cells, content.decode("utf-8-sig")):
            faults.append(Fault(message, path, line))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        faults.append(Fault("not UTF-8 text: save the file as UTF-8", path, line))
    except csv.Error as error:
        faults.append(Fault(f"not valid CSV, {error}: write actor,year,value", path))
    if not cells and not faults:
        faults.append(Fault("no figures: add rows of actor,year,value", path))
    return cells, faults


def _fill(cells: Cells, text: str) -> Iterator[tuple[int, str]]:
    """Read all rows into ``cells`` and yield the line and message of every fault."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [name.strip() for name in next(reader, [])]
    if header != _HEADER:
        yield 1, f"the first line is {','.join(header)!r}: write actor,year,value"
        return
    for row in reader:
        message = _fill_row(cells, [field.strip() for field in row]) if row else ""
        if message:
            yield reader.line_num, message


def _fill_row(cells: Cells, row: list[str]) -> str:
    """Put one row into ``cells``; return what is wrong with it, or nothing."""
    if len(row) != len(_HEADER) or not row[0]:
        return f"{','.join(row)!r} is no row: write actor,year,value"
    actor, year, value = row
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        return f"the year is {year!r}: write four digits"
    try:
        figure = float(value)
    except ValueError:
        return f"the value is {value!r}: write a number with a decimal point, without separators"
    if int(year) in cells.get(actor, {}):
        return f"{actor} has a figure for {year} already: keep one of the two"
    cells.setdefault(actor, {})[int(year)] = figure
    return ""
