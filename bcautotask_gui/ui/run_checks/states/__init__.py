"""How the tickets of runs stand, read again in the background."""
