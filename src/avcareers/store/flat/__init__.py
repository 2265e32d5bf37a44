"""The catalogue as flat tables, one for each relation: what they hold, and their rows."""
