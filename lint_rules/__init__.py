"""The packs that textlint ships: YAML where a ready-made kind can say it, Python where none can."""
