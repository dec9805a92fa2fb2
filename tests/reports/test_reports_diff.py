"""Diffs of one document, read off its edits."""

from __future__ import annotations

import re
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from textlint.finding import Edit, Safety
from textlint.reports import word_diff
from textlint.reports.diff import hunks

LINE = re.compile(r"^ *(\d+) \|(?: (.*))?$")


def edit(
    text: str, before: str, after: str, rule: str = "pack/rule", at: int = 0, safety: Safety = Safety.SAFE
) -> Edit:
    start = text.index(before, at)
    return Edit(start, start + len(before), before, after, (rule,), safety)


def insert(place: int, after: str, rule: str = "pack/rule") -> Edit:
    return Edit(place, place, "", after, (rule,))


def shown(text: str, *edits: Edit) -> list[str]:
    return word_diff("a.txt", "a.txt", text, edits).split("\n")[1:-1]


def test_no_edits_no_diff() -> None:
    assert word_diff("a.txt", "a.txt", "text", []) == ""


def test_header_names_file_record_and_field() -> None:
    text = "a b"
    assert word_diff("p.jsonl", 17, text, [insert(0, "x")], field="body").split("\n")[0] == "=== p.jsonl [17] body"
    assert word_diff("-", "-", text, [insert(0, "x")]).split("\n")[0] == "=== standard input"


def test_a_changed_word_a_deleted_line_and_their_rules() -> None:
    text = "He said so.\nComments are closed.\nHis cafÃ© is shut.\n"
    edits = [
        edit(text, "Comments are closed.\n", "", "footer/comments-closed"),
        edit(text, "Ã©", "é", "mojibake/latin-1", safety=Safety.UNSAFE),
    ]
    assert shown(text, *edits) == [
        "     1 | He said so.",
        "     2 | [-Comments are closed.⏎-]",
        "     3 | His caf[-Ã©-]{+é+} is shut.",
        "       = footer/comments-closed, mojibake/latin-1 (unsafe)",
    ]


def test_inserted_white_space_is_visible() -> None:
    text = "It ended.The rest.Came later"
    assert shown(text, insert(9, " "), insert(18, "\n\n"))[0] == "     1 | It ended.{+␣+}The rest.{+⏎⏎+}Came later"


def test_edits_that_touch() -> None:
    assert shown("abcdef", Edit(1, 3, "bc", "X", ("p/a",)), Edit(3, 4, "d", "", ("p/b",)), insert(4, "Y", "p/a")) == [
        "     1 | a[-bc-]{+X+}[-d-]{+Y+}ef",
        "       = p/a, p/b",
    ]


def test_insertions_at_both_ends_and_in_nothing() -> None:
    assert shown("end", insert(0, "the "), insert(3, ".\n")) == ["     1 | {+the␣+}end{+.⏎+}", "       = pack/rule"]
    assert shown("", insert(0, "all")) == ["     1 | {+all+}", "       = pack/rule"]


def test_lines_that_go_at_the_end() -> None:
    text = "He said so.\n\nComments are closed."
    assert (
        shown(text, edit(text, "\n\nComments are closed.", ""))[0] == "     1 | He said so.[-⏎⏎Comments are closed.-]"
    )


def test_joined_lines_go_on_under_one_number() -> None:
    text = "one\ntwo\nthree\nfour"
    assert shown(text, edit(text, "\n", " ", at=5))[:3] == [
        "     1 | one",
        "     2 | two[-⏎-]{+␣+}three",
        "     4 | four",
    ]


def test_windows_line_ends_stay_out_of_sight_where_they_are_context() -> None:
    text = "one\r\ntwo\r\nthree\r\nfour\r\nfive\r\nsix\r\n"
    assert shown(text, edit(text, "three", "3"))[:-1] == [
        "     1 | one",
        "     2 | two",
        "     3 | [-three-]{+3+}",
        "     4 | four",
        "     5 | five",
    ]
    assert "[-\\r⏎-]" in "".join(shown(text, edit(text, "\r\n", "\n")))


