"""The parts every page is made of: each paints itself in the theme's colours and can be used by keyboard."""
