"""Claims of who belongs to what, held against the record."""
