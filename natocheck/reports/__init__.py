"""Report → text: one file per format, and the registry that names them."""
