"""The lengths of bars: what the template draws as inline SVG."""

from collections.abc import Mapping

import msgspec

from natocheck.model.report import Chart, Verdict
from natocheck.reports.marks import MARKS

WIDTH = 1000
_CHART = 520
_LABELS, _VALUES, _GAP = 130, 75, 8  # room for names on the left, for figures on the right
_ROW = 20


class Part(msgspec.Struct, frozen=True):
    """A stretch of the summary bar."""

    verdict: Verdict
    number: int
    x: float
    width: float


class Strip(msgspec.Struct, frozen=True):
    """The summary bar: how many sentences have which verdict."""

    parts: tuple[Part, ...]
    words: str


class Bar(msgspec.Struct, frozen=True):
    """One bar of a chart: its name, its figure in words, and where it lies."""

    label: str
    words: str
    y: float
    x: float
    width: float
    marked: bool


class Bars(msgspec.Struct, frozen=True):
    """A chart: bars, and lines where the bounds of the claim lie."""

    title: str
    width: int
    labels: int
    height: float
    bars: tuple[Bar, ...]
    bounds: tuple[tuple[float, str], ...]
    words: str


def strip_of(counts: Mapping[Verdict, int]) -> Strip:
    """The bar of a summary."""
    total = sum(counts.values()) or 1
    parts, x = [], 0.0
    for verdict in MARKS:
        width = round(WIDTH * counts[verdict] / total, 1)
        parts.append(Part(verdict, counts[verdict], round(x, 1), width))
        x += width
    words = ", ".join(f"{part.number} {part.verdict}" for part in parts)
    return Strip(tuple(part for part in parts if part.number), words)


def bars_of(chart: Chart) -> Bars:
    """The bars of a chart, from zero or from the lowest figure below it."""
    bounds = [b for b in (chart.low, chart.high) if b is not None]
    values = [point.value for point in chart.points] + bounds
    low, high = min([0.0, *values]), max([0.0, *values])
    scale = (_CHART - _LABELS - _VALUES) / ((high - low) or 1)

    def x_of(value: float) -> float:
        return round(_LABELS + (value - low) * scale, 1)

    bars = tuple(
        Bar(
            label=point.label,
            words=_figure(point.value, chart.unit),
            y=float(i * _ROW),
            x=min(x_of(0.0), x_of(point.value)),
            width=round(abs(x_of(point.value) - x_of(0.0)), 1),
            marked=point.marked,
        )
        for i, point in enumerate(chart.points)
    )
    lines = tuple((x_of(bound), _figure(bound, chart.unit)) for bound in dict.fromkeys(bounds))
    words = "; ".join(f"{bar.label} {bar.words}" for bar in bars)
    height = float(len(bars) * _ROW)
    return Bars(chart.title, _CHART, _LABELS - _GAP, height, bars, lines, words)


def _figure(value: float, unit: str) -> str:
    for scale, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= scale and unit != "%":
            return f"{value / scale:.3g}{word}"
    digits = f"{value:,.2f}" if unit == "%" else f"{value:,.6g}"
    return f"{digits} {unit}".strip() if unit == "%" else digits
