"""Names for tables and columns of Backupchecks that are called otherwise here."""
