"""Articles as they come: one module a format; `read_sources` chooses by the file's ending."""

from bilateral.loaders.articles.sources import READERS, read_sources

__all__ = ["READERS", "read_sources"]
