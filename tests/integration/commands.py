"""Commands run in folders of their own, for tests of what is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

JUNK = "It was over by noon.The mayor went home.\n"
CLEAN = "It was over by noon. The mayor went home.\n"


class Ran(NamedTuple):
    """A command's exit code and all that it printed."""

    code: int
    out: str


def run(command: list[str | Path], folder: Path, env: Mapping[str, str]) -> Ran:
    """Run a command in a folder."""
    done = subprocess.run(
        list(map(str, command)), cwd=folder, env=dict(env), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout)


def ok(command: list[str | Path], folder: Path, env: Mapping[str, str]) -> str:
    """What a command prints that has to succeed."""
    ran = run(command, folder, env)
    assert ran.code == 0, f"{' '.join(map(str, command))}: {ran.code}\n{ran.out}"
    return ran.out


def commit(folder: Path, env: Mapping[str, str]) -> str:
    """Make a folder a git repository, commit all that it holds, and give the commit's hash."""
    ok(["git", "init", "--quiet", "--initial-branch=main"], folder, env)
    ok(["git", "add", "--all"], folder, env)
    ok(["git", "-c", "commit.gpgsign=false", "commit", "--quiet", "--no-verify", "--message", "All"], folder, env)
    return ok(["git", "rev-parse", "HEAD"], folder, env).strip()


def virtual_env(folder: Path, env: Mapping[str, str]) -> Path:
    """The Python of a fresh virtual environment, which sees the packages installed here beside its own."""
    ok([sys.executable, "-m", "venv", folder], Path.cwd(), env)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    own = ok([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder, env).strip()
    here = dict.fromkeys([sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    Path(own, "packages.pth").write_text("\n".join(here) + "\n", encoding="utf-8")
    return python
