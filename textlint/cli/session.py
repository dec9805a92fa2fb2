"""What ``check`` and ``fix`` share: from the options to a run, and what the run tells."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from textlint import reports
from textlint.cli.options import config_options
from textlint.cli.progress import progress
from textlint.config import LoadedConfig, find_config, load_config
from textlint.io.atomic import refuse_overwrite, write_atomic
from textlint.io.blocks import Source
from textlint.io.discover import discover
from textlint.io.errors import FileError, Problem
from textlint.pipeline.run import Watch
from textlint.pipeline.work import Job, Outcome
from textlint.reports.ink import has_colour, put
from textlint.reports.report import Report
from textlint.reports.tally import Tally
from textlint.reports.terminal import TextStream, problems
from textlint.ruleset import available

if TYPE_CHECKING:
    from textlint.reports import Stream

SAMPLES = 5  # a rule, in report files


@dataclass(frozen=True)
class Session:
    """The inputs, the config with what the command line puts over it, what each rule finds, in words, and the options of
    the command."""

    command: Literal["check", "fix"]
    sources: list[Source]
    config: Path | None
    settings: dict[str, Any]
    loaded: LoadedConfig
    about: dict[str, str]
    given: dict[str, Any]

    def job(self, **wanted: Any) -> Job:
        """The job for the workers; rows of findings only as far as they are printed."""
        rows = None if self.given["format_"] != "text" else self.given["limit"] or None
        quiet = self.given["quiet"] or (wanted.get("diffs", False) and self.given["format_"] == "text")
        samples = max(SAMPLES, self.given["show"])
        return Job(self.config, self.settings, rows=0 if quiet else rows, samples=samples, **wanted)


def session(command: Literal["check", "fix"], paths: Sequence[str], given: dict[str, Any]) -> Session:
    """Find inputs and config. Raises FileError and SourceError."""
    config = given["config"] or find_config(Path.cwd())
    settings = config_options(given)
    loaded = load_config(config, settings)
    sources = discover(paths, given["input_format"])
    for path in given["reports"]:
        reports.report_maker(path)
        refuse_overwrite(path, [source.path for source in sources])
    about = {rule.id: rule.about for rule in available(loaded.config)}
    return Session(command, sources, config, settings, loaded, about, given)


@dataclass
class Run:
    """What has come of a run so far."""

    tally: Tally = field(default_factory=Tally)
    problems: list[Problem] = field(default_factory=list)
    errors: list[FileError] = field(default_factory=list)


@contextmanager
def told(session: Session, stream: Stream) -> Iterator[tuple[Run, Watch]]:
    """A run whose findings go to ``stream`` as they come; at the end the problems, the report and the report files."""
    run, start = Run(), time.monotonic()
    with progress(session.sources, session.given) as advance:
        yield run, _watch(session, run, stream, advance)
    errors = [str(error) for error in run.errors]
    seconds = time.monotonic() - start
    config = str(session.config) if session.config else None
    report = Report(session.command, run.tally, run.problems, errors, seconds, session.about, config)
    problems(report, sys.stderr, session.given["limit"])
    stream.end(report)
    if session.given["profile"]:
        from textlint.reports.profile import profile

        put(sys.stderr, profile(report))
    for path in session.given["reports"]:
        with write_atomic(path, make_folders=True) as file:
            file.write(reports.report_maker(path)(report).encode())


def _watch(session: Session, run: Run, stream: Stream, advance: Callable[[int], None]) -> Watch:
    samples = max(SAMPLES, session.given["show"])

    def watch(outcome: Outcome) -> None:
        run.tally.add(outcome.tally, samples)
        run.problems += outcome.problems
        stream.add(outcome.rows)
        advance(outcome.size)

    return watch


def stream_for(given: dict[str, Any], to_stderr: bool = False) -> Stream:
    """Where findings and report are printed: standard output, or standard error where that carries the text.

    Raises UsageError for a format for machines where standard output carries the text.
    """
    if given["quiet"]:
        return _Silent()
    if given["format_"] != "text":
        if to_stderr:
            raise click.UsageError(f"--format {given['format_']} and the fixed text would both go to standard output")
        return reports.STREAMS[given["format_"]](sys.stdout.buffer)
    file = sys.stderr if to_stderr else sys.stdout
    return TextStream(file, limit=given["limit"], show=given["show"], colour=has_colour(file))


class _Silent:
    """A stream that prints nothing."""

    def add(self, rows: object) -> None:
        """Nothing."""

    def end(self, report: object) -> None:
        """Nothing."""
