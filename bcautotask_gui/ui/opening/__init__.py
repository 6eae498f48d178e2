"""What stands in the window until the database is open."""
