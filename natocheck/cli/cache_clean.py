"""``natocheck cache clean``: forget what was kept."""

import typer

from natocheck.cli.options import CacheDir


def clean_cache(cache_dir: CacheDir = None) -> None:
    """Forget all findings and compiled rules; the next run works them out anew."""
    from natocheck.pipeline.upkeep import clean

    typer.echo(f"{clean(cache_dir):,} bytes removed")
