"""Regular expressions that are compiled when they are first used: most texts need few of those that the rules hold."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import cast

import regex

from textlint import compiled


class _Pattern:
    """What stands for a compiled expression. A method that was asked for once is the compiled one's own from then on."""

    search = cached_property(attrgetter("_compiled.search"))
    match = cached_property(attrgetter("_compiled.match"))
    fullmatch = cached_property(attrgetter("_compiled.fullmatch"))
    finditer = cached_property(attrgetter("_compiled.finditer"))
    findall = cached_property(attrgetter("_compiled.findall"))
    split = cached_property(attrgetter("_compiled.split"))
    sub = cached_property(attrgetter("_compiled.sub"))

    def __init__(self, expression: str, flags: int) -> None:
        self._parts = expression, flags

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        return compiled(*self._parts)


def pattern(expression: str, flags: int = 0) -> regex.Pattern[str]:
    """An expression that is compiled at its first use; after that it is as fast as one of `regex.compile`."""
    return cast("regex.Pattern[str]", _Pattern(expression, flags))
