"""The steps from each version of the file to the next."""
