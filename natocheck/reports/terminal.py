"""The report that an editor reads in a terminal: the article, with its verdicts beside it."""

from rich.text import Text

from natocheck.model.report import DocumentReport, Report, SentenceReport
from natocheck.reports.bar import bar, counts_line
from natocheck.reports.findings import add_finding, add_opinion
from natocheck.reports.layout import Layout
from natocheck.reports.marks import MARKS, WORD_WIDTH
from natocheck.reports.options import RenderOptions
from natocheck.reports.showing import shows
from natocheck.reports.summary import tally
from natocheck.reports.wording import DATE_SOURCES, counted, day


def render(report: Report, options: RenderOptions) -> str:
    """Render every document, then, where there are several, a table of them all."""
    if not report.documents:
        return ""
    layout = Layout(options)
    for number, document in enumerate(report.documents):
        if number:
            _add_divider(layout)
        _add_document(layout, document)
    if len(report.documents) + len(report.problems) > 1:
        _add_divider(layout)
        _add_overview(layout, report)
    if not options.quiet:
        _add_colophon(layout, report)
    return layout.give()


def _add_document(layout: Layout, document: DocumentReport) -> None:
    _add_header(layout, document)
    shown = [s for s in document.sentences if shows(layout.options, s)]
    numbers = max((len(str(s.sentence.line)) for s in shown), default=1)
    paragraph = None
    for sentence in shown:
        if sentence.sentence.paragraph != paragraph:
            layout.blank()
        paragraph = sentence.sentence.paragraph
        _add_sentence(layout, sentence, max(numbers, 3))
    if not layout.options.quiet:
        _add_closing(layout, document)
    layout.blank()


def _add_divider(layout: Layout) -> None:
    layout.line(Text(("─" if layout.options.unicode else "-") * layout.options.width, style="dim"))
    layout.blank()


def _add_header(layout: Layout, document: DocumentReport) -> None:
    layout.line(layout.text(document.name, "bold underline"))
    if document.title:
        layout.line(layout.text(document.title, "bold"))
    as_of = f"judged as of {day(document.date)}, {DATE_SOURCES[document.date_source]}"
    layout.line(Text(as_of, style="dim"))
    if document.encoding.lower() not in {"utf-8", "utf8", "ascii"}:
        layout.line(layout.text(f"read as {document.encoding}", "dim"))
    _add_counts(layout, document)
    layout.blank()


def _add_counts(layout: Layout, *documents: DocumentReport) -> None:
    counts = tally(documents)
    layout.line(bar(layout, counts))
    layout.line(counts_line(layout, counts))


def _add_sentence(layout: Layout, report: SentenceReport, numbers: int) -> None:
    mark = MARKS[report.verdict]
    gutter = Text().append(f"{report.sentence.line:>{numbers}} ", style="dim")
    label = f"{mark.shown(layout.options)} {report.verdict:<{WORD_WIDTH}}  "
    gutter.append(label, style="bold red" if report.verdict == "disputed" else mark.style)
    layout.hang(gutter, layout.text(report.sentence.text, _text_style(report)), gutter.cell_len)
    _add_details(layout, report, gutter.cell_len)
    if report.verdict in {"disputed", "supported"} or layout.options.verbose:
        layout.blank()


def _text_style(report: SentenceReport) -> str:
    if report.sentence.block == "heading":
        return "bold"
    return "dim" if report.verdict == "unverified" else ""


def _add_details(layout: Layout, report: SentenceReport, indent: int) -> None:
    for finding in report.findings:
        judged = finding.verdict in {"disputed", "supported"}
        if judged or finding.caveat or layout.options.verbose:
            add_finding(layout, finding, indent)
    if report.opinion:
        add_opinion(layout, report.opinion, indent)


def _add_closing(layout: Layout, document: DocumentReport) -> None:
    layout.blank()
    _add_counts(layout, document)
    lines = sorted({s.sentence.line for s in document.sentences if s.verdict == "disputed"})
    if lines:
        where = ", ".join(map(str, lines))
        noun = document.origin.unit + ("" if len(lines) == 1 else "s")
        layout.line(Text(f"disputed on {noun} {where}", style="bold red"))


def _add_overview(layout: Layout, report: Report) -> None:
    heading = ["sentences", *MARKS, "article"]
    rows = [[Text(cell, style="bold") for cell in heading]]
    for document in report.documents:
        rows.append([*_numbers([document]), layout.text(document.name)])
    for problem in report.problems:
        empty = [Text() for _ in heading[1:]]
        rows.append([*empty, layout.text(f"{problem.path} (not checked)", "red")])
    if len(report.documents) > 1:
        rows.append([*_numbers(report.documents), Text("all", style="bold")])
    layout.rows(rows)
    layout.blank()


def _numbers(documents: list[DocumentReport] | tuple[DocumentReport, ...]) -> list[Text]:
    counts = tally(documents)
    cells = [Text(f"{sum(counts.values()):>9}")]
    for verdict, number in counts.items():
        style = MARKS[verdict].style if number else "dim"
        cells.append(Text(f"{number:>{len(verdict)}}", style=style))
    return cells


def _add_colophon(layout: Layout, report: Report) -> None:
    facts = f"{counted(report.rules_facts, 'fact')} known up to {day(report.rules_as_of)}"
    text = f"natocheck {report.version}, {facts}, rules {report.rules_digest[:12]}"
    layout.line(layout.text(text, "dim"))
