"""``natocheck completion SHELL``: print the script by which a shell completes the command."""

from typing import Annotated, Literal

import typer

# Articles need no command, so that the first word may be a file as well; Typer's own scripts
# offer files only where nothing else fits.
_FILES_FIRST = {
    "bash": """
_natocheck_first() {
    _natocheck_completion "$@"
    if [[ $COMP_CWORD -eq 1 && $2 != -* ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$2")
    fi
}

complete -o default -F _natocheck_first natocheck
""",
    "zsh": """
_natocheck_first() {
  _natocheck_completion
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then _files; fi
}

compdef _natocheck_first natocheck
""",
    "fish": """
complete --command natocheck --force-files --condition "test (count (commandline -opc)) -eq 1"
""",
}


def completion(
    shell: Annotated[
        Literal["bash", "zsh", "fish"],
        typer.Argument(metavar="SHELL", help="bash, zsh or fish."),
    ],
) -> None:
    """Print the script that completes commands, options and files in a shell.

    bash: source <(natocheck completion bash) in ~/.bashrc; zsh: the same in ~/.zshrc, after
    compinit; fish: natocheck completion fish | source in ~/.config/fish/config.fish.
    """
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    from natocheck.cli import streams

    script: str = get_completion_script(
        prog_name="natocheck", complete_var="_NATOCHECK_COMPLETE", shell=shell
    )
    streams.write(f"{script}\n{_FILES_FIRST[shell]}", format="script")
