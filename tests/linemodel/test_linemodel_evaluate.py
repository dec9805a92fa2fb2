"""Figures, curves and cards."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from textlint.linemodel.card import card_text
from textlint.linemodel.evaluate import Lines, Rate, calibration, curve, rate
from textlint.linemodel.model import Model
from textlint.linemodel.picture import picture


def lines(junk: list[int], chance: list[float], going: list[int]) -> Lines:
    goes = np.array(going, bool)
    return Lines(np.array(junk, bool), np.array(chance), goes, goes, np.full(len(junk), 10.0))


SOME = lines([1, 1, 0, 1, 0], [0.9, 0.8, 0.8, 0.2, 0.1], [1, 0, 1, 0, 0])


def test_rates_are_shares() -> None:
    found = rate(SOME, SOME.safe)
    assert (found.precision, found.recall, found.lost) == (0.5, 1 / 3, 0.5)


def test_lines_that_are_equally_likely_go_together() -> None:
    assert curve(SOME) == [(1 / 3, 1.0), (2 / 3, 2 / 3), (1.0, 0.75), (1.0, 0.6)]


def test_calibration_has_a_row_for_each_range_with_lines() -> None:
    assert calibration(SOME) == [
        (pytest.approx(0.1), 0.0, 1), (pytest.approx(0.2), 1.0, 1), (pytest.approx(0.8), 0.5, 2), (0.9, 1.0, 1),
    ]  # fmt: skip


def test_no_lines_are_no_error() -> None:
    nothing = lines([], [], [])
    assert rate(nothing, nothing.safe) == Rate(precision=1.0, recall=0.0, lost=0.0)
    assert curve(nothing) == []
    assert calibration(nothing) == []


def test_a_picture_is_svg_whatever_the_language_is_called() -> None:
    svg = ElementTree.fromstring(picture("<&>: 5 lines", curve(SOME), {"safe": (0.5, 0.5), "all": (0.5, 0.5)}))
    assert "<&>: 5 lines" in "".join(svg.itertext())
    names = [(text.get("x"), text.get("y")) for text in svg.iter() if text.text in ("safe", "all")]
    assert len(set(names)) == 2


def test_a_card_says_what_was_measured(small: Model) -> None:
    told = card_text({**small.card, "command": "textlint train a.jsonl", "date": "2026-01-01"})
    assert "    textlint train a.jsonl" in told
    assert "made-up pages" in told
    assert told.count("(this model)") == 1
    assert f"| safe, **{small.shift:g}** (this model) |" in told
