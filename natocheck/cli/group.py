"""The command group: articles need no command, and errors that users can mend are said once."""

import os
import sys
from typing import Any

from typer import Exit
from typer.core import TyperGroup

from natocheck.cli.messages import say
from natocheck.cli.values import take_as_given
from natocheck.model.errors import NatocheckError

BROKEN_PIPE = 141  # what a shell gives for a program that SIGPIPE ended


class CommandGroup(TyperGroup):
    """Commands that do not wait for the conversion of what was not given."""

    def get_params(self, ctx: Any) -> Any:
        """Give the options of the group itself."""
        own = super().get_params(ctx)
        take_as_given(own)
        return own

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Give the command of a name; None if there is none."""
        command = super().get_command(ctx, cmd_name)
        if command is not None:
            take_as_given(command.get_params(ctx))
        return command


class ArticleGroup(CommandGroup):
    """``natocheck ARTICLE`` means ``natocheck check ARTICLE``; nothing at all means help."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put ``check`` before arguments that name no command."""
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)  # completion asks for the first word
        own = {option for parameter in self.get_params(ctx) for option in parameter.opts}
        if not args:
            args = ["--help"]
        elif args[0] not in {*self.commands, *own}:
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Offer for the first word, beside the group's own, the options of ``check``."""
        found = super().shell_complete(ctx, incomplete)
        own = {item.value for item in found}
        more = self.commands["check"].shell_complete(ctx, incomplete)
        return [*found, *(item for item in more if item.value not in own)]

    def invoke(self, ctx: Any) -> Any:
        """Run the command; the one place where the errors of users are caught."""
        try:
            return super().invoke(ctx)
        except NatocheckError as error:
            say(str(error))
            raise Exit(2) from None
        except BrokenPipeError:
            drop_output()
            raise Exit(BROKEN_PIPE) from None


def drop_output() -> None:
    """Let what standard output still holds go nowhere, so that its end is not an error."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
