"""The command line: one file a command, loaded when it is called."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

import textlint

COMMANDS = {
    "check": "Find what is wrong, rule by rule.",
    "fix": "Repair it.",
    "rules": "List the rules, or show one.",
    "test": "Run the examples that stand inside rules.",
    "init": "Write a commented starter config.",
    "revert": "Give the original text back.",
}


class _Commands(click.Group):
    """Commands whose modules are imported only when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"textlint.cli.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(textlint.__version__, prog_name="textlint")
def cli() -> None:
    """Find and repair what scraping leaves in text.

    \b
    textlint check pages.jsonl                     what is wrong, rule by rule
    textlint fix pages.jsonl --output clean.jsonl  repair it, safe fixes only
    textlint COMMAND --help                        the options, each with an example
    """


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line; ends the process with exit code 0, 1 (findings) or 2 (a usage, config or input error)."""
    try:
        return cli.main(arguments, prog_name="textlint")
    except Exception as error:
        message = _expected(error)
        if message is None:
            raise
        click.echo(f"textlint: {message}", err=True)
        sys.exit(2)


def _expected(error: Exception) -> str | None:
    """The one line that an error of the user's input deserves; None for one of our own."""
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    from textlint.source import SourceError

    return str(error) if isinstance(error, SourceError) else None
