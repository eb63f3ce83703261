"""Claims of who holds which office, held against the terms on record."""
