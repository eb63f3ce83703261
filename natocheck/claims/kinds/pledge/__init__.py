"""Claims about what the allies promised: how much, for what, where, and by when."""
