"""From a sentence to its parse, and the walks over it."""
