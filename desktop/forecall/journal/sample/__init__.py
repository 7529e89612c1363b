"""A believable journal to look at and to measure with: the same one for the same seed."""

from forecall.journal.sample.making import make_sample

__all__ = ["make_sample"]
