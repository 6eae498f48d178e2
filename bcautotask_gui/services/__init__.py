"""What a person can do with the application, step by step, without Qt, HTTP or SQL."""
