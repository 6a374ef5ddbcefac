"""Sums of money and quantities."""
