"""``textlint fix``: repair texts."""

from __future__ import annotations

import sys
from typing import Any

import click

from textlint import reports
from textlint.cli.destination import destination, writing
from textlint.cli.options import choosing, reading, reporting
from textlint.cli.session import Session, session, stream_for, told
from textlint.pipeline.run import check, fix
from textlint.pipeline.target import STDOUT
from textlint.pipeline.work import Outcome
from textlint.reports.ink import has_colour, put


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@writing
@click.option("--diff", is_flag=True, help="Show what would change, word by word, and write nothing. Example: --diff")
@click.option(
    "--edits", type=click.Path(), help="File for every edit (JSON Lines); undoes the run. Example: --edits e.jsonl"
)
@click.option(
    "--unsafe-fixes", is_flag=True, help="Also the fixes that a person should look at. Example: --unsafe-fixes"
)
@choosing
@reading
@reporting
def command(
    paths: tuple[str, ...], output: str | None, in_place: bool, diff: bool, edits: str | None, workers: int | None, **given: Any
) -> None:  # fmt: skip
    """Repair PATHs (files, folders, globs, or - for standard input): safe fixes only, unless --unsafe-fixes.

    One input and no place to write to: the repaired text goes to standard output.

    \b
    textlint fix pages.jsonl --output clean.jsonl --edits edits.jsonl
    textlint fix texts/ --in-place
    textlint fix page.txt --diff
    """
    this = session("fix", paths, given)
    if diff:
        _show(this, workers, bool(output or in_place or edits))
        return
    aims = destination(this.sources, output, in_place)
    stream = stream_for(given, to_stderr=any(aim.path == STDOUT for aim in aims))
    with told(this, stream) as (_, watch):
        fix(aims, edits, this.job(write=True, edits=bool(edits)), this.loaded.config, workers, watch)


def _show(this: Session, workers: int | None, writes: bool) -> None:
    """Print the word-level diff of every document that would change."""
    if writes:
        raise click.UsageError("--diff writes nothing: leave --output, --in-place and --edits out")
    colour = has_colour(sys.stdout)
    with told(this, stream_for(this.given, to_stderr=True)) as (run, watch):

        def show(outcome: Outcome) -> None:
            for place, original, made in outcome.diffs:
                put(
                    sys.stdout,
                    reports.word_diff(place.path, place.id, original, made, field=place.field, colour=colour),
                )
            watch(outcome)

        run.errors += check(this.sources, this.job(diffs=True), this.loaded.config, workers, show)
    sys.exit(2 if run.errors else 0)
