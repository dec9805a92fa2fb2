"""The content of a line, and what is known of it: worked out once, however many rules ask and however often it stands.

A page's rules look at the same lines again and again, a menu's lines come back on every page of a site, and a text that
was changed in one place is the same in all others. What depends on nothing but a line's content is kept with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

KEPT = 1000  # code points of a line up to which what is known of it is kept


class Line:
    """The content of a line, without its line end.

    >>> line = Line("Share")
    >>> line.of(lambda line: line.value.lower())
    'share'
    """

    __slots__ = ("_known", "value")

    def __init__(self, value: str) -> None:
        self.value = value
        self._known: dict[Callable[[Line], Any], Any] = {}

    def of(self, ask: Callable[[Line], T]) -> T:
        """What a pure function says of this line; it is called once."""
        known = self._known
        if ask in known:
            return known[ask]  # type: ignore[no-any-return]
        answer = known[ask] = ask(self)
        return answer


class Lines(dict[str, Line]):
    """Lines by their content, each made when it is first asked for; long ones are not kept.

    ``kept`` is room for what else is known of the lines of the batch before, by the function that keeps it there.
    """

    def __init__(self) -> None:
        self.kept: dict[Callable[..., Any], dict[Any, Any]] = defaultdict(dict)

    def __missing__(self, value: str) -> Line:
        line = Line(value)
        if len(value) <= KEPT:
            self[value] = line
        return line
