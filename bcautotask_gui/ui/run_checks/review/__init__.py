"""Marking runs as reviewed, and taking it back."""
