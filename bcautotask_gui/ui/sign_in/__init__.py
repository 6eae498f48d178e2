"""Signing in, the role that is acted under, and the lock of an idle window."""
