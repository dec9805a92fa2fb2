"""What several test folders share."""

from __future__ import annotations

import pytest
from running import Ran, Run

from textlint.cli import main


@pytest.fixture
def textlint(capfd: pytest.CaptureFixture[str]) -> Run:
    """The command line, called in this process."""

    def run(*arguments: object) -> Ran:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        return Ran(int(ended.value.code or 0), *capfd.readouterr())

    return run
