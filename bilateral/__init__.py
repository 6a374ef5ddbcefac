"""A knowledge graph of relations between states: sources, facts, statements, one graph, and its homes."""

from importlib.metadata import PackageNotFoundError, version

__all__ = ["__version__"]

try:
    __version__ = version("bilateral")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0+unknown"
