# Every check in one command: `make check`. PYTHON is the interpreter that has the dev extra installed.
PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)

.PHONY: check test slow types lint imports docs examples

check: lint types imports docs examples test slow

test:
	$(PYTHON) -m pytest

slow:
	$(PYTHON) -m pytest -m "slow or integration"

types:
	$(PYTHON) -m mypy
	$(PYTHON) -m mypy docs/generate.py examples/clean_datasets.py
	$(PYTHON) -m mypy -p benchmarks.speed

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

imports:
	$(PYTHON) -c "from importlinter.cli import lint_imports_command as lint; lint()"

docs:
	$(PYTHON) docs/generate.py --check

examples:
	$(PYTHON) -m textlint test
