"""``natocheck cache info``: where findings are kept, and how much."""

import typer

from natocheck.cli.options import CacheDir


def cache_info(cache_dir: CacheDir = None) -> None:
    """Tell where findings and compiled rules are kept, and how much room they take."""
    from natocheck.pipeline.upkeep import cache_state

    state = cache_state(cache_dir)
    typer.echo(f"folder: {state.folder or 'none: there is no home folder'}")
    typer.echo(
        f"findings: {state.entries} kept, {state.findings:,} of at most {state.largest:,} bytes"
    )
    typer.echo(f"rules: {state.rules:,} bytes")
