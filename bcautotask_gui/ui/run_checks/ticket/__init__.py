"""The ticket of the selected run, read while it is looked at."""
