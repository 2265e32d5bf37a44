"""Words and numbers, in French and in English. Imports nothing of ours."""
