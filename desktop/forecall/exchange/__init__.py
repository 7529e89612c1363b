"""The ways out of the journal and into it."""
