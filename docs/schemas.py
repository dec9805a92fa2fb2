"""What docs/generate.py makes of msgspec schemas: tables for people, JSON schemas for editors."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import msgspec
from msgspec import inspect as types

from textlint.anchor import Anchor
from textlint.batch import Batch
from textlint.kinds import KINDS
from textlint.kinds.filters import Filters
from textlint.measures import MEASURES
from textlint.pack import ExampleSpec, FixSpec, PackSpec, RuleSpec
from textlint.zones import ZONES

KINDS_INTRO = """\
The ready-made ways to find something that a YAML rule names under `find:`. The kind is the key that bears its name:

```yaml
find:
  terms: {en: [comments are closed]}
  match: line
  where: tail
```"""
ZONE_TEXTS = {
    "anywhere": "every line",
    "head": "lines before the first line of prose; all of them where there is none",
    "tail": "lines after the last line of prose; all of them where there is none",
    "edges": "head or tail",
    "run": "a short line whose nearest neighbour, blank lines aside, is short too",
    "outside": "every line that is not prose",
}
TITLES = {
    "PackSpec": "A pack",
    "RuleSpec": "A rule",
    "FixSpec": "A fix",
    "ExampleSpec": "An example",
    "RuleSettings": "rules",
}
SIMPLE = {
    types.StrType: "text", types.IntType: "whole number", types.FloatType: "number", types.BoolType: "true or false",
    types.AnyType: "anything", types.NoneType: "nothing",
}  # fmt: skip


def plain(docstring: str | None) -> str:
    """A docstring as Markdown: roles such as ``:class:`` become inline code."""
    text = inspect.cleandoc(docstring or "").replace("\\\\", "\\")
    text = text.replace(":class:`textlint.anchor.Anchor`", "[Anchors](#anchors)")
    return re.sub(r":\w+:`~?([\w.]+)`", lambda role: f"`{role[1].rpartition('.')[2]}`", text)


def struct_table(schema: type[msgspec.Struct], without: type[msgspec.Struct] | None = None) -> str:
    """A schema's docstring and a table of its keys, but for those that it has from ``without``."""
    info = types.type_info(schema)
    assert isinstance(info, types.StructType)
    hidden = without.__struct_fields__ if without and issubclass(schema, without) else ()
    rows = [
        f"| `{field.encode_name}` | {_words(field.type)} | {_default(field)} |"
        for field in info.fields
        if field.encode_name not in hidden
    ]
    return "\n".join([plain(schema.__doc__), "", "| key | type | default |", "|---|---|---|", *rows])


def _default(field: types.Field) -> str:
    if field.required:
        return "has to be given"
    value = field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
    if value is None:
        return ""
    return f"`{value.value if hasattr(value, 'value') else str(value).lower() if isinstance(value, bool) else value}`"


def _words(node: types.Type) -> str:
    """A type in words."""
    if isinstance(node, types.UnionType):
        parts = [part for part in node.types if not isinstance(part, types.NoneType)]
        lists = [part for part in parts if isinstance(part, types.ListType) and part.item_type in parts]
        return " or ".join([_words(part) for part in parts if part not in lists] + ["a list of them"] * len(lists))
    if isinstance(node, types.LiteralType):
        return ", ".join(f"`{value}`" for value in node.values)
    if isinstance(node, types.EnumType):
        return ", ".join(f"`{member.value}`" for member in node.cls)
    if isinstance(node, types.ListType):
        return f"list of {_words(node.item_type)}"
    if isinstance(node, types.DictType):
        value = "" if isinstance(node.value_type, types.AnyType) else f" of {_words(node.value_type)}"
        return f"mapping{value}"
    if isinstance(node, types.StructType):
        title = TITLES.get(node.cls.__name__)
        return f"mapping ([{title}](#{title.lower().replace(' ', '-')}))" if title else "mapping"
    return SIMPLE[type(node)]


def kinds_page() -> str:
    """Every kind, the filters they share, anchors, zones and measures."""
    assert set(ZONE_TEXTS) == set(ZONES), "docs/schemas.py: describe every zone"
    parts = ["# Kinds", KINDS_INTRO, "A filter goes beside the kind's own keys, in those kinds that look at lines."]
    for name, kind in KINDS.items():
        filtered = "\n\nTakes the [filters](#filters) too." if issubclass(kind.schema, Filters) else ""
        parts.append(f"## {name}\n\n{struct_table(kind.schema, Filters)}{filtered}")
    parts.append("## Filters\n\n" + struct_table(Filters))
    zones = "\n".join(f"- `{name}`: {text}" for name, text in ZONE_TEXTS.items())
    parts.append(f"The zones of `where`:\n\n{zones}\n\nProse: {_prose()}")
    parts.append("## Anchors\n\n" + plain(Anchor.__doc__))
    parts.append("## Measures\n\n" + "\n".join(_measures()))
    parts.append("# The rule around it")
    for spec in (PackSpec, RuleSpec, FixSpec, ExampleSpec):
        parts.append(f"## {TITLES[spec.__name__]}\n\n{struct_table(spec)}")
    return "\n\n".join(parts)


def _prose() -> str:
    text = plain(inspect.getdoc(Batch.prose))
    return text[:1].lower() + text[1:]


def _measures() -> Iterator[str]:
    """The measures, those that differ in nothing but a number in one line."""
    named: dict[str, list[str]] = {}
    for name, measure in MEASURES.items():
        text = inspect.getdoc(measure.func if isinstance(measure, partial) else measure) or ""
        named.setdefault(plain(" ".join(text.split())), []).append(f"`{name}`")
    yield from (f"- {', '.join(names)}: {text}" for text, names in named.items())


def pack_schema() -> dict[str, Any]:
    """The JSON schema of a pack: ``find`` is one of the kinds, with kinds inside kinds checked too."""
    tops = [PackSpec, RuleSpec, *(kind.schema for kind in KINDS.values())]
    _, defs = msgspec.json.schema_components(tops, ref_template="#/$defs/{name}")
    find = {"$ref": "#/$defs/find"}
    names = [kind.schema.__name__ for kind in KINDS.values()]
    defs["find"] = {"title": "find", "oneOf": [{"$ref": f"#/$defs/{name}"} for name in names]}
    barred = {"type": "object", "properties": {"not": find}, "required": ["not"], "additionalProperties": False}
    defs["PackSpec"]["properties"]["rules"]["items"] = {"$ref": "#/$defs/RuleSpec"}
    defs["RuleSpec"]["properties"]["find"] = find
    defs["Count"]["properties"]["count"] = find
    defs["All"]["properties"]["all"]["items"] = {"oneOf": [find, barred]}
    defs["AnyOf"]["properties"]["any"]["items"] = find
    defs["ExampleSpec"]["oneOf"] = [{"required": ["fail"]}, {"required": ["pass"]}]
    defs["FixSpec"]["oneOf"] = [{"required": ["delete"]}, {"required": ["replace"]}]
    top = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "textlint pack"}
    return described({**top, "$ref": "#/$defs/PackSpec", "$defs": dict(sorted(defs.items()))})


def described(schema: dict[str, Any]) -> dict[str, Any]:
    """A JSON schema whose descriptions, which are docstrings, are cleaned: releases of Python indent them differently."""
    cleaned = {
        name: {**node, "description": plain(node["description"])} if "description" in node else node
        for name, node in schema["$defs"].items()
    }
    return {**schema, "$defs": cleaned}
