"""Saving the form: secrets to the keyring, settings to the database."""
