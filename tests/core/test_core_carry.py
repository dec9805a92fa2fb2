"""What the scan said of unchanged lines, carried into the next pass, is what it would say of the new text."""

from __future__ import annotations

import pytest
from core_tools import swap, yaml_rule
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint import Linter
from textlint.batch import Batch
from textlint.edits import apply, trimmed
from textlint.engine.carry import Past
from textlint.finding import Edit

RULES = [
    yaml_rule({"chars": "é"}, severity="info"),
    swap("test/space", "  ", " "),
    swap("test/return", "\r", ""),
    swap("test/word", "foo", "bar"),
    yaml_rule({"terms": ["share this"], "match": "line"}),
    yaml_rule({"pattern": "now$", "anchors": ["now$"]}),
    yaml_rule({"pattern": "^so", "anchors": ["^so"]}),
]
PROGRAM = Linter.with_rules(RULES).program
pieces = st.sampled_from(["foo", "é", "  ", "\n", "\n\n", "\r\n", "\r", "now", "so", "Share this", "x", "\ud800", "😀"])
values = st.lists(pieces, max_size=12).map("".join)


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(values)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    afters = st.lists(pieces, max_size=2).map("".join)
    made = [Edit(a, b, text[a:b], draw(afters), ("test/one",)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    apart = [edit for edit, below in zip(made, [*made[1:], None], strict=False) if not below or edit.end < below.start]
    return text, [edit for made in apart if (edit := trimmed(made))]


@given(st.lists(changed(), min_size=1, max_size=4))
@settings(max_examples=400, deadline=None)
def test_what_is_carried_is_what_a_scan_finds(cases: list[tuple[str, list[Edit]]]) -> None:
    before = Batch([text for text, _ in cases])
    edited = [(number, edits) for number, (_, edits) in enumerate(cases) if edits]
    if not edited:
        return
    after = Batch([apply(cases[number][0], edits) for number, edits in edited])
    carried = PROGRAM.scan(after, Past(before, PROGRAM.scan(before), edited))
    whole = PROGRAM.scan(after)
    assert sorted(zip(*map(list, carried), strict=True)) == sorted(zip(*map(list, whole), strict=True))


@pytest.mark.parametrize("text", ["a\rX\nb  c", "a\r\nX\r\nb foo", "X\n\nshare this\n\nX", "\r\r\n  X"])
def test_edits_that_move_line_ends(text: str) -> None:
    rules = [swap("test/x", "X", ""), swap("test/space", "  ", " "), swap("test/foo", "foo", "X")]
    linter = Linter.with_rules(rules, budget=1)
    result = linter.fix(text)
    assert linter.check(result.text) == ()
