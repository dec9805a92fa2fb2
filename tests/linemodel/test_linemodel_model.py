"""A model's file, and what a model says of texts."""

from __future__ import annotations

import random
import time
from pathlib import Path

import numpy as np
import pytest
from linemodel.line_pages import article, page

from textlint.batch import Batch
from textlint.linemodel.decide import UNSAFE, Stance, safe_stance
from textlint.linemodel.model import VERSION, Model, dumped, load, shipped
from textlint.linemodel.reasons import reasons
from textlint.source import SourceError

RUSSIAN = "Главная\nНовости\nСпорт\nВойти\n" + "Старый паром ушёл из гавани в семь часов утра и не вернулся. " * 3


def gone(model: Model, text: str, stance: Stance = UNSAFE) -> list[str]:
    judged = model.judge(Batch([text]))
    lines = text.split("\n")
    return [lines[i] for i in judged.rows.lines[judged.going(stance)]]


def test_a_model_is_read_as_it_was_written(small: Model, tmp_path: Path) -> None:
    path = tmp_path / "small.model"
    path.write_bytes(dumped(small))
    again = load(path)
    batch = Batch([page(77)[0]])
    assert np.array_equal(small.judge(batch).final, again.judge(batch).final)
    assert again.card == small.card
    assert dumped(again) == path.read_bytes()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda data: b"PK\x03\x04" + data, "is no line model"),
        (lambda data: b"", "is no line model"),
        (lambda data: data.replace(b"\n%d " % VERSION, b"\n99 ", 1), "is a line model of version 99"),
        (lambda data: data[:-5], "is damaged or cut short"),
        (lambda data: data[:40], "is damaged or cut short"),
        (lambda data: data[:-1] + bytes([data[-1] ^ 1]), "is damaged or cut short"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(small: Model, tmp_path: Path, spoil, told: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "broken.model"
    path.write_bytes(spoil(dumped(small)))
    with pytest.raises(SourceError, match=r"broken\.model") as error:
        load(path)
    assert told in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        load(tmp_path / "none.model")


def test_the_shipped_model_is_small_and_says_where_it_is_from() -> None:
    model = shipped()
    assert len(dumped(model)) < 2_000_000
    assert {"command", "date", "about", "languages", "held out"} <= set(model.card)


def test_a_documents_scores_do_not_depend_on_the_batch() -> None:
    texts = [page(n)[0] for n in range(40)] + ["", "\n\n", RUSSIAN, "Home"]
    together = shipped().judge(Batch(texts))
    for number, text in enumerate(texts):
        alone = shipped().judge(Batch([text]))
        own = slice(together.rows.first[number], together.rows.last[number])
        assert np.array_equal(together.final[own], alone.final), text[:40]
        assert np.array_equal(together.going(UNSAFE)[own], alone.going(UNSAFE))


def test_menus_and_footers_go_and_articles_stay(small: Model) -> None:
    for number in range(100, 110):
        text, junk = page(number)
        wanted = [line for line, label in zip(text.split("\n"), junk, strict=True) if label]
        assert set(gone(small, text)) <= set(wanted)
        assert len(gone(small, text)) >= 0.3 * len(wanted)
        assert gone(small, "\n".join(article(random.Random(number)))) == []


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_the_shipped_model_leaves_prose_alone(joint: str) -> None:
    for number in range(20):
        assert gone(shipped(), joint.join(article(random.Random(number))), safe_stance(shipped().shift)) == []


@pytest.mark.parametrize(
    "text", [RUSSIAN, "ホーム\nニュース\nログイン\n" + "古いフェリーは朝七時に港を出た。" * 5, "12\n34\n56", ""]
)
def test_it_is_silent_where_it_knows_no_words(text: str) -> None:
    assert gone(shipped(), text) == []


def test_reasons_name_words_and_place(small: Model) -> None:
    judged = small.judge(Batch([page(5)[0]]))
    rows = np.flatnonzero(judged.going(safe_stance(small.shift)))
    told = reasons(small, judged, rows)
    assert len(told) == len(rows) > 2
    assert all("+" in reason for reason in told)
    assert any("`" in reason for reason in told)


@pytest.mark.parametrize("line", ["Home\n", "Home | News | Sports\n\n", "x\r\n", "\n"])
def test_time_is_linear_in_the_lines(line: str) -> None:
    shipped()
    start = time.perf_counter()
    shipped().judge(Batch([line * 200_000])).going(UNSAFE)
    assert time.perf_counter() - start < 20
