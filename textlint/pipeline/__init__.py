"""From files to files: read, lint, write and count, in one process or several."""
