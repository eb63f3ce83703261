"""``natocheck man``: print the manual page."""

import typer


def man(context: typer.Context) -> None:
    """Print the manual page, for man: natocheck man | man -l -.

    To install it: natocheck man > ~/.local/share/man/man1/natocheck.1
    """
    from natocheck.cli import streams
    from natocheck.cli.manual import page
    from natocheck.cli.walking import described

    streams.write(page(list(described(context.find_root().command))), format="roff")
