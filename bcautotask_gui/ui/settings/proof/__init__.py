"""The test ticket beside Resolving and notes, and what earlier ones showed."""
