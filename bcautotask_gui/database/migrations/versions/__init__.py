"""Each released change of our own tables."""
