"""Every command of the program in turn, with what its help would say of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Described:
    """One command: its words, how it is used, and its parameters as pairs of name and help.

    ``text`` is what it says of itself, ``help`` all that ``--help`` shows.
    """

    words: str
    usage: str
    text: str
    help: str
    arguments: tuple[tuple[str, str], ...]
    options: tuple[tuple[str, str], ...]


def described(group: Any, name: str = "natocheck", parent: Any = None) -> Iterator[Described]:
    """The group itself, then its commands in the order of its help, those of groups in place.

    ``group`` is what Typer makes of an application; its commands have no common public type.
    """
    context = group.make_context(name, [], parent=parent, resilient_parsing=True, terminal_width=80)
    yield _described(group, context)
    for each, command in getattr(group, "commands", {}).items():
        yield from described(command, each, context)


def _described(command: Any, context: Any) -> Described:
    records: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None:
            name = record[0].split(" <list[")[0]  # articles are words, whatever holds them
            records[parameter.param_type_name].append((name, record[1]))
    return Described(
        words=context.command_path,
        usage=" ".join([context.command_path, *command.collect_usage_pieces(context)]),
        text=command.help or "",
        help=context.get_help(),
        arguments=tuple(records["argument"]),
        options=tuple(records["option"]),
    )
