"""The room that keeps secrets in the keyring of the operating system."""
