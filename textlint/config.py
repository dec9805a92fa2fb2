"""What a user may set: the defaults that ship, a ``textlint.yaml`` put over them, and options put over that."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import regex

from textlint.finding import Severity
from textlint.kinds.pattern import compiled
from textlint.source import Source, SourceError, read_source, shipped
from textlint.spec import Schema, SpecError, convert

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILE_NAMES = ("textlint.yaml", "textlint.yml", ".textlint.yaml")


class RuleSettings(Schema, frozen=True, kw_only=True):
    """What to have otherwise about one rule. ``safety: none`` means that it is never fixed."""

    severity: Severity | None = None
    safety: Literal["safe", "unsafe", "none"] | None = None
    options: dict[str, Any] = {}


class Override(Schema, frozen=True, kw_only=True):
    """Settings for files whose path matches one of the globs ``paths``; later overrides go before earlier ones."""

    paths: list[str]
    select: list[str] | None = None
    ignore: list[str] | None = None
    rules: dict[str, RuleSettings] = {}
    budget: float | None = None


class Config(Schema, frozen=True, kw_only=True):
    """All settings; ``config.yaml`` says what each is for."""

    select: list[str]
    ignore: list[str]
    packs: list[str]
    plugins: list[str]
    rules: dict[str, RuleSettings]
    overrides: list[Override]
    text_fields: list[str]
    id_field: str
    source_field: str
    language_field: str
    unsafe_fixes: bool
    fail_on: Literal["info", "warning", "error", "never"]
    budget: float
    protect: list[str]

    def protected(self) -> list[regex.Pattern[str]]:
        """The patterns of ``protect``, compiled. Raises SpecError, with its place in the config, for one that is none."""
        return [compiled(p, regex.V0 | regex.MULTILINE, ("protect", i)) for i, p in enumerate(self.protect)]

    def for_path(self, path: str) -> Config:
        """The settings for one file, the overrides that fit it put over the rest."""
        config = self
        for override in self.overrides:
            if any(_fits(path, pattern) for pattern in override.paths):
                own = {k: v for k in ("select", "ignore", "budget") if (v := getattr(override, k)) is not None}
                config = msgspec.structs.replace(config, **own, rules={**config.rules, **override.rules})
        return config


def _fits(path: str, pattern: str) -> bool:
    return _glob(pattern).match_file(path.removeprefix("/"))


@lru_cache(maxsize=256)
def _glob(pattern: str) -> GitIgnoreSpec:
    """A glob as git's ignore files have them. Raises ValueError."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([pattern])


class LoadedConfig(msgspec.Struct, frozen=True):
    """A config with the source that it came from, so that what is found wrong later still has a place."""

    config: Config
    source: Source
    given: frozenset[str] = frozenset()

    def error(self, error: SpecError) -> SourceError:
        """The error, with its place in the user's file, or in the options where those have ``given`` what is wrong."""
        return _option_error(error) if error.path and error.path[0] in self.given else self.source.error(error)


def _option_error(error: SpecError) -> SourceError:
    place = ".".join(map(str, error.path))
    return SourceError("options", f"{place}: {error.message}" if place else error.message)


def default_source() -> Source:
    """The ``config.yaml`` that ships: inside the package in a wheel, beside it in a source tree."""
    package = Path(__file__).parent
    places = [package / "config.yaml", package.parent / "config.yaml"]
    return shipped(next(place for place in places if place.is_file()))[0]


def find_config(start: Path) -> Path | None:
    """The nearest ``textlint.yaml`` in ``start`` or a folder above it."""
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            if (folder / name).is_file():
                return folder / name
    return None


def load_config(path: Path | None, options: Mapping[str, Any] | None = None) -> LoadedConfig:
    """The defaults, with the file at ``path`` and then ``options`` (keys as in the file) put over them.

    Raises SourceError with file, line and column of what is wrong. Paths in ``packs`` are made relative to the file.
    """
    source = read_source(path) if path else Source("options", {}, None)
    own = source.data or {}
    try:
        if not isinstance(own, dict):
            raise SpecError("a config is a mapping of settings, such as 'select: [spacing]'")
        merged = {**default_source().data, **own}
        config = convert(merged, Config)
        _check(config)
    except SpecError as error:
        raise source.error(error) from None
    if path and config.packs:
        config = msgspec.structs.replace(config, packs=[str(path.parent / pack) for pack in config.packs])
    given = {key: value for key, value in (options or {}).items() if value is not None}
    try:
        replaced = convert({**msgspec.to_builtins(config), **given}, Config)
        _check(replaced)
    except SpecError as error:
        raise _option_error(error) from None
    return LoadedConfig(replaced, source, frozenset(given))


def _check(config: Config) -> None:
    for i, budget in enumerate([config.budget, *(o.budget for o in config.overrides)]):
        if budget is not None and not 0 <= budget <= 1:
            path = ("budget",) if i == 0 else ("overrides", i - 1, "budget")
            raise SpecError(f"a share from 0 to 1 is wanted, got {budget:g}", path)
    for i, override in enumerate(config.overrides):
        for k, pattern in enumerate(override.paths):
            try:
                _glob(pattern)
            except ValueError as error:
                raise SpecError(f"no glob: {error}", ("overrides", i, "paths", k)) from None
    config.protected()
    if not config.text_fields:
        raise SpecError("at least one field is wanted", ("text_fields",))


def schema() -> dict[str, Any]:
    """The JSON schema of ``textlint.yaml``, for editors."""
    made = msgspec.json.schema(Config)
    made["$defs"]["Config"].pop("required", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "textlint.yaml", **made}
