"""How a report is to be rendered, decided once where the output stream is known."""

import msgspec


class RenderOptions(msgspec.Struct, frozen=True, kw_only=True):
    """``width`` in columns; ``unicode``: whether the stream can show signs beyond ASCII.

    ``verbose`` adds reasons and working, ``quiet`` leaves only what is disputed;
    ``all_results`` is for SARIF, which leaves out what is not at fault. ``show`` are the
    verdicts, and "outdated", that are shown to people; "all", or none, stands for every one.
    """

    color: bool = False
    unicode: bool = True
    width: int = 80
    verbose: bool = False
    quiet: bool = False
    all_results: bool = False
    show: frozenset[str] = frozenset()
