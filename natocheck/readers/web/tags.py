"""What HTML's elements mean for reading: which hold no article, which begin a new block."""

from natocheck.model.text import BlockKind

SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "svg",
        "math",
        "canvas",
        "iframe",
        "object",
        "audio",
        "video",
        "select",
        "textarea",
        "button",
        "form",
        "nav",
        "aside",
        "footer",
        "menu",
        "dialog",
        "del",
    ]
)
"""What stands in them is not read as the article."""

SILENT_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "complementary",
        "contentinfo",
        "search",
        "menu",
        "menubar",
        "dialog",
        "alert",
    ]
)

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
"""Elements without an end."""

BLOCKS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list-item"),
    **dict.fromkeys(("figcaption", "address", "time-line"), "byline"),
    **dict.fromkeys(
        (
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "blockquote",
            "pre",
            "figure",
            "table",
            "caption",
            "tr",
            "td",
            "th",
            "tbody",
            "thead",
            "tfoot",
            "ul",
            "ol",
            "dl",
            "hr",
            "body",
            "html",
            "center",
            "details",
            "summary",
            "fieldset",
            "hgroup",
        ),
        "paragraph",
    ),
}
"""Elements that end a block and begin another, and the kind of their own text."""

CONTENT = ("article", "main")
"""Elements that say where a page's article is, the narrower first."""

CLOSED_BY = {
    "p": frozenset(BLOCKS),
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th", "tr"}),
    "th": frozenset({"td", "th", "tr"}),
    "tr": frozenset({"tr"}),
}
"""Elements whose end may be left out, and what then ends them."""
