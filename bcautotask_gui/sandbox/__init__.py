"""A local Autotask and a sample Backupchecks database, for the demo and the tests."""
