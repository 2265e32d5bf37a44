"""Pages for a terminal, a pipe or a document; results for programs."""
