"""Resolving the ticket of a run: the dialog, and the act."""
