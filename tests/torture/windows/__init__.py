"""Processes that a row starts: the real window with somebody at it, who says on standard output what happened."""
