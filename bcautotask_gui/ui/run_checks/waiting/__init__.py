"""Looking for tickets of which nobody knows whether they were created."""
