"""What a search finds: what its words may stand for, and what is most about them."""
