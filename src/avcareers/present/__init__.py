"""Results as neutral pages: all wording, both languages."""
