"""Releases of the data: what is published, and what changed since the one before."""
