"""Open attempts at a ticket, and what a person may decide about them."""
