"""``textlint train``: make a line model from labelled documents."""

from __future__ import annotations

import datetime
import shlex
import sys
from typing import TYPE_CHECKING

import click

from textlint.anchor import LineAnchor
from textlint.cli.labelled import labelled, named
from textlint.io.atomic import write_atomic
from textlint.io.errors import printable
from textlint.pack import builtin_packs

if TYPE_CHECKING:
    from textlint.linemodel.model import Model

PRECISION = 0.98
PACKS = ("boilerplate", "footer")  # whose phrases a model counts


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
    """Make a line model from LABELLED files (JSON Lines, plain or packed); some hundred documents are enough for pages
    of one kind.

    Each line of a file is an object with "text", and with "junk": for each line of the text 1 (junk), 0 (text) or null
    (unknown). Instead of "junk" there may be "gold", the text that is wanted. Optional: "lang"; "whole", true for a
    whole page, false for an extracted article; "group", equal for documents made from the same page, which are held
    back together; "weight". All else is passed over.

    \b
    {"text": "Home\\nNews\\nThe ferry left at seven.\\nShare this", "junk": [1, 1, 0, 1], "lang": "en", "whole": true}

    \b
    textlint train labelled.jsonl --output my.model
    textlint evaluate held_out.jsonl --model my.model

    Then let the rule use it, in textlint.yaml (the path is seen from the folder where textlint is started):

    \b
    rules: {boilerplate/unlike-the-text: {options: {model: my.model}}}
    """
    from textlint.linemodel.labelled import check_folds
    from textlint.linemodel.model import dumped
    from textlint.linemodel.train import train
    from textlint.linemodel.trainset import FOLDS

    documents = labelled(paths)
    check_folds(documents, FOLDS, named(paths))
    words = ["textlint", "train", *paths, "--output", output, "--precision", f"{precision:g}"]
    card = {
        "command": printable(shlex.join(words)),
        "date": datetime.date.today().isoformat(),
        "about": printable(about),
    }
    with write_atomic(output, paths) as file:  # opened first: one that cannot be written is told before the work
        model = train(documents, _phrases(), precision, card, (lambda _: None) if quiet else _told)
        file.write(dumped(model))
    _report(model, precision, quiet)


def _phrases() -> list[str]:
    """The lines that rules of PACKS look for, folded."""
    anchors = (anchor for rule in builtin_packs() if rule.pack in PACKS for anchor in rule.finder.anchors)
    return sorted({phrase for anchor in anchors if isinstance(anchor, LineAnchor) for phrase in anchor.phrases})


def _report(model: Model, precision: float, quiet: bool) -> None:
    held = model.card["held out"]
    safe = held["safe, by shift"][f"{model.shift:g}"]
    if safe["precision"] < precision:
        _told(f"warning: no model was right about {precision:g} of the lines; this is the most careful one")
    if not quiet:
        for name, rate in (("safe", safe), ("all", held["unsafe"])):
            right = f"precision {rate['precision']:.3f}  recall {rate['recall']:.3f}"
            click.echo(f"{name:5} {right}  text lost {rate['text lost']:.2%}  on {rate['lines']} lines held back")


def _told(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
