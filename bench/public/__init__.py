"""Measures against other people's public test data, which is no part of the project."""
