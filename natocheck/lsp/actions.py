"""What an editor offers to do about a finding: put the right number, or let it be.

A right number is only offered where the sentence that it makes is supported.
"""

import re
from collections.abc import Callable, Iterator

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Range,
    TextEdit,
    WorkspaceEdit,
)

from natocheck.lsp.checking import Checked
from natocheck.lsp.diagnostics import diagnostic
from natocheck.lsp.positions import Positions
from natocheck.lsp.replacing import candidate
from natocheck.lsp.sources import faults
from natocheck.model.places import Span
from natocheck.model.report import Finding, SentenceReport, Verdict

Judge = Callable[[str], Verdict]
_COMMENTED = {".md", ".markdown"}
_BLOCK = re.compile(r"[\s>]*(?:```|~~~|\||=+\s*$|[-*_](?:\s*[-*_])*\s*$|(?:[-+*]|\d+[.)])\s)")
"""How a line begins that is no more of a paragraph; a comment would break a fence, say."""


def actions(
    checked: Checked, uri: str, asked: Range, encoding: str, judge: Judge
) -> Iterator[CodeAction]:
    """The actions for the findings that a range touches; ``judge`` gives a sentence's verdict."""
    positions = Positions(checked.draft.text, encoding)
    first, last = positions.offset(asked.start), positions.offset(asked.end)
    for sentence, finding, span in faults(checked):
        if span[0] <= last and first <= span[1]:
            made = (*_replacing(checked, sentence, finding, judge), *_excusing(checked, finding))
            for title, place, text in made:
                yield CodeAction(
                    title=title,
                    kind=CodeActionKind.QuickFix,
                    diagnostics=[diagnostic(finding, span, positions)],
                    edit=_edit(uri, positions, place, text),
                )


def _edit(uri: str, positions: Positions, place: Span, text: str) -> WorkspaceEdit:
    return WorkspaceEdit(changes={uri: [TextEdit(positions.range(*place), text)]})


def _replacing(
    checked: Checked, sentence: SentenceReport, finding: Finding, judge: Judge
) -> Iterator[tuple[str, Span, str]]:
    found = candidate(finding)
    if found is None or checked.report is None:
        return
    (start, end), right = found
    place = checked.report.places.in_source(start, end)
    wrong = checked.draft.text[slice(*place)]
    own = sentence.sentence
    said = own.text[: start - own.start] + right + own.text[end - own.start :]
    whole = own.end - own.start == len(own.text) and own.text[start - own.start :].startswith(wrong)
    if whole and judge(said) == "supported":
        yield f"Replace “{wrong}” by “{right}”", place, right


def _excusing(checked: Checked, finding: Finding) -> Iterator[tuple[str, Span, str]]:
    """A comment at the end of the paragraph; its reason is for the writer to give."""
    if checked.draft.suffix not in _COMMENTED or checked.report is None:
        return
    _, end = checked.report.places.in_source(finding.start, finding.end)
    at = _end_of_paragraph(checked.draft.text, end)
    name = finding.rule or finding.kind
    yield f"Ignore {name} here", (at, at), f" <!-- natocheck: ignore[{name}] -->"


def _end_of_paragraph(text: str, at: int) -> int:
    """Where the line ends that a paragraph ends with, before any other block right after it."""
    lines = text[at:].splitlines(keepends=True)
    end = at
    for number, line in enumerate(lines):
        if number and (not line.strip() or _BLOCK.match(line)):
            break
        end += len(line)
    return at + len(text[at:end].rstrip())
