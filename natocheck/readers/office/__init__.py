"""Word and OpenDocument files: their paragraphs, as with all tracked changes accepted."""
