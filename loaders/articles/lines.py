"""The lines of a text with their places, and what kinds of lines a newspaper page has above its story."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "caption", "feed_line", "page_button", "page_furniture", "title_like", "to_lines"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_CAPTION = re.compile(
    r"\((?:photo|image|picture|file|courtesy|credit|AFP|AP|Reuters|SPA|supplied)\b[^()]*\)\s*$|^(?:photo|image|picture|file)\b[^.]{0,40}[:/-]",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:short\s+url|follow(?:\s+us)?|share|print|https?://\S+|by\s+[\w .,'’-]{2,60})\s*", re.IGNORECASE
)
_BUTTON = re.compile(r"(?:short\s+url|follow(?:\s+us)?|share|print)\s*", re.IGNORECASE)
_FEED = re.compile(
    r"\s*-\s+(?:https?://\S+|rss feed:.*|date published:.*|(?:url|link|source|publisher):.*)\s*", re.IGNORECASE
)
_LONGEST_TITLE = 250
_SHORTEST_CAPTION = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text without the line end, where it begins, and where the next one begins."""

    text: str
    start: int
    after: int

    @property
    def blank(self) -> bool:
        """Whether there is nothing but white space on it."""
        return not self.text.strip()


def to_lines(text: str) -> tuple[Line, ...]:
    """Cut a text into lines at LF, CRLF or CR; the lines join up to the text again."""
    return tuple(Line(m[0].rstrip("\r\n"), m.start(), m.end()) for m in _LINE.finditer(text) if m.end() > m.start())


def title_like(text: str) -> bool:
    """Whether a line can be a headline: short, begins like one, and not a sentence that ends in a full stop."""
    line = text.strip()
    if not line or len(line) > _LONGEST_TITLE or line[0] in "-*•·–—(":
        return False
    return not line.endswith((".", ";", ":", ",")) or line.endswith(("...", "U.S.", "U.N.", "Jr."))


def page_furniture(text: str) -> bool:
    """Whether a line belongs to the page and not to the story: `Short Url`, `Follow`, an address, a byline."""
    return bool(_FURNITURE.fullmatch(text.strip()))


def page_button(text: str) -> bool:
    """Whether a line is a word to press on: `Short Url`, `Follow`, `Share`."""
    return bool(_BUTTON.fullmatch(text.strip()))


def caption(text: str) -> bool:
    """Whether a line is a photo caption: it names its photographer, or is a sentence where none belongs."""
    return bool(_CAPTION.search(text)) or (len(text) > _SHORTEST_CAPTION and text.rstrip().endswith((".", ")")))


def feed_line(text: str) -> bool:
    """Whether a line is the kind that a feed puts under each headline: `- https://…`, `- date published: …`."""
    return bool(_FEED.fullmatch(text))
