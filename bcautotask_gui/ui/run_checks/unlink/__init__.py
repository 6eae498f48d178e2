"""Taking a wrong link away."""
