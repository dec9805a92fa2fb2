"""Expressions of the packs are compiled when they are first used: all of them can be."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import lint_rules
from lint_rules._patterns import _Pattern

MODULES = [module.name for module in pkgutil.iter_modules(lint_rules.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_of_a_module_compiles(name: str) -> None:
    values = vars(importlib.import_module(f"lint_rules.{name}")).values()
    for expression in (value for value in values if isinstance(value, _Pattern)):
        expression.search("")


def test_a_method_is_the_compiled_ones_own_after_its_first_use() -> None:
    expression = _Pattern("a+", 0)
    assert expression.search("baa")[0] == "aa"
    assert "search" in vars(expression)
    assert expression.sub("b", "caa") == "cb"
