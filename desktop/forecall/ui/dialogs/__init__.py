"""Windows that are asked for: editing a call, choosing a client, printing."""
