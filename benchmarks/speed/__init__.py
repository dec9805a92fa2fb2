"""How fast textlint is: ratios of CPU time against a floor and against other tools, all measured in one run.

    pip install -e . -r benchmarks/requirements.txt
    python -m benchmarks.speed --quick

The texts are made by a seeded generator (``--pages`` names a file of real ones), every contestant is a process of its own,
and ``--docs docs`` writes the page and the picture that users see.
"""
