"""Claims about measures, computed from the tables at the moment of judging."""
