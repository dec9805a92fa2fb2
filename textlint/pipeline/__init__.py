"""From files to files: read, lint, write and count, in one process or several."""

GARBAGE = (50_000, 20, 50)
"""After how many new objects Python looks for cycles: starts and batches make very many values, and hardly a cycle."""
