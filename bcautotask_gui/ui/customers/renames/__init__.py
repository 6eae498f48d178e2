"""Taking note of companies that were renamed."""
