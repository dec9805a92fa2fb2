"""``textlint train``: make a line model from labelled documents."""

from __future__ import annotations

import datetime
import shlex
import sys

import click

from textlint.cli.labelled import labelled
from textlint.io.atomic import write_atomic

PRECISION = 0.98


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="LABELLED...")
@click.option("--output", "-o", required=True, type=click.Path(), help="The model's file. Example: --output my.model")
@click.option(
    "--precision",
    type=click.FloatRange(0.5, 1),
    default=PRECISION,
    show_default=True,
    help="Share of lines that safe fixes have to be right about, on documents held back. Example: --precision 0.99",
)
@click.option("--about", default="", help="What the documents are, for the model's card. Example: --about 'our forum'")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors. Example: --quiet")
def command(paths: tuple[str, ...], output: str, precision: float, about: str, quiet: bool) -> None:
    """Make a line model from LABELLED files; some hundred documents are enough for pages of one kind.

    A file holds a JSON object a line: "text", and "junk", a list with 1 (junk), 0 (text) or null (unknown) for each of
    its lines; or "gold", the text that is wanted, instead of "junk". Optional: "lang", "whole" (true for a whole page,
    false for an extracted article), "group" (equal for documents made from the same page), "weight".

    \b
    textlint train labelled.jsonl --output my.model
    textlint evaluate held_out.jsonl --model my.model
    Then, in textlint.yaml:  rules: {boilerplate/unlike-the-text: {options: {model: my.model}}}
    """
    from textlint.linemodel.model import dumped
    from textlint.linemodel.train import train

    documents = labelled(paths)
    words = ["textlint", "train", *paths, "--output", output, "--precision", f"{precision:g}"]
    card = {"command": shlex.join(words), "date": datetime.date.today().isoformat(), "about": about}
    model = train(documents, precision, card, (lambda _: None) if quiet else _told)
    with write_atomic(output, paths) as file:
        file.write(dumped(model))
    if not quiet:
        held = model.card["held out"]
        for safety, rate in (("safe", held["safe, by shift"][f"{model.shift:g}"]), ("unsafe", held["unsafe"])):
            click.echo(
                f"{safety}: precision {rate['precision']:.3f}, recall {rate['recall']:.3f} on documents held back"
            )


def _told(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
