"""The runs of a view as a file."""
