"""What an article knows around a sentence: its states, who is meant by "the two sides" or "he", whose words are quoted."""
