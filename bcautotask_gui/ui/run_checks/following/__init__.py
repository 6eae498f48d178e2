"""Shows in the list what others change."""
