"""The rules that ship find the same in all their examples with Hyperscan and without."""

from __future__ import annotations

import pytest

from textlint import Linter
from textlint.pack import builtin_packs

pytest.importorskip("hyperscan")


@pytest.mark.slow
def test_examples_of_all_rules() -> None:
    rules = [rule for rule in builtin_packs() if rule.enabled]
    texts = [text.replace("⟪", "").replace("⟫", "") for rule in rules for text in (e.text for e in rule.examples)]
    texts += [text.replace(" ", "\xa0") for text in texts[::20]]
    fast, plain = (Linter.with_rules(rules, use_hyperscan=use).fix_batch(texts) for use in (True, False))
    assert [result.findings for result in fast] == [result.findings for result in plain]
