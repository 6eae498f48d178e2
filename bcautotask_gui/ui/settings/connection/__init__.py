"""The connection test beside the form, and what follows from it."""
