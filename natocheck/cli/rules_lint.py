"""``natocheck rules lint``: look for faults in the rule files."""

import typer

from natocheck.cli.options import RuleFolders


def lint_rules(rules: RuleFolders = None) -> None:
    """Look for faults in the rule files; exit code 2 if there are any."""
    from natocheck.cli import streams
    from natocheck.rulebase.lint import lint_folders

    faults = lint_folders(tuple(rules or ()))
    streams.write("".join(f"{fault}\n" for fault in faults))
    raise typer.Exit(2 if faults else 0)
