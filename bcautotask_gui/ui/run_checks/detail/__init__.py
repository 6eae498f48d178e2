"""Reading everything about the selected run."""
