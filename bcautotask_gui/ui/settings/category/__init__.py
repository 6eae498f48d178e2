"""What a ticket category fills in, read when it is chosen."""
