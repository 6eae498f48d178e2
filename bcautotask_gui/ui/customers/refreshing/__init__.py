"""Asking Autotask about all mapped companies at once."""
