"""Every widget; one folder per tab."""
