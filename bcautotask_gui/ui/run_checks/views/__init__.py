"""Own views: what is chosen above the table, kept under a name of the person's own."""
