"""Readers of article files, one module a format."""
