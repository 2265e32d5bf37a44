"""From what one likes, can't or won't do, and where one stands, to jobs, with the reasons."""
