"""What the program promises when things go wrong, tried on the real program: ``make torture``."""
