"""Pack whitespace: line ends stay as they are, clean prose is not touched, everything settles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.edits import revert
from textlint.linter import Linter

LINTER = Linter(select=["whitespace"], budget=1)

CLEAN = [
    "A title\n\nA paragraph.\n\n\nA new scene.\n",
    "One.\r\n\r\nTwo.\r\n",
    "One.\rTwo.\r",
    "He came back.  Nobody had waited for him there, and so he left the harbour again at noon that day.",
    "Roses are red,  \nviolets are blue.",
    "\tindented\n    and more\n",
    "a   b\nc   d",
    "",
    "\n",
    "   ",
]


@pytest.mark.parametrize("most", [1, 2, 3])
def test_as_many_blank_lines_stay_as_the_config_says(most: int) -> None:
    options = {"options": {"most": most}}
    linter = Linter(select=["whitespace/blank-lines"], rules={"whitespace/blank-lines": options})
    for blank in range(6):
        kept = min(blank, most)
        assert linter.fix("One." + "\n" * (blank + 1) + "Two.\n").text == "One." + "\n" * (kept + 1) + "Two.\n"


@pytest.mark.parametrize("text", CLEAN[:-1])
def test_clean_text_stays(text: str) -> None:
    assert LINTER.fix(text).text == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(end: str) -> None:
    text = end.join(["One. ", "", "", "", "", "Two.\t", "\u00a0", "Three."])
    assert LINTER.fix(text).text == end.join(["One.", "", "", "Two.", "", "Three."])


def test_one_finding_names_all_line_ends() -> None:
    [finding] = LINTER.check("One. \nTwo. \nThree. ")
    assert finding.message == "White space at the end of 3 lines"


@given(st.text(alphabet="ab. \t\n\r\u00a0\u200b\u2028\x0b\x0c", max_size=60))
def test_settles_and_can_be_undone(text: str) -> None:
    result = LINTER.fix(text)
    assert not any(f.rule.startswith("engine/") for f in result.findings)
    assert LINTER.fix(result.text).text == result.text
    assert revert(result.text, list(result.edits)) == text
    assert "".join(result.text.split()) == "".join(text.replace("\u2028", "\n").split())


@pytest.mark.parametrize(
    "unit", [" ", "\n", " \n", "a\n\n\n\n\n", "a   ", "a\t", " \u00a0", "\u2028", "a\u2028 ", "\x0c"]
)
def test_settles_on_long_runs(unit: str) -> None:
    fixed = LINTER.fix(unit * (100_000 // len(unit))).text
    assert LINTER.fix(fixed).text == fixed


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "é", " ", "  ", "\t", "\xa0", " " * 20, "\n", "\r\n", "\n\n", "\u2003"])).map(
        "".join
    )
)
def test_white_space_goes_at_the_end_of_every_line_but_for_two_spaces_that_break_it(text: str) -> None:
    lines = text.replace("\r\n", "\n").split("\n")
    kept = []
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        bare = line.rstrip(" \t\xa0")
        breaks = bare and line[len(bare) :] == "  " and below.strip(" \t\xa0")
        kept.append(line if breaks else bare)
    fixed = Linter(select=["whitespace/trailing-space"]).fix(text).text
    assert fixed.replace("\r\n", "\n").split("\n") == kept
