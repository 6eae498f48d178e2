"""Settings that somebody else saved meanwhile, beside what is edited here."""
