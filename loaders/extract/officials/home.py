"""The state whose voice or capital an article comes from: what 'the government' and 'we' mean there.

Input: the body, the mentions, the article's address. Output: a state code, or None. Signs, in order: a ministry's own header, a
government's web address, the capital in the dateline. Where all of them are wanting, the officials whom the text names without a state
tell it (`home_of`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.datelines import dateline
from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.loaders.extract.text.marks import OfficialMark, StateMention
    from bilateral.schema.facts import ArticleHead

__all__ = ["find_home", "home_of"]

_HEADERS: Final = {
    "USA": re.compile(r"^[ \t]*(?:Office of the Spokesperson|.{0,30}\bstate\.gov\b)", re.IGNORECASE | re.MULTILINE),
}
_ADDRESS = re.compile(
    r"\b(?:gov|gob|gouv|govt|go|gub|mfa|mofa|mod|parliament|president|org)\.([a-z]{2})\b", re.IGNORECASE
)
_ALSO: Final = {"UK": "GB", "EU": ""}
_HEAD = 400
_OPENED = re.compile(r" ?(?::|[–—]|-{1,3}) ")


def find_home(body: str, mentions: Sequence[StateMention], head: ArticleHead | None = None) -> str | None:
    """Give the article's home state."""
    for issuer, sign in _HEADERS.items():
        if sign.search(body):
            return issuer
    address = _ADDRESS.search(
        " ".join(filter(None, (head.url if head else None, head.publisher if head else None)))
    ) or _ADDRESS.search(body)
    if address and (code := _by_iso2(address[1].upper())):
        return code
    for start, end in dateline(body)[:1]:
        if start < _HEAD:
            found = [m.code for m in mentions if start <= m.start < end and m.kind in {"capital", "name"}]
            if found:
                return found[0]
    return _opening(body, mentions)


def home_of(officials: Iterable[OfficialMark]) -> str | None:
    """Give the state of the officials that the text names by their office alone, if they all serve one."""
    codes = {o.country for o in officials if o.rule.endswith(("/home", "/holder"))} - {None}
    return codes.pop() if len(codes) == 1 else None


def _opening(body: str, mentions: Sequence[StateMention]) -> str | None:
    """Read a capital in small letters that opens the text: `Valletta: The cabinet …`."""
    first = mentions[0] if mentions else None
    opens = first is not None and first.kind == "capital" and not body[: first.start].strip()
    return first.code if first and opens and _OPENED.match(body, first.end) else None


def _by_iso2(iso2: str) -> str | None:
    code = _ALSO.get(iso2, iso2)
    return next((s.code for s in states().all if s.iso2 == code and s.kind == "state"), None)
