"""An open journal: operations, reading and undo, off the thread of whoever asks."""
