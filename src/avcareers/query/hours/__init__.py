"""The 507 hours of annexes 8 and 10: an estimate, line by line."""
