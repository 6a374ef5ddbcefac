"""Where a text names states, and where a word only looks as if it did."""
