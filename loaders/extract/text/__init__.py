"""How a text is cut and searched: paragraphs, sentences, words, phrases, quotations."""
