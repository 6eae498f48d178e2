"""Runs by job: one line per job, and the way to its runs."""
