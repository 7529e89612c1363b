"""What the lessons summary is made from, as the commands read it."""

from forecall.journal.summary_source import read_source

__all__ = ["read_source"]
