"""How facts come in: strict YAML, validated, compiled into one SQLite catalogue."""
