"""The first start: try the sample, or be guided through the set-up."""
