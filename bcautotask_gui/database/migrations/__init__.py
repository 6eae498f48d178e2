"""The history of our own tables, one file per change."""
