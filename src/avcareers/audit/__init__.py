"""One rule, one generator of findings."""
