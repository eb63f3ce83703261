"""``natocheck lsp``: check drafts in an editor while they are written."""

import typer

from natocheck.cli.options import Config, Isolated


def lsp(config: Config = None, isolated: Isolated = False) -> None:
    """Serve an editor over standard input and output, by the Language Server Protocol.

    Editors start it themselves. It needs an extra: pip install "natocheck[lsp]"
    """
    from natocheck.model.errors import UsageError

    try:
        from natocheck.lsp.server import serve
    except ModuleNotFoundError as error:
        raise UsageError(
            f'{error.name} is missing; install it with: pip install "natocheck[lsp]"'
        ) from error
    raise typer.Exit(serve(config, isolated=isolated))
