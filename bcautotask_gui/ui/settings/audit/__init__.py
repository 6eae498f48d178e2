"""The audit log in Settings: who did what, and whether the log still says so."""
