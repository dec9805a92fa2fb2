"""Pack characters: what must stay in many languages, settling, and bounded time."""

from __future__ import annotations

import time

import pytest

from textlint.linter import Linter

LINTER = Linter(select=["characters/*"], ignore=["characters/no-break-space"], unsafe_fixes=True, budget=1)

CLEAN = [
    "می‌خواهم به خانه‌ام برگردم، نمی‌توانم.",  # Persian with zero-width non-joiners
    "क्‍ष और श्‍री, ক্‍ষ এবং ශ්‍රී",  # Indic conjuncts with zero-width joiners
    "👩‍👩‍👧‍👦 👨🏽‍🚀 🏳️‍🌈 🧑‍🤝‍🧑",  # emoji sequences
    'אמר: \u200f"שלום!"\u200f והלך. C++\u200e הוא שם.',
    "قال: «نعم» \u202bثم\u202c ذهب.",
    "ภาษาไทย\u200bไม่มี\u200bช่องว่าง",
    "ភាសា\u200bខ្មែរ និង မြန်မာ\u200bဘာသာ",
    "Zażółć gęślą jaźń. Příliš žluťoučký kůň. Đặng Thị Ngọc. Ürümqi, Åse, Ærø, Ñandú, Çeşme.",
    "Добрый день, «Ёлка» и „Рябина“ — Ђурђевдан, Їжак.",
    "“Curly”, ‘single’, „low“, «guillemets», dash – and — and … and ﬁne ﬂow.",
    "e\u0301 a\u0308 n\u0303 stay as the author wrote them",
    "彼は「はい」と言った。\u3000そして、行った。ＡＢＣ　１２３",
    "10\u00a0000\u202f€, «\u00a0Quoi\u202f?\u00a0», S.\u00a0114, 5\u2009kg",
    "AT&T, R&D, Q&A; https://a.example/?x=1&copy=2&lt=3 and Tom & Jerry",
    "naïve café, façade, São Paulo, Ângela, À la carte, Â, Ã",
    "Ä Ö Ü ß € £ § ° ± ² ³ µ ¶ · ¿ ¡ ½ ¾ × ÷",
]


@pytest.mark.parametrize("text", CLEAN)
def test_leaves_what_an_editor_would(text: str) -> None:
    result = LINTER.fix(text)
    assert result.text == text
    assert not result.findings


DAMAGED = [
    "Żółw, gęś i łódź",
    "Příliš žluťoučký kůň",
    "Москва и Київ",
    "Ελλάδα",
    "L’été – « déjà »",
    "日本語",
    "naïve 😉",
]


@pytest.mark.parametrize("text", DAMAGED)
def test_undoes_utf8_read_as_latin_1(text: str) -> None:
    line = f"It says: {text} and no more."
    assert LINTER.fix(line.encode().decode("latin-1")).text == line


@pytest.mark.parametrize("text", ["It’s ‘fine’ – really…", "Größe: 5 € für Müller"])
def test_undoes_utf8_read_as_windows_1252(text: str) -> None:
    assert LINTER.fix(text.encode().decode("cp1252")).text == text


def test_undoes_damage_that_was_done_twice() -> None:
    text = "Der Käse fällt vom Brötchen."
    assert LINTER.fix(text.encode().decode("cp1252").encode().decode("cp1252")).text == text


@pytest.mark.parametrize("text", ["daÃ es so ist", "kein â mehr", "±¹¹«ÃÑ¸®½Ç (Prime Minister)", "Preis 5 â¬ nur"])
def test_does_not_guess_lost_bytes(text: str) -> None:
    assert LINTER.fix(text).text == text


def test_damage_is_repaired_line_by_line() -> None:
    text = "Das ist fÃ¼r dich.\r\nDas ist für mich.\rUnd fÃ¼r ihn."
    assert LINTER.fix(text).text == "Das ist für dich.\r\nDas ist für mich.\rUnd für ihn."


def test_entities_in_a_text_about_markup_are_not_safe() -> None:
    result = Linter(select=["characters"]).fix("HTML has &eacute; for it.")
    assert result.text == "HTML has &eacute; for it."
    assert result.findings


HARD = [
    "&",
    "&amp;",
    "&#8217;",
    "Ã©",
    "Ã ",
    "â€™",
    "Ð¡",
    "\u200b",
    "\u200d ",
    "\xad",
    "\ufffd",
    "\ue000 ",
    "\x01",
    "\x1b[",
]


@pytest.mark.parametrize("unit", [*HARD, "a\x08", "\x92", "\u200f", "aа", "a\u3000", "\ud83d"])
def test_takes_linear_time_and_settles(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    start = time.perf_counter()
    fixed = LINTER.fix(text).text
    assert time.perf_counter() - start < 20
    assert LINTER.fix(fixed).text == fixed
