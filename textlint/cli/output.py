"""What a run tells while it goes and when it ends: progress, problems, findings, the report."""

from __future__ import annotations
