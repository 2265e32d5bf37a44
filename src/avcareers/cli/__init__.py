"""The command line: parse, ask, emit."""
