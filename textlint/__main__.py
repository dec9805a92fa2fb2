"""``python -m textlint``."""

from textlint.cli import main

if __name__ == "__main__":
    main()
