"""The Run Checks tab."""
