"""Questions to the graph, and reports made of their answers."""
