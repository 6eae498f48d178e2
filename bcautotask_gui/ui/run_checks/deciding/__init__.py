"""What a person decides about runs, beside creating and resolving."""
