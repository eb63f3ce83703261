"""The language server: a draft is checked in the editor while it is written."""
