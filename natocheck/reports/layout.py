"""Lines of text laid out to a width: wrapped under a gutter, with no trailing space."""

import io
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from natocheck.reports.options import RenderOptions
from natocheck.reports.safe import plain, visible

_NARROWEST = 24


class Layout:
    """Collects lines for a stream of the given options and gives them as one string."""

    def __init__(self, options: RenderOptions) -> None:
        self.options = options
        self._lines: list[Text] = []
        self._console = Console(
            file=io.StringIO(),
            width=options.width,
            force_terminal=options.color,
            color_system="standard" if options.color else None,
            no_color=not options.color,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )

    def text(self, words: str, style: str = "") -> Text:
        """Make text of words that may come from anywhere: shown literally, harmlessly."""
        shown = visible(words)
        return Text().append(shown if self.options.unicode else plain(shown), style=style)

    def hang(self, gutter: Text, body: Text, indent: int) -> None:
        """Add ``body`` wrapped in a column that starts at ``indent``, beside ``gutter``."""
        width = max(self.options.width - indent, _NARROWEST)
        for number, line in enumerate(self._wrapped(body, width)):
            row = Text().append_text(gutter if number == 0 else Text())
            row.pad_right(indent - row.cell_len)
            row.append_text(line).rstrip()
            self._lines.append(row)

    def _wrapped(self, body: Text, width: int) -> Iterable[Text]:
        if body.plain and body.cell_len <= width and "\n" not in body.plain:
            return [body]
        return body.wrap(self._console, width, overflow="fold")

    def line(self, *parts: Text) -> None:
        """Add the parts on one line, two spaces apart, wrapped to the full width."""
        self.hang(Text(), Text("  ").join(parts), 0)

    def blank(self) -> None:
        """Add an empty line, unless nothing or an empty line stands before."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(Text())

    def rows(self, table: Iterable[Iterable[Text]], indent: int = 0) -> None:
        """Add the rows as columns: all but the last as wide as they need, the last wrapped."""
        cells = [list(row) for row in table]
        if not cells:
            return
        widths = [max(c.cell_len for c in column) for column in zip(*cells, strict=True)][:-1]
        for row in cells:
            gutter = Text(" " * indent)
            for cell, width in zip(row, widths, strict=False):
                cell.pad_right(width - cell.cell_len + 2)
                gutter.append_text(cell)
            self.hang(gutter, row[-1], gutter.cell_len)

    def give(self) -> str:
        """Give everything that was added, each line ended."""
        while self._lines and not self._lines[-1].plain:
            self._lines.pop()
        if not self.options.color:
            return "".join(f"{line.plain}\n" for line in self._lines)
        with self._console.capture() as capture:
            for line in self._lines:
                self._console.print(line, soft_wrap=True)
        return capture.get()
