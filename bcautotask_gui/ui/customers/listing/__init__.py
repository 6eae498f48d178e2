"""What the panel tells of the chosen customer beside its row."""
