"""How fast it is, each figure beside its floor or its growth in the same run: ``make bench``."""
