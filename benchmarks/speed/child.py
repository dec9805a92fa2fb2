"""A process that puts every text of a file through one tool: ``python -m benchmarks.speed.child TOOL FILE``.

Tools are imported only where they are used, so that each process pays for its own. Nothing is written: the work is what counts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

Work = Callable[[str], object]
ROUNDS = 20  # times that the floor works through its file


def datatrove_filters(*names: str) -> Work:
    """Filters of datatrove in sequence, with their defaults: a document that one of them drops doesn't reach the next."""
    module, data = import_module("datatrove.pipeline.filters"), import_module("datatrove.data")
    filters = [getattr(module, name)() for name in names]

    def work(text: str) -> bool:
        document = data.Document(text=text, id="")
        return all(step.filter(document) is True for step in filters)

    return work


def datatrove_ftfy() -> Work:
    """Datatrove's formatter, which calls ftfy with a milder set of fixes."""
    formatter: Any = import_module("datatrove.pipeline.formatters").FTFYFormatter()
    return lambda text: formatter.format(text)


def ftfy() -> Work:
    """ftfy with its defaults."""
    fix: Work = import_module("ftfy").fix_text
    return fix


def clean_text() -> Work:
    """clean-text with its defaults."""
    clean: Work = import_module("cleantext").clean
    return clean


TOOLS: dict[str, Callable[[], Work]] = {
    "c4": lambda: datatrove_filters("C4QualityFilter"),
    "gopher-quality": lambda: datatrove_filters("GopherQualityFilter"),
    "gopher-repetition": lambda: datatrove_filters("GopherRepetitionFilter"),
    "c4-gopher": lambda: datatrove_filters("C4QualityFilter", "GopherQualityFilter", "GopherRepetitionFilter"),
    "fineweb": lambda: datatrove_filters("FineWebQualityFilter"),
    "datatrove-ftfy": datatrove_ftfy,
    "ftfy": ftfy,
    "clean-text": clean_text,
}


def floor(path: str) -> None:
    """Decode every record and encode it again, all of them some times over: once is too fast to be timed well."""
    orjson = import_module("orjson")
    loads, dumps = orjson.loads, orjson.dumps
    for _ in range(ROUNDS):
        with open(path, "rb") as file:
            for line in file:
                dumps(loads(line))


def main() -> None:
    """Decode every record, and work on its text."""
    tool, path = sys.argv[1:]
    if tool == "floor":
        return floor(path)
    loads, work = import_module("orjson").loads, TOOLS[tool]()
    with open(path, "rb") as file:
        for line in file:
            work(loads(line)["text"])


if __name__ == "__main__":
    main()
