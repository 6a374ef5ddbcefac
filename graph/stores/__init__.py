"""The places a graph can live in: one protocol, two engines."""
