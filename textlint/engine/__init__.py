"""The engine: finds with all rules at once, merges their fixes, and repeats until a text has settled."""
