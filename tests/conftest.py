"""What several test folders share."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from textlint.cli import main


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def textlint(capfd: pytest.CaptureFixture[str]) -> Run:
    """The command line, called in this process."""

    def run(*arguments: object) -> Ran:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        return Ran(int(ended.value.code or 0), *capfd.readouterr())

    return run
