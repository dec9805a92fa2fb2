"""The short cuts by which numbers are found fast give what the long way gives."""

from __future__ import annotations

import random
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from linemodel.line_pages import page

from textlint.batch import Batch
from textlint.line import Lines
from textlint.linemodel import reading, words
from textlint.linemodel.columns import Column, Sums, Windows, binned, cross, sums_between
from textlint.linemodel.first import _copies
from textlint.linemodel.model import BITS, SHIPPED, load, shipped
from textlint.linemodel.reasons import _tenths
from textlint.linemodel.rows import Rows, rows_of
from textlint.linemodel.words import term_counts, terms_of

ODD = "“Ünïcode” — naïve café\u00a0№ 5\u3000ログイン 12:30\n\nЖ・ё ©2020 x\u2028y\n" * 3


def rows(*texts: str) -> Rows:
    return rows_of(Batch(texts), np.zeros(0, np.uint64))


def test_many_values_and_few_fall_into_the_same_intervals() -> None:
    draw = np.random.default_rng(1)
    edges = [-2.5, 0, 0.1, 0.3, 7]
    for values in (draw.normal(size=5000).round(1), draw.integers(-3, 10, 5000), draw.integers(0, 10**12, 5000)):
        whole = [round(edge) for edge in edges] if values.dtype == np.int64 else edges
        few = np.concatenate([binned(part, whole).values for part in np.split(values, 100)])
        assert np.array_equal(binned(values, whole).values, few)


def test_crossed_columns_have_room_for_every_combination() -> None:
    wide = cross(*(Column(np.full(3, 99, np.int8), 100) for _ in range(4)))
    assert wide.size == 10**8
    assert wide.values.tolist() == [10**8 - 1] * 3


def test_sums_over_empty_stretches_are_nothing() -> None:
    assert sums_between(np.array([1, 2, 3]), np.array([0, 0, 2, 2, 3, 3])).tolist() == [0, 3, 0, 3, 0]
    assert sums_between(np.zeros(0, bool), np.array([0, 0])).tolist() == [0]


def test_windows_end_where_the_document_ends() -> None:
    windows = Windows(np.array([0, 0, 0, 3, 3]), np.array([3, 3, 3, 5, 5]))
    ones = Sums(windows, np.ones(5, bool))
    for start, end in ((-2, -1), (1, 2), (-1, 1), (2, 4), (-4, -3)):
        assert ones.over(start, end).tolist() == windows.size(start, end).tolist()
    assert windows.size(-1, 1).tolist() == [2, 3, 2, 2, 2]


def test_copies_are_counted_as_one_by_one() -> None:
    keys = np.array([random.Random(n % 700).getrandbits(64) for n in range(1000)], np.uint64)
    assert _copies(keys).tolist() == [int((keys == key).sum()) for key in keys]
    assert _copies(keys[:0]).tolist() == []


def test_tenths_are_rounded_as_they_are_written() -> None:
    amounts = np.array([n / 100 for n in range(3000)] + [1e-9, 0.15 + 1e-15, 12.05 - 1e-14])
    assert [f"{tenth / 10:.1f}" for tenth in _tenths(amounts)] == [f"{amount:.1f}" for amount in amounts]


def test_where_blocks_end_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [page(1)[0], ODD, "", "x" * 500, page(2)[0]]
    whole = rows(*texts)
    assert np.array_equal(whole.words.counts, whole.n_words)  # all words are read before the blocks are made small
    for size in (1, 64, 1000):
        monkeypatch.setattr(reading, "BLOCK", size)
        cut = rows(*texts)
        for name in ("starts", "ends", "hashes", "numeric", "capital", "bounds"):
            assert np.array_equal(getattr(cut.words, name), getattr(whole.words, name))
        assert all(np.array_equal(cut.counts[kind], count) for kind, count in whole.counts.items())
        assert np.array_equal(cut.words_of(np.arange(len(cut))[::2]).counts, whole.n_words[::2])


