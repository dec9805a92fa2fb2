from collections.abc import Callable

from textlint.text import Text

MEASURES: dict[str, Callable[[Text], float]] = {}
