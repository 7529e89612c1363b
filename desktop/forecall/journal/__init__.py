"""What the person wrote: tables, operations, reading, search, the call sheet and the lessons summary."""
