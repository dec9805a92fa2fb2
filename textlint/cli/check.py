"""``textlint check``: find what is wrong, rule by rule."""

from __future__ import annotations

import sys
from typing import Any

import click

from textlint.cli.options import choosing, reading, reporting
from textlint.cli.session import session, stream_for, told
from textlint.finding import Severity
from textlint.pipeline.run import check
from textlint.reports.tally import Tally


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--fail-on",
    type=click.Choice([*(s.value for s in Severity), "never"]),
    help="Exit with 1 from this severity on; default: warning. Example: --fail-on error",
)
@choosing
@reading
@reporting
def command(paths: tuple[str, ...], workers: int | None, **given: Any) -> None:
    """Tell what is wrong in PATHs (files, folders, globs, or - for standard input), rule by rule.

    Exits with 0 where nothing was found, 1 where something was (from --fail-on upwards), 2 after an error.

    \b
    textlint check pages.jsonl
    textlint check texts/ --show 3 --report report.md
    """
    this = session("check", paths, given)
    with told(this, stream_for(given)) as (run, watch):
        run.errors += check(this.sources, this.job(), this.loaded.config, workers, watch)
    sys.exit(2 if run.errors else _exit_code(run.tally, this.loaded.config.fail_on))


def _exit_code(tally: Tally, fail_on: str) -> int:
    """1 where anything as bad as ``fail_on`` was found; a record that could not be read is as bad as can be."""
    if fail_on == "never":
        return 0
    bad = sum(tally.severities[s.value] for s in Severity if s.level >= Severity(fail_on).level)
    return 1 if bad or tally.bad_records else 0
