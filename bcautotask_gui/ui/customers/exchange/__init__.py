"""Mappings to and from files."""
