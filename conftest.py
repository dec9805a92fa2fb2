"""What pytest may collect on this machine."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("hyperscan") else ["textlint/scan/fast.py"]
