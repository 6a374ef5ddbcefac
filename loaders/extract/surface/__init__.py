"""A sentence laid out as a line of words, and what its surface tells: who may act, who speaks."""
