"""The room that talks to the Backupchecks database and to our own tables in it."""
