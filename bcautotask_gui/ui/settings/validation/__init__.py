"""Validate configuration: everything that would stop a ticket, each with the way to it."""
