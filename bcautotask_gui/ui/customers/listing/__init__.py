"""The list of customers: its order, and its pages as they are seen."""
