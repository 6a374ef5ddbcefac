"""From the text of one article to its facts, step by step."""
