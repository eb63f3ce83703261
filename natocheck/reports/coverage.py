"""What no rule speaks about, grouped by what it mentions: the list of what to add next."""

from collections import Counter
from collections.abc import Sequence

from rich.text import Text

from natocheck.model.report import Coverage, Uncovered
from natocheck.reports.json_report import dumps
from natocheck.reports.layout import Layout
from natocheck.reports.options import RenderOptions
from natocheck.reports.wording import counted

_INDENT = 2
Groups = list[tuple[str, list[Uncovered]]]


def render(coverage: Coverage, options: RenderOptions) -> str:
    """Render the groups, the largest first, each sentence once, then how many are covered."""
    layout = Layout(options)
    for topic, sentences in groups(coverage.uncovered):
        layout.line(layout.text(topic, "bold"), layout.text(str(len(sentences)), "dim"))
        for sentence in sentences:
            _add_sentence(layout, sentence)
        layout.blank()
    covered = coverage.checkable - len(coverage.uncovered)
    noun = f"{counted(coverage.checkable, 'sentence')} worth checking"
    layout.line(Text(f"rules speak about {covered} of {noun}", style="bold"))
    return layout.give()


def render_json(coverage: Coverage, options: RenderOptions) -> str:
    """Render the same as JSON, every mention of every sentence included."""
    del options
    return dumps(
        {
            "checkable": coverage.checkable,
            "uncovered": len(coverage.uncovered),
            "groups": [
                {"mention": topic, "sentences": [_told(each) for each in sentences]}
                for topic, sentences in groups(coverage.uncovered)
            ],
        }
    )


def groups(uncovered: Sequence[Uncovered]) -> Groups:
    """Put each sentence under that of its mentions which most sentences share.

    Of equals the mention that stands first in the sentence is taken.
    """
    often = Counter(mention for each in uncovered for mention in each.mentions)
    found: dict[str, list[Uncovered]] = {}
    for each in uncovered:
        topic = max(each.mentions, key=lambda mention: often[mention])
        found.setdefault(topic, []).append(each)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def _add_sentence(layout: Layout, sentence: Uncovered) -> None:
    place = layout.text(f"({sentence.path}:{sentence.line})", "dim")
    layout.hang(
        Text(" " * _INDENT), layout.text(sentence.text).append(" ").append_text(place), _INDENT
    )
    if layout.options.verbose:
        for reason in sentence.reasons:
            layout.hang(Text(" " * 2 * _INDENT), layout.text(reason, "dim"), 2 * _INDENT)


def _told(sentence: Uncovered) -> dict[str, object]:
    return {
        "path": sentence.path,
        "line": sentence.line,
        "text": sentence.text,
        "mentions": list(sentence.mentions),
        "reasons": list(sentence.reasons),
    }