def test_far_edits_are_hunks_of_their_own() -> None:
    text = "".join(f"line {n}\n" for n in range(1, 41))
    lines = shown(text, edit(text, "line 5\n", ""), edit(text, "line 30", "LINE 30", "p/b"))
    assert lines[:1] == ["     3 | line 3"]
    assert "       = pack/rule" in lines
    assert lines[-6:] == [
        "    28 | line 28",
        "    29 | line 29",
        "    30 | [-line 30-]{+LINE 30+}",
        "    31 | line 31",
        "    32 | line 32",
        "       = p/b",
    ]


def test_context_of_a_long_line_is_cut_between_words() -> None:
    text = "word " * 100 + "bad " + "word " * 100
    [line, _] = shown(text, edit(text, "bad", "good"))
    assert line.startswith("     1 | …word ")
    assert line.endswith(" word…")
    assert len(line) < 280


def test_a_long_deletion_is_shortened_in_its_middle() -> None:
    text = "keep\n" + "junk " * 1000 + "\nkeep"
    [_, line, _, _] = shown(text, edit(text, "junk " * 1000 + "\n", ""))
    assert line.startswith("     2 | [-junk junk")
    assert "…" in line
    assert line.endswith("junk ⏎-]")
    assert len(line) < 330


def test_colour_takes_the_place_of_marks() -> None:
    text = "a b"
    painted = word_diff("a.txt", "a.txt", text, [edit(text, "b", "c")], colour=True)
    assert "\x1b[9;31mb\x1b[0m\x1b[32mc\x1b[0m" in painted
    assert "[-" not in painted


def test_hostile_text_is_harmless(hostile: str) -> None:
    text = f"{hostile} {hostile}"
    edits = [Edit(0, len(hostile), hostile, hostile[::-1], (f"pack/{hostile}",))]
    made = word_diff(hostile, hostile, text, edits, field=hostile)
    made.encode("utf-8")
    assert not set(made) & set("\x1b\x07\r\x9b\u202e\u2028\u200b\ud83d")
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in made.split("\n"))


def test_a_large_document_is_fast() -> None:
    text = "some words in a line, and more of them here\n" * 25_000
    edits = [insert(at, " ") for at in range(10, len(text), 50)]
    start = time.perf_counter()
    one = word_diff("a", "a", text, [edits[-1]])
    many = word_diff("a", "a", text, edits)
    lone = word_diff("a", "a", "x" * 1_100_000, edits)
    assert time.perf_counter() - start < 5
    assert " 24999 | " in one
    assert many.count("{+␣+}") == len(edits) == lone.count("{+␣+}")


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text("ab \n", max_size=100))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    afters = st.text("cd \n", max_size=4)
    edits = [Edit(a, b, text[a:b], draw(afters), ("p/r",)) for a, b in pairs]
    return text, [e for e in edits if e.before or e.after]


@given(edited())
def test_every_line_stands_where_its_number_says(made: tuple[str, list[Edit]]) -> None:
    text, edits = made
    starts = [0] + [m.end() for m in re.finditer("\n", text)]
    went = came = 0
    for line in shown(text, *edits):
        if not (match := LINE.match(line)):
            assert line == "       = p/r"
            continue
        went += line.count("[-")
        came += line.count("{+")
        kept = re.sub(r"\{\+[^+]*\+\}", "", match[2] or "")
        kept = re.sub(r"\[-([^-]*)-\]", r"\1", kept).replace("⏎", "\n").replace("␣", " ")
        assert text.startswith(kept, starts[int(match[1]) - 1])
    assert went == sum(bool(e.before) for e in edits)
    assert came == sum(bool(e.after) for e in edits)


@given(edited())
def test_hunks_hold_every_edit_once(made: tuple[str, list[Edit]]) -> None:
    text, edits = made
    found = list(hunks(text, edits))
    assert [e for hunk in found for e in hunk.edits] == edits
    assert all(h.start <= e.start and e.end <= h.end for h in found for e in h.edits)
    assert all(a.end < b.start for a, b in pairwise(found))
