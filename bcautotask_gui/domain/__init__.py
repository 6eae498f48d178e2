"""The words and the rules, in plain Python: what a run, a ticket, a mapping is and what may be done with it."""
