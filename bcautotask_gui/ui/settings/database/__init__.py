"""The section Database: the connection of this workplace, and what was found behind it."""
