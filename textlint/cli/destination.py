"""Where the outputs of ``fix`` and ``revert`` go: a path, in place, or standard output."""

from __future__ import annotations

from collections.abc import Sequence

import click

from textlint.cli.options import options
from textlint.io.blocks import Source
from textlint.pipeline.target import STDOUT, Target, targets

writing = options(
    click.option(
        "--output",
        "-o",
        type=click.Path(),
        help="File, or folder for several inputs, to write to. Example: --output clean.jsonl",
    ),
    click.option("--in-place", "-i", is_flag=True, help="Replace the inputs. Example: --in-place"),
)


def destination(sources: Sequence[Source], output: str | None, in_place: bool) -> list[Target]:
    """Where the outputs go. Raises UsageError where that cannot be told, OutputError where an input would be overwritten."""
    if output and in_place:
        raise click.UsageError("--output and --in-place do not go together: take one of them")
    if in_place and any(source.path == STDOUT for source in sources):
        raise click.UsageError("standard input cannot be replaced in place: leave --in-place out")
    if in_place:
        return [Target(source, None) for source in sources]
    if output and output != STDOUT:
        return targets(sources, output)
    if len(sources) > 1:
        raise click.UsageError(f"{len(sources)} inputs need a place to go: add --output FOLDER or --in-place")
    return [Target(source, STDOUT) for source in sources]
