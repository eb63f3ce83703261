"""The proportional bar and the counts beside it."""

from rich.text import Text

from natocheck.reports.layout import Layout
from natocheck.reports.marks import MARKS
from natocheck.reports.summary import Tally
from natocheck.reports.wording import counted


def shares(counts: list[int], width: int) -> list[int]:
    """Divide ``width`` in proportion to ``counts``; whatever is there gets at least one."""
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    cells = [max(1, round(width * n / total)) if n else 0 for n in counts]
    cells[cells.index(max(cells))] += width - sum(cells)
    return cells


def counts_line(layout: Layout, tally: Tally) -> Text:
    """Say how many sentences there are and how many have each verdict."""
    parts = [Text(counted(sum(tally.values()), "sentence"))]
    for verdict, number in tally.items():
        mark = MARKS[verdict]
        style = mark.style if number else "dim"
        if verdict == "disputed" and number:
            style = f"bold {style}"
        parts.append(Text(f"{mark.shown(layout.options)} {number} {verdict}", style=style))
    return Text("  ").join(parts)


def bar(layout: Layout, tally: Tally) -> Text:
    """Draw the verdicts' shares, as wide as half the page."""
    line = Text()
    cells = shares(list(tally.values()), min(60, layout.options.width // 2))
    for mark, number in zip(MARKS.values(), cells, strict=True):
        line.append(mark.filled(layout.options) * number, style=mark.style)
    return line
