"""People who speak for states: name, office, state served."""
