"""Bounds on what one rule may cost on one document."""

SECONDS = 2.0  # a pattern that has not come to an end on a line or document by then is given up, and reported
