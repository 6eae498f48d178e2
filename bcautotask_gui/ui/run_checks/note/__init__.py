"""Adding an internal note to the ticket of a run."""
