"""Reviewing exact matches: many customers mapped by one act."""
