"""``textlint revert``: give the original text back."""

from __future__ import annotations

import click

from textlint.cli.destination import destination, writing
from textlint.io.discover import discover
from textlint.pipeline.undo import revert


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="OUTPUT...")
@click.option(
    "--edits", required=True, type=click.Path(), help="The edits that `fix --edits` wrote. Example: --edits edits.jsonl"
)
@click.option(
    "--input-format",
    help="Format of outputs whose name does not tell: txt, md, jsonl, ... Example: --input-format jsonl",
)
@writing
def command(paths: tuple[str, ...], edits: str, input_format: str | None, output: str | None, in_place: bool) -> None:
    """Turn the edits back, so that OUTPUT becomes the input that it was made from, to the byte.

    \b
    textlint fix raw.jsonl --output clean.jsonl --edits edits.jsonl
    textlint revert clean.jsonl --edits edits.jsonl --output raw-again.jsonl
    """
    revert(destination(discover(paths, input_format), output, in_place), edits)
