"""The formats that a value can be rendered in, each by the function that renders it.

Modules are named, not imported, so that a run loads only the format it writes. A new
format is one file and one line here.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from natocheck.reports.options import RenderOptions

Renderer = Callable[[Any, RenderOptions], str]

REPORTS = {
    "rich": "natocheck.reports.terminal:render",
    "concise": "natocheck.reports.concise:render",
    "json": "natocheck.reports.json_report:render",
    "jsonl": "natocheck.reports.json_lines:render",
    "sarif": "natocheck.reports.sarif:render",
    "github": "natocheck.reports.github:render",
    "gitlab": "natocheck.reports.gitlab:render",
    "junit": "natocheck.reports.junit:render",
    "rdjson": "natocheck.reports.rdjson:render",
    "rdjsonl": "natocheck.reports.rdjson:render_lines",
    "markdown": "natocheck.reports.markdown_report:render",
    "html": "natocheck.reports.page:render",
    "csv": "natocheck.reports.csv_report:render",
    "claimreview": "natocheck.reports.claim_review:render",
}
STATISTICS = {
    "rich": "natocheck.reports.statistics:render",
    "json": "natocheck.reports.statistics:render_json",
}
EXPLANATIONS = {
    "rich": "natocheck.reports.explanation:render",
    "json": "natocheck.reports.explanation:render_json",
}
RULE_LISTS = {
    "rich": "natocheck.reports.rules:render_list",
    "json": "natocheck.reports.rules:render_list_json",
}
STALE_FACTS = {
    "rich": "natocheck.reports.upkeep:render_stale",
    "json": "natocheck.reports.upkeep:render_stale_json",
}
SOURCE_LISTS = {
    "rich": "natocheck.reports.upkeep:render_sources",
    "json": "natocheck.reports.upkeep:render_sources_json",
}
COVERAGES = {
    "rich": "natocheck.reports.coverage:render",
    "json": "natocheck.reports.coverage:render_json",
}


def renderer(formats: dict[str, str], name: str) -> Renderer:
    """Give the function that renders the format ``name`` of the family ``formats``."""
    module, function = formats[name].split(":")
    render: Renderer = getattr(import_module(module), function)
    return render
