"""Reading the list of runs."""
