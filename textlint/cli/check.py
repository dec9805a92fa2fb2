"""``textlint check``: find what is wrong, rule by rule."""

from __future__ import annotations
