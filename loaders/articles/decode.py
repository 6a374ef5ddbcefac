"""A file's bytes become text: strict UTF-8, nothing changed, or an error that names the byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["decode", "read_bytes", "without_bom"]

_BOM = "\ufeff"
_OTHER_BOMS = (b"\xff\xfe", b"\xfe\xff")
#: Text in UTF-16 without a mark is every second byte NUL; a stray NUL in an article is not.
_NUL_SHARE = 0.1
_TO_UTF8 = "Convert it first: iconv -f ENCODING -t UTF-8 OLD > NEW"


def read_bytes(path: Path) -> bytes:
    """Return the file's bytes; an unreadable or empty file is an ArticleError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ArticleError(
            f"the file cannot be read: {error.strerror}", place=str(path), remedy="Check the path and its permissions."
        ) from error
    if not data.strip():
        raise ArticleError("the file is empty", place=str(path), remedy="Remove it, or put an article into it.")
    return data


def decode(data: bytes, place: str, *, offset: int = 0) -> str:
    """Decode UTF-8 exactly (line ends and marks kept); `offset` is where `data` begins in its file."""
    if data.startswith(_OTHER_BOMS) or data.count(0) > _NUL_SHARE * len(data):
        raise ArticleError("the text is UTF-16, not UTF-8", place=place, remedy=_TO_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = offset + error.start
        raise ArticleError(
            f"byte {at} (0x{data[error.start]:02x}) is not UTF-8", place=place, remedy=_TO_UTF8
        ) from error


def without_bom(text: str) -> str:
    """Return the text without a byte order mark at its start."""
    return text.removeprefix(_BOM)
