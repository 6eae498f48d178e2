"""Writing to a ticket: what notes and resolving have in common."""
