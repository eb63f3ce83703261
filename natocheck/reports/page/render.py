"""Fill the template: every text of the draft is escaped by it, and nothing is loaded."""

import base64
import hashlib
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any

from natocheck.model.report import DocumentReport, Finding, Report, SentenceReport, Verdict
from natocheck.reports.marks import MARKS
from natocheck.reports.options import RenderOptions
from natocheck.reports.page.drawing import Bars, Strip, bars_of, strip_of
from natocheck.reports.safe import harmless
from natocheck.reports.summary import tally
from natocheck.reports.wording import DATE_SOURCES, citation, day

if TYPE_CHECKING:
    from jinja2 import Environment

_WEB = ("http://", "https://")


def render(report: Report, options: RenderOptions) -> str:
    """One self-contained page: no address is loaded, and it can be read without scripts."""
    del options
    style, script = _part("style.css"), _part("script.js")
    page = _environment().get_template("page.html.j2")
    return page.render(
        report=report,
        style=style,
        script=script,
        policy=_policy(style, script),
        marks=MARKS,
        counts=tally(report.documents),
        bar=strip_of(tally(report.documents)),
    )


def paragraphs(document: DocumentReport) -> list[tuple[str, list[SentenceReport]]]:
    """The sentences by paragraph, each with the kind of its block."""
    grouped = groupby(document.sentences, key=lambda each: each.sentence.paragraph)
    found = [list(sentences) for _, sentences in grouped]
    return [(sentences[0].sentence.block, sentences) for sentences in found]


def ticks(document: DocumentReport) -> list[tuple[float, float, Verdict, int]]:
    """Where each sentence stands in the article, in thousandths of its length."""
    length = max((each.sentence.end for each in document.sentences), default=0) or 1
    return [
        (
            round(1000 * each.sentence.start / length, 1),
            round(max(1000 * (each.sentence.end - each.sentence.start) / length - 1, 1), 1),
            each.verdict,
            each.sentence.index,
        )
        for each in document.sentences
    ]


def strip(document: DocumentReport) -> Strip:
    """The bar of one document."""
    return strip_of(tally([document]))


def chart(finding: Finding) -> Bars | None:
    """The figures behind a finding as bars."""
    return bars_of(finding.chart) if finding.chart is not None else None


def web(address: str | None) -> str | None:
    """An address that may be a link: no script, no file."""
    return address if address and address.lower().startswith(_WEB) else None


def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("natocheck.reports", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(harmless=harmless, day=day, web=web)
    helpers: dict[str, Any] = {
        "paragraphs": paragraphs,
        "ticks": ticks,
        "strip": strip,
        "chart": chart,
        "citation": citation,
        "date_sources": DATE_SOURCES,
    }
    environment.globals.update(helpers)
    return environment


def _part(name: str) -> str:
    return files("natocheck.reports").joinpath("page", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """What the page may do: use its own style and script, and nothing else."""

    def own(text: str) -> str:
        digest = hashlib.sha256(text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    return f"default-src 'none'; style-src {own(style)}; script-src {own(script)}"
