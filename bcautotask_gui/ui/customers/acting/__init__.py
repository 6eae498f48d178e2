"""What all acts on the Customers tab have in common."""
