"""Ticket numbers that are typed by hand."""
