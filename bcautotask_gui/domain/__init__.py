"""The words and the rules in plain Python: what a run or a ticket is, what may be done with it."""
