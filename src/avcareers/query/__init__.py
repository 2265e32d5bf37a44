"""One question, one function: the catalogue and a day in, a frozen result out."""
