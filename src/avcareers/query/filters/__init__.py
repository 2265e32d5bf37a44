"""What can be asked of a list: each filter is declared once, in `jobs.py` or `schools.py`."""
