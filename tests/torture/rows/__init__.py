"""One module for each promise: a plain function that tries it so many times and says what was lost."""
