"""What a fact is: frozen, strict records, every field described."""
