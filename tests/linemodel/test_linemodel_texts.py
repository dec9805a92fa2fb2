"""Texts that nobody expects: empty, damaged, endless."""

from __future__ import annotations

import numpy as np
import pytest
from linemodel.line_pages import page

from textlint.batch import Batch
from textlint.linemodel.decide import UNSAFE
from textlint.linemodel.model import Model
from textlint.linemodel.second import best_span

ODD = {
    "empty": "",
    "blank": " \n\t\n\n",
    "lone surrogates": "Home\ud800\n\udfffSign in\n\ud83d\n",
    "nulls": "\0\n\0\0\0 Home\n",
    "marks only": "|||\n---\n***\n",
    "line ends": "Home\r\nNews\rSports\n\r\n\r",
    "one long line": "Sign in to the harbour office " * 40_000,
    "one long word": "x" * 1_000_000,
    "one long line of marks": "| " * 500_000,
    "beyond the first plane": "\U0001f600" * 1000 + "\n\U00020000\n",
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_texts_get_an_answer_that_is_the_same_in_any_company(small: Model, kind: str) -> None:
    text = ODD[kind]
    alone = small.judge(Batch([text]))
    together = small.judge(Batch([page(1)[0], text, page(2)[0]]))
    own = slice(together.rows.first[1], together.rows.last[1])
    assert len(alone.rows) == own.stop - own.start
    assert np.isfinite(alone.final).all()
    assert np.array_equal(alone.final, together.final[own])
    assert np.array_equal(alone.going(UNSAFE), together.going(UNSAFE)[own])
    assert alone.page[0] == together.page[1]
    neighbour = small.judge(Batch([page(2)[0]]))
    assert np.array_equal(neighbour.final, together.final[own.stop :])
    assert neighbour.page[0] == together.page[2]


def test_sums_of_one_document_stay_apart_from_those_of_all(small: Model) -> None:
    rows = small.judge(Batch(["Home\n" * 100] * 200)).rows
    inside, start, end = best_span(rows, np.full(len(rows), 10**14))  # added up over all: 2 * 10^18
    assert inside.all()
    assert np.array_equal(start, rows.first)
    assert np.array_equal(end, rows.last - 1)
