"""What can be said: types, vocabularies, countries, values and the exchange format."""
