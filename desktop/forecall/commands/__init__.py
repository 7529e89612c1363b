"""What each command does, one module a group; each is imported when it is asked for."""
