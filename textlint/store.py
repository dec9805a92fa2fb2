"""What takes time to make, kept on disk under the hash of what it was made from: databases of anchors, parsed packs."""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

_DAY = 24 * 60 * 60  # seconds
_KEPT = 30 * _DAY  # seconds after which a file that was not read is deleted


class Store:
    """A folder of files, each with a checksum in front; a damaged or missing one reads as None.

    Several processes may write at once: a file appears whole or not at all. A folder that cannot be written is no
    error, only slower. A file's time of change says when it was last used, to the day; when a process writes its first new
    one, those that were not used for 30 days go: they belong to other rules or to another version.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.bin"

    def get(self, name: str) -> bytes | None:
        """What is kept under ``name``."""
        try:
            content = self._path(name).read_bytes()
        except OSError:
            return None
        self._used(name)
        checksum, payload = content[:32], content[32:]
        return payload if hashlib.sha256(payload).digest() == checksum else None

    def _used(self, name: str) -> None:
        """Note that a file is in use; not more than once a day."""
        with suppress(OSError):
            if time.time() - self._path(name).stat().st_mtime > _DAY:
                os.utime(self._path(name))

    def put(self, name: str, payload: bytes) -> None:
        """Keep ``payload`` under ``name``."""
        import tempfile  # most runs only read

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(payload).digest() + payload)
                os.replace(temporary, self._path(name))
            except BaseException:
                os.unlink(temporary)
                raise
        except OSError:
            return
        sweep(self.folder)


@cache
def sweep(folder: Path) -> None:
    """Delete what was not used for long, once a process; another one may do the same."""
    oldest = time.time() - _KEPT
    for path in folder.glob("*.bin"):
        with suppress(OSError):
            if path.stat().st_mtime < oldest:
                path.unlink()


def default_store() -> Store:
    """The user's cache folder, or the one that ``TEXTLINT_CACHE_DIR`` names."""
    named = os.environ.get("TEXTLINT_CACHE_DIR")
    if named:
        return Store(Path(named))
    from platformdirs import user_cache_path

    return Store(user_cache_path("textlint", appauthor=False))
