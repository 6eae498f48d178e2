"""The section Appearance and language: how this workplace looks and which keys act."""
