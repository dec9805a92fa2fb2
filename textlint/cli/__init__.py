"""The command line: one file a command, loaded when it is called."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys

import click

import textlint
from textlint.pipeline import GARBAGE

COMMANDS = {
    "check": "Find what is wrong, rule by rule.",
    "fix": "Repair it.",
    "rules": "List the rules, or show one.",
    "test": "Run the examples that stand inside rules.",
    "init": "Write a commented starter config.",
    "revert": "Give the original text back.",
    "train": "Make a line model from labelled documents.",
    "evaluate": "Measure a line model on labelled documents.",
}


class _Commands(click.Group):
    """Commands whose modules are imported only when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        gc.disable()  # what modules are made of stays: no need to look through it for garbage
        command: click.Command = importlib.import_module(f"textlint.cli.{name}").command
        gc.freeze()
        gc.enable()
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


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; ends the process with exit code 0, 1 (findings), 2 (a usage, config or input error) or 130."""
    signal.signal(signal.SIGTERM, _interrupted)
    gc.set_threshold(*GARBAGE)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy's threads would be in the way of our own processes
    try:
        sys.exit(cli.main(arguments, prog_name="textlint", standalone_mode=False))
    except (KeyboardInterrupt, click.Abort):
        click.echo("textlint: interrupted; no output was left half written", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except BrokenPipeError:  # whoever reads our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    except Exception as error:
        if not _is_expected(error):
            raise
        click.echo(f"textlint: {error}", err=True)
        sys.exit(2)


def _interrupted(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _is_expected(error: Exception) -> bool:
    """Whether an error is one of the user's input, whose one line says all; not one of our own."""
    from textlint.anchor import AnchorError
    from textlint.io.errors import FileError
    from textlint.source import SourceError

    return isinstance(error, (SourceError, FileError, AnchorError))
