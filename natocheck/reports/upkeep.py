"""What is due for review, and the sources, as the people who keep the rules read them."""

from collections import Counter
from collections.abc import Sequence

from rich.text import Text

from natocheck.reports.json_report import dumps
from natocheck.reports.layout import Layout
from natocheck.reports.options import RenderOptions
from natocheck.reports.wording import counted, day, stamp
from natocheck.rulebase.upkeep import SourceUse, StaleFact

_OLD = 365


def render_stale(facts: Sequence[StaleFact], options: RenderOptions) -> str:
    """Render each fact that is due: since when, which rule and row, last seen when."""
    layout = Layout(options)
    for fact in facts:
        row = f" ({fact.row})" if fact.row else ""
        seen = f", last seen {stamp(fact.seen)}" if fact.seen is not None else ""
        layout.line(layout.text(fact.rule, "bold"), layout.text(f"due {day(fact.due)}{seen}{row}"))
        layout.hang(Text(), layout.text(fact.statement, "dim"), 2)
    layout.line(Text(f"{counted(len(facts), 'fact')} due for review", style="bold"))
    return layout.give()


def render_stale_json(facts: Sequence[StaleFact], options: RenderOptions) -> str:
    """Render the same as a JSON list."""
    del options
    return dumps(
        [
            {
                "rule": fact.rule,
                "row": fact.row or None,
                "due": fact.due.isoformat(),
                "seen": None if fact.seen is None else str(fact.seen),
                "statement": fact.statement,
            }
            for fact in facts
        ]
    )


def render_sources(uses: Sequence[SourceUse], options: RenderOptions) -> str:
    """Render each source with its facts, its tier, its age and its title, then the sums."""
    layout = Layout(options)
    layout.rows(_source_row(layout, use) for use in uses)
    layout.blank()
    tiers = Counter(use.source.tier for use in uses)
    sums = [f"{counted(len(uses), 'source')}", f"{tiers['primary']} primary"]
    sums.append(f"{sum(_is_old(use) for use in uses)} old")
    sums.append(f"{sum(use.facts == 0 for use in uses)} without facts of their own")
    layout.line(Text(", ".join(sums), style="bold"))
    return layout.give()


def _source_row(layout: Layout, use: SourceUse) -> list[Text]:
    source = use.source
    when = stamp(source.published) if source.published is not None else "undated"
    return [
        Text(f"{use.facts:>6}"),
        Text("old" if _is_old(use) else "", style="yellow"),
        Text(source.tier, style="green" if source.tier == "primary" else "dim"),
        layout.text(source.id, "bold"),
        layout.text(f"{source.title}. {source.publisher}, {when}"),
    ]


def _is_old(use: SourceUse) -> bool:
    """Whether nobody is known to have looked at it for a year."""
    return use.age is None or use.age > _OLD


def render_sources_json(uses: Sequence[SourceUse], options: RenderOptions) -> str:
    """Render the same as a JSON list."""
    del options
    return dumps(
        [
            {
                "id": use.source.id,
                "facts": use.facts,
                "old": _is_old(use),
                "tier": use.source.tier,
                "title": use.source.title,
                "publisher": use.source.publisher,
                "url": use.source.url,
                "published": None if use.source.published is None else str(use.source.published),
                "retrieved": None if use.source.retrieved is None else str(use.source.retrieved),
                "where": use.source.where,
            }
            for use in uses
        ]
    )
