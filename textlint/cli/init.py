"""``textlint init``: write a commented starter config."""

from __future__ import annotations

from pathlib import Path

import click

from textlint.source import SourceError

STARTER = """\
# yaml-language-server: $schema=https://raw.githubusercontent.com/textlint-py/textlint/main/docs/textlint.schema.json
# Settings for textlint; what does not stand here keeps its default. All settings: docs/config.md, all rules: `textlint rules`.

# Rules to run: default, all, a pack (footer), pack/* (with the rules that are off), a rule (footer/comments-closed).
select: [default]

# Rules not to run.
ignore: []

# The fields of JSON Lines records that hold text; a dot leads into an object (doc.body).
text_fields: [text]

# One rule otherwise: severity (info, warning, error), safety (safe, unsafe, none), the rule's own options.
# rules:
#   footer/comments-closed:
#     severity: info
#     safety: unsafe

# Other settings for some files.
# overrides:
#   - paths: ["forums/**"]
#     ignore: [footer]

# Your own packs, relative to this file; CONTRIBUTING.md shows how to write one.
# packs: [my-rules.yaml]
"""


@click.command()
@click.argument("path", default="textlint.yaml", type=click.Path(path_type=Path))
def command(path: Path) -> None:
    """Write a commented starter config to PATH (default: textlint.yaml here). An existing file is never overwritten."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(STARTER)
    except FileExistsError:
        raise SourceError(str(path), "is there already; name another path") from None
    except OSError as error:
        raise SourceError(str(path), f"cannot be written: {error.strerror}") from None
    click.echo(f"wrote {path}")
