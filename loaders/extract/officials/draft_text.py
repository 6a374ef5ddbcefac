"""The texts of a draft: the name, the office without the state's name, the ministry or force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bilateral.loaders.extract.officials.row import Row
    from bilateral.loaders.extract.officials.titles import Title

__all__ = ["name_text", "organ_text", "title_text"]

_ACRONYM: Final = 3
_FORCES: Final = frozenset({"army", "navy", "military", "police", "treasury"})
_CHAMBERS: Final = frozenset({"house", "senate"})


def name_text(text: str, *, shouted: bool) -> str:
    """Give the name as one line; capitals throughout are a headline's, not the name's."""
    text = " ".join(text.split())
    return text.title() if text.isupper() and (" " in text or (shouted and len(text) > _ACRONYM)) else text


def title_text(row: Row, title: Title) -> str:
    """Give the office as the text has it, without the state's name."""
    pieces: list[str] = []
    for i in range(title.first, title.last):
        if i in title.left_out:
            continue
        glued = i - 1 not in title.left_out and i > title.first and row.words[i - 1].end == row.words[i].start
        pieces.append(row.text(i) if glued or not pieces else f" {row.text(i)}")
    text = "".join(pieces).strip(" ,")
    return text.title() if text.isupper() and " " in text else text


def organ_text(row: Row, title: Title) -> str | None:
    """Give the ministry, house or force, as named; an office's own words may name it: `army chief`, `Chairman of the Joint Chiefs of Staff`."""
    first, last = title.organ or _organ_inside(row, title)
    if last <= first:
        return None
    return " ".join(row.body[row.words[first].start : row.words[last - 1].end].split())


def _organ_inside(row: Row, title: Title) -> tuple[int, int]:
    if "attach" in title.office.name:
        return 0, 0
    for i in range(title.first, title.last):
        if (row.low(i), row.low(i + 1)) == ("joint", "chiefs"):
            return i, i + (4 if row.low(i + 3) == "staff" else 2)
        chamber = row.low(i) in _CHAMBERS and title.head == i
        if chamber or row.low(i) in _FORCES:
            return i, i + 1
    return 0, 0
