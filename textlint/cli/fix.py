"""``textlint fix``: repair texts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from textlint.cli.destination import destination, writing
from textlint.cli.options import choosing, config_options, reading, reporting
from textlint.config import find_config, load_config
from textlint.io.discover import discover
from textlint.pipeline.run import fix
from textlint.pipeline.work import Job
from textlint.reports.tally import Tally


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@writing
@click.option("--edits", type=click.Path(), help="x")
@click.option("--unsafe-fixes", is_flag=True)
@choosing
@reading
@reporting
def command(
    paths,
    output,
    in_place,
    edits,
    unsafe_fixes,
    config,
    select,
    ignore,
    input_format,
    text_field,
    id_field,
    source_field,
    workers,
    **rest: Any,
) -> None:
    sources = discover(paths, input_format)
    path = config or find_config(Path.cwd())
    options = config_options(
        dict(
            select=select,
            ignore=ignore,
            text_field=text_field,
            id_field=id_field,
            source_field=source_field,
            unsafe_fixes=unsafe_fixes,
        )
    )
    loaded = load_config(path, options)
    job = Job(path, options, True, bool(edits), 0, 5)
    tally = Tally()
    fix(
        destination(sources, output, in_place),
        edits,
        job,
        loaded.config,
        workers,
        lambda o: (tally.add(o.tally, 5), [print(p, file=sys.stderr) for p in o.problems]),
    )
    for k, r in sorted(tally.rules.items()):
        print(
            f"{k:40} {r.findings:6} {r.fixed:6} {r.documents:6} -{r.removed} +{r.added} {r.seconds:.2f}s",
            file=sys.stderr,
        )
