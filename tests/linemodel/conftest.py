"""A small model, trained once for all tests."""

from __future__ import annotations

import pytest
from linemodel.line_pages import jsonl

from textlint.linemodel.labelled import read_labelled
from textlint.linemodel.model import Model
from textlint.linemodel.train import train


@pytest.fixture(scope="session")
def small() -> Model:
    """A model of made-up pages."""
    return train(
        read_labelled(jsonl(150).splitlines(), "made up"),
        ["subscribe", "privacy policy"],
        0.98,
        {"about": "made-up pages"},
    )
