"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ["text", "json", "jsonl", "github"]


def options(*made: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one decorator, listed in the help in this order."""

    def decorate(function: F) -> F:
        for option in reversed(made):
            function = option(function)
        return function

    return decorate


choosing = options(
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        help="Config file; else the nearest textlint.yaml. Example: --config my.yaml",
    ),
    click.option(
        "--select",
        multiple=True,
        help="Rules to run: default, all, a pack, pack/*, a rule; may repeat or hold commas. Example: --select spacing,footer",
    ),
    click.option("--ignore", multiple=True, help="Rules not to run, in the same words. Example: --ignore whitespace"),
)

reading = options(
    click.option(
        "--input-format",
        help="Format of inputs whose name does not tell: txt, md, jsonl, jsonl.gz, jsonl.zst. Example: --input-format jsonl",
    ),
    click.option(
        "--text-field",
        multiple=True,
        help="Field of a record to lint; may repeat; a dot leads into an object. Example: --text-field doc.body",
    ),
    click.option(
        "--id-field", help="Field that names a record; its number where there is none. Example: --id-field uuid"
    ),
    click.option("--source-field", help="Field that says where a record is from. Example: --source-field url"),
    click.option("--language-field", help="Field that names a record's language. Example: --language-field lang"),
    click.option(
        "--workers",
        type=click.IntRange(1),
        help="Processes; default: all processors for large inputs. Example: --workers 4",
    ),
)

reporting = options(
    click.option(
        "--format", "format_", type=click.Choice(FORMATS), default="text", help="What to print. Example: --format jsonl"
    ),
    click.option(
        "--report",
        "reports",
        multiple=True,
        type=click.Path(),
        help="Also write a report, of the kind its suffix says (.json, .md); may repeat. Example: --report out.md",
    ),
    click.option(
        "--show",
        type=click.IntRange(0),
        default=0,
        help="Examples in context to print for each rule. Example: --show 3",
    ),
    click.option(
        "--limit",
        type=click.IntRange(0),
        default=20,
        help="Findings to list one by one on the terminal; 0: all. Example: --limit 0",
    ),
    click.option("--profile", is_flag=True, help="Print where the time went, by stage and by rule. Example: --profile"),
    click.option("--no-progress", is_flag=True, help="No progress bar on a terminal. Example: --no-progress"),
    click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors. Example: --quiet"),
)


SETTINGS = {"text_field": "text_fields"} | {
    name: name for name in ("select", "ignore", "id_field", "source_field", "language_field", "unsafe_fixes", "fail_on")
}


def config_options(given: dict[str, Any]) -> dict[str, Any]:
    """The settings, named as in the config, that the command line gives; what it does not is left to the config."""
    named = ((SETTINGS.get(name), value) for name, value in given.items())
    return {setting: _words(value) for setting, value in named if setting and value not in (None, (), False)}


def _words(value: Any) -> Any:
    """What a repeatable option was given, with commas split."""
    return [w.strip() for v in value for w in v.split(",") if w.strip()] if isinstance(value, tuple) else value
