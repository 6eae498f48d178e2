"""What a person does to the mapping of one customer."""
