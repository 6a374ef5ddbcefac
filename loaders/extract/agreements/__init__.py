"""Instruments between states: which, between whom, with what status, since when."""
