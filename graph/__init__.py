"""From article facts to statements, to one graph, to its homes."""
