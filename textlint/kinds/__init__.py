"""The ready-made ways to find something that a YAML rule can name under ``find:``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from textlint.finder import Finder
from textlint.kinds import combine, document, pattern, terms
from textlint.spec import Path, Schema, SpecError, convert, nearest


class Kind(NamedTuple):
    """A kind's schema, and how a finder is built from it.

    A ``nested`` kind is given what builds those inside it, a ``timed`` one whether its patterns are known to be quick.
    """

    schema: type[Schema]
    build: Callable[..., Finder]
    nested: bool = False
    timed: bool = False


def build(find: object, path: Path = (), *, lazy: bool = False) -> Finder:
    """The finder that a ``find:`` mapping describes. Raises SpecError with the place of what is wrong in it.

    With ``lazy`` its patterns are taken to be right and quick, and compiled when they are first needed.
    """
    if not isinstance(find, Mapping):
        raise SpecError(f"'find' must be a mapping with one of: {', '.join(KINDS)}", path)
    kind = next((KINDS[key] for key in find if key in KINDS), None)
    if kind is None:
        first = next(iter(find), "")
        raise SpecError(
            f"no kind '{first}'{nearest(str(first), KINDS)}", (*path, first) if find else path, on_key=bool(find)
        )
    spec = convert(find, kind.schema, path)
    try:
        given = ([partial(build, lazy=lazy)] if kind.nested else []) + ([lazy] if kind.timed else [])
        finder = kind.build(spec, *given)
        if not lazy:
            finder.ready()
        return finder
    except SpecError as error:
        raise SpecError(error.message, (*path, *error.path), on_key=error.on_key) from None


Build = Callable[..., Finder]


def _build_count(spec: document.Count, build: Build) -> Finder:
    return document.build_count(spec, build(spec.count, ("count",)))


def _build_all(spec: combine.All, build: Build) -> Finder:
    inner = [(find, ("all", i)) for i, find in enumerate(spec.all)]
    wanted = [build(find, path) for find, path in inner if "not" not in find]
    barred = [build(find["not"], (*path, "not")) for find, path in inner if "not" in find]
    if not wanted:
        raise SpecError("'all' needs at least one kind that is not under 'not'", ("all",))
    return combine.build_all(wanted[0], wanted[1:], barred)


def _build_any(spec: combine.AnyOf, build: Build) -> Finder:
    if not spec.any:
        raise SpecError("'any' needs at least one kind", ("any",))
    return combine.build_any([build(find, ("any", i)) for i, find in enumerate(spec.any)])


KINDS: dict[str, Kind] = {
    "terms": Kind(terms.Terms, terms.build),
    "pattern": Kind(pattern.Pattern, pattern.build, timed=True),
    "chars": Kind(pattern.Chars, pattern.build_chars),
    "measure": Kind(document.Measure, document.build_measure),
    "count": Kind(document.Count, _build_count, nested=True),
    "zone": Kind(document.Zone, document.build_zone),
    "all": Kind(combine.All, _build_all, nested=True),
    "any": Kind(combine.AnyOf, _build_any, nested=True),
}