def test_terms_weigh_the_same_by_row_and_one_by_one() -> None:
    terms = terms_of(rows(page(3)[0], ODD, "", "one\n\n| |\ntwo words").words, BITS)
    weights = np.random.default_rng(2).integers(-128, 128, 1 << BITS).astype(np.int8)
    size = len(terms.words.counts)
    alone = np.bincount(terms.rows, weights=weights[terms.buckets], minlength=size)
    assert np.array_equal(terms.sums(terms.taken(weights)), alone)
    assert np.array_equal(term_counts(terms.words.counts), np.bincount(terms.rows, minlength=size))


@pytest.mark.parametrize("bits", [1, 22])
def test_the_strongest_term_of_a_row_is_the_last_of_those_that_weigh_most(
    bits: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "_BITS", bits)
    terms = terms_of(rows(page(3)[0], ODD, "", "one\n\n| |\ntwo words").words, BITS)
    weights = np.random.default_rng(2).integers(-128, 128, 1 << BITS).astype(np.int8) // 16
    starts, ends = terms.strongest(terms.taken(weights))
    own, bounds = terms.words, terms.words.bounds
    firsts = np.concatenate([np.arange(len(own.starts)), np.flatnonzero(terms.joined), bounds[terms.short]])
    firsts = np.append(firsts, bounds[terms.short + 1] - 1)
    lasts = firsts + (np.arange(len(firsts)) >= len(own.starts)) * 1
    lasts[len(own.starts) + int(terms.joined.sum()) :] -= 1
    for row in range(len(own.counts)):
        there = np.flatnonzero(terms.rows == row)
        heavy = there[weights[terms.buckets[there]] == weights[terms.buckets[there]].max(initial=-128)]
        term = heavy[-1] if len(heavy) else None
        assert (starts[row], ends[row]) == ((own.starts[firsts[term]], own.ends[lasts[term]]) if len(heavy) else (0, 0))


def test_what_is_counted_is_the_same_when_it_is_taken_over_from_the_batch_before() -> None:
    first = [page(1)[0], ODD, "a\r\nb c\r\n", "Home\nHome\n\nHome", page(2)[0]]
    second = [first[0].replace(" the ", " thé "), first[1][5:], "a\nb c\r\nnew", "", first[4], "Home\nBook", "\n \n"]
    model, contents = shipped(), Lines()
    for texts in (first, second, [""], second[:2], first):
        batch, alone = Batch(texts, contents=contents), Batch(texts)
        taken, anew = (rows_of(each, model.phrases, model.weighed) for each in (batch, alone))
        assert taken.counts.keys() == anew.counts.keys()
        assert all(np.array_equal(taken.counts[name], anew.counts[name]) for name in anew.counts)


def test_lines_of_one_fingerprint_are_compared_to_the_byte() -> None:
    kept, contents = "x" * 40, Lines()
    for text in (f"12345678{kept}abcd{kept}12345678", f"12345678{kept[1:]} abcd {kept[1:]}12345678"):
        batch = Batch([text], contents=contents)
        counted = rows_of(batch, np.zeros(0, np.uint64), shipped().weighed).n_words.tolist()
        assert counted == [len(text.split())]
    assert len({int(Batch([text]).fingerprints[0]) for text in ("12345678 bcd", "12345678 bce")}) == 2


def test_the_shipped_model_fits_the_columns_of_this_version() -> None:
    with resources.as_file(resources.files("textlint.linemodel") / SHIPPED) as path:
        assert load(Path(path)).first.sizes == shipped().first.sizes


@pytest.mark.parametrize("text", [ODD, "a\x1cb\x85c\u2003d\r\n\u3000 e\u200bf \ud800\rg", "", "\n\n", "\u00a0\n x"])
def test_words_between_white_space_are_those_of_python(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert Batch([text]).words.tolist() == [len(line.split()) for line in lines]
