"""Reports for people: a summary, and the way from an edge to its words."""
