"""The journal as a file: made, opened, migrated, copied."""
