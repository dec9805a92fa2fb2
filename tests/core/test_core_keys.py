"""The keys of a batch's lines are those of the lines by themselves."""

from __future__ import annotations

import numpy as np
from core_tools import texts
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.anchor import TermAnchor
from textlint.batch import Batch
from textlint.fold import fold
from textlint.keys import LONGEST, line_keys, phrase_keys
from textlint.scan.termkeys import WINDOWS, term_keys


@given(st.lists(texts, max_size=4))
@settings(max_examples=200, deadline=None)
def test_every_line_has_its_own_key(values: list[str]) -> None:
    batch = Batch(values)
    lines, keys = line_keys(batch)
    content = [batch.buffer[batch.starts[i] : batch.ends[i]] for i in lines.tolist()]
    assert keys.tolist() == phrase_keys([fold(line.decode()) for line in content]).tolist()
    others = np.setdiff1d(np.arange(len(batch.starts)), lines)
    assert all(batch.blank[i] or batch.ends[i] - batch.starts[i] > LONGEST for i in others.tolist())


@given(
    texts, texts, st.sampled_from(["Übersicht", "αβγδεζηθικ", "don't miss it", "ab c", "分享到分享到分享到", "ab" * 14])
)
@settings(max_examples=300, deadline=None)
def test_a_phrase_is_found_in_its_line(before: str, after: str, phrase: str) -> None:
    folded = fold(phrase)
    anchors = [TermAnchor(folded), TermAnchor(folded, at_start=True), TermAnchor(folded, at_end=True)]
    keys, _ = term_keys(anchors, range(len(anchors)))
    anywhere = sum(map(str.isalnum, folded)) >= WINDOWS[-1]
    for head, tail, number in ((before, after, 0), (f"{before}\n…", after, 1), (before, f"!\n{after}", 2)):
        numbers, lines = keys.find(Batch([head + phrase + tail]))
        if number or anywhere:
            line = len(Batch([head]).starts) - 1
            assert (number, line) in set(zip(numbers.tolist(), lines.tolist(), strict=True))
