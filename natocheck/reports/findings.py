"""One claim under its sentence: what is claimed, what the record says, and the source."""

from rich.text import Text

from natocheck.model.report import Finding, Opinion
from natocheck.reports.layout import Layout
from natocheck.reports.marks import MARKS
from natocheck.reports.wording import citation

_LABEL = 12
_CITED = 2


def add_finding(layout: Layout, finding: Finding, indent: int) -> None:
    """Add the claim and its evidence, each line labelled, in a column at ``indent``."""
    mark = MARKS[finding.verdict]
    sign = Text(mark.shown(layout.options), style=mark.style)
    _labelled(layout, indent, "claim", _claim(layout, finding), sign)
    if finding.claimed and finding.claimed not in finding.text:
        _labelled(layout, indent, "read as", layout.text(finding.claimed))
    if finding.speaker:
        _labelled(layout, indent, "said by", layout.text(finding.speaker))
    if finding.recorded and finding.recorded != finding.correction:
        _labelled(layout, indent, "record", layout.text(finding.recorded))
    if finding.correction:
        correction = layout.text(finding.correction, "bold green")
        _labelled(layout, indent, "correction", correction)
    if finding.caveat:
        _labelled(layout, indent, "note", layout.text(finding.caveat, "italic"))
    _add_sources(layout, finding, indent)
    if layout.options.verbose:
        _add_working(layout, finding, indent)


def add_opinion(layout: Layout, opinion: Opinion, indent: int) -> None:
    """Add whose judgement it is and the words that show it."""
    attributed = f"attributed to {opinion.speaker}" if opinion.speaker else "attributed"
    voice = "author's voice" if opinion.voice == "author" else attributed
    cues = f": {', '.join(opinion.cues)}" if opinion.cues else ""
    mark = MARKS["opinion"]
    gutter = Text(" " * indent).append(mark.shown(layout.options), style=mark.style)
    layout.hang(gutter, layout.text(voice + cues, mark.style), indent + 2)


def _claim(layout: Layout, finding: Finding) -> Text:
    claim = layout.text(finding.text, MARKS[finding.verdict].style)
    if finding.verdict != "supported":
        claim.append(f" ({finding.reason.replace('-', ' ')})", style="dim")
    return claim


def _add_sources(layout: Layout, finding: Finding, indent: int) -> None:
    """Cite the best sources, the issuers' own first; all of them if asked to be verbose."""
    room = layout.options.width - indent - 2 - _LABEL
    ranked = sorted(finding.sources, key=lambda source: source.tier != "primary")
    cited_ones = ranked if layout.options.verbose else ranked[:_CITED]
    for number, source in enumerate(cited_ones):
        first = number == 0
        release = finding.release if first else None
        cited = citation(source, release, whole=layout.options.verbose)
        for line in _cited(layout, cited, source.url, room):
            _labelled(layout, indent, "source" if first else "", line)
            first = False
    if left := len(ranked) - len(cited_ones):
        more = layout.text(f"and {left} more (with --verbose)", "dim")
        _labelled(layout, indent, "", more)


def _cited(layout: Layout, cited: str, address: str, room: int) -> list[Text]:
    """Put a publication and its address on one line, on two, or leave the address out."""
    lines = [layout.text(text, "dim") for text in (cited, address) if text]
    if sum(line.cell_len for line in lines) + 2 <= room:
        return [Text("  ").join(lines)]
    fits = layout.options.verbose or lines[-1].cell_len <= room
    return lines if fits else lines[:1]


def _add_working(layout: Layout, finding: Finding, indent: int) -> None:
    for number, step in enumerate(finding.working):
        _labelled(layout, indent, "" if number else "working", layout.text(step, "dim"))
    if finding.rule:
        _labelled(layout, indent, "rule", layout.text(finding.rule, "dim"))


def _labelled(
    layout: Layout, indent: int, label: str, value: Text, sign: Text | None = None
) -> None:
    gutter = Text(" " * indent).append_text(sign or Text(" "))
    gutter.append(f" {label:<{_LABEL}}", style="dim")
    layout.hang(gutter, value, indent + 2 + _LABEL)
