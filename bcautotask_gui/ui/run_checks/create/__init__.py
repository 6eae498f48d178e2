"""The preview of a ticket, and the act of creating it."""
