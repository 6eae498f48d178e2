"""The parts that every tab is built from."""
