"""The routes to a job or a school: programmes one after the other, a first job, then the ladder."""
