"""What the program notices by itself: pure functions over records."""
