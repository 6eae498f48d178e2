"""Linking runs to a ticket that exists, and unlinking a wrong one."""
