"""How good extraction is: facts compared with what careful readers noted."""

from bilateral.loaders.evaluation.documents import Document, read_documents
from bilateral.loaders.evaluation.report import Mistake, Report, evaluate

__all__ = ["Document", "Mistake", "Report", "evaluate", "read_documents"]
