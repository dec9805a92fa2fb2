"""In which documents the model has something to say, and which lines it knows from the packs."""

from __future__ import annotations

import random

import numpy as np
import pytest
from linemodel.line_pages import MENU, paragraph

from textlint.batch import Batch
from textlint.keys import line_keys, phrase_keys
from textlint.linemodel.decide import UNSAFE, safe_stance
from textlint.linemodel.familiar import FREQUENT, Familiar, learnt
from textlint.linemodel.model import shipped
from textlint.linemodel.rows import Rows, rows_of

NORSE = "fiska skal han vera som ein god mann og ho vil ikkje gå med dei som kjem frå byen til oss kvar kveld"
OTHER = "kala mitu see nagu veel aga siis oli tema meie kui kes mida ning ka juba ainult selle pole kõik nende"


def rows(*texts: str) -> Rows:
    return rows_of(Batch(texts), np.zeros(0, np.uint64))


def prose(words: str, seed: int) -> str:
    draw = random.Random(seed)
    return "\n".join(" ".join(draw.choices(words.split(), k=20)).capitalize() + "." for _ in range(6))


@pytest.fixture(scope="module")
def familiar() -> Familiar:
    """What twenty English and twenty other documents teach."""
    texts = [paragraph(random.Random(n)) + "\n" + "\n".join(MENU) for n in range(20)]
    texts += [prose(NORSE, n) for n in range(20)]
    return learnt(rows(*texts), ["en"] * 20 + ["nn"] * 20, np.arange(40))


def test_languages_are_told_by_their_frequent_words(familiar: Familiar) -> None:
    assert {language.tag for language in familiar.languages} == {"en", "nn"}
    assert all(0 < len(language.words) <= FREQUENT and language.share > 0.5 for language in familiar.languages)


def test_it_speaks_of_documents_in_the_languages_it_has_seen(familiar: Familiar) -> None:
    known, other = prose(NORSE, 99), prose(OTHER, 1)
    half_new = prose(NORSE + " fisken mannen kvelden byane venen mannane skulle komme", 3)
    got = familiar.documents(rows(known, other, half_new, "\n".join(MENU), "", "12\n34"))
    assert got.tolist() == [True, False, True, True, False, False]


def test_prose_in_another_language_among_known_words_is_silent(familiar: Familiar) -> None:
    mixed = prose(f"{OTHER} Home News Sports Weather Search Archive Business Health Science", 5)
    assert not familiar.documents(rows(mixed))[0]


def test_a_document_counts_the_same_alone_and_in_a_batch(familiar: Familiar) -> None:
    texts = [prose(NORSE, 7), prose(OTHER, 8), "\n".join(MENU), "", paragraph(random.Random(4))]
    together = familiar.documents(rows(*texts))
    assert together.tolist() == [bool(familiar.documents(rows(text))[0]) for text in texts]


def test_pages_of_one_group_count_once() -> None:
    same = [prose(NORSE, n) for n in range(20)]
    assert not learnt(rows(*same), ["nn"] * 20, np.zeros(20, np.int64)).known.any()


def test_lines_that_are_phrases_of_the_packs_are_known() -> None:
    phrases = phrase_keys(["privacy policy", "teilen", "ログイン"])
    found = rows_of(Batch(["» Privacy Policy «\nThe privacy policy changed.\nTEILEN:\n\nログイン"]), np.sort(phrases))
    assert found.listed.tolist() == [True, False, True, True]


def test_keys_pass_over_case_marks_and_blank_lines() -> None:
    lines, keys = line_keys(Batch(["Share this!\n\n  share this\nShare that\n" + "x" * 500]))
    assert lines.tolist() == [0, 2, 3]
    assert keys[0] == keys[1] != keys[2]


def test_unsafe_fixes_take_all_that_safe_ones_take() -> None:
    model = shipped()
    texts = ["\n".join([*MENU, *(paragraph(random.Random(n)) for n in range(count)), *MENU[:9]]) for count in range(9)]
    judged = model.judge(Batch(texts))
    assert judged.going(safe_stance(model.shift)).any()
    assert not (judged.going(safe_stance(model.shift)) & ~judged.going(UNSAFE)).any()


def test_marks_of_markdown_are_told_from_the_residue_of_tables() -> None:
    lines = ["| a | b |", "|---|---|", "```", "| |  |", "***", "text -- text", "||", "===="]
    assert rows("\n".join(lines)).markup.tolist() == [False, True, True, False, True, False, False, True]
    assert rows("").markup.tolist() == []
