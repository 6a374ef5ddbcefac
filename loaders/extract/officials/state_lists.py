"""Officials of one office, each after the own state: `the ministers of Malta – Karl Vella, Peru Luis Soto and Chad (Idris Nour)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.drafts import Draft
from bilateral.loaders.extract.officials.names import name_after, skip_honorifics
from bilateral.loaders.extract.officials.office_words import office_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.officials.names import Name
    from bilateral.loaders.extract.officials.row import Row

__all__ = ["find_state_lists"]

_LINKS: Final = frozenset({",", ";", "and", "&", "of", "the"})
_OPENS: Final = frozenset({",", "-", "–", "—", "(", ":"})
_FULL: Final = 2


def find_state_lists(row: Row, sentence: int, taken: set[int]) -> Iterator[Draft]:
    """Give the officials of such lists whose names do not begin at an offset in `taken`; a list has two at least."""
    i = 0
    while i < len(row):
        found = row.office(i)
        i += found[0] if found else 1
        if found is None or not found[1].plural or found[1].kind == "weak":
            continue
        at = _field(row, i)
        items = list(_items(row, at)) if row.low(at) == "of" else []
        for code, name in items if len(items) >= _FULL else ():
            if row.words[name.first].start not in taken:
                yield Draft.of_name(
                    row, sentence, name, code=code, office=(found[1].name, found[1].name), rule="state-list"
                )


def _field(row: Row, at: int) -> int:
    """Step over `of Foreign Affairs`, so that `of Malta` follows."""
    k = at + 1
    while row.low(at) == "of" and row.known(k, office_words().portfolio) and row.state(k) is None:
        k += 1
    return k if k > at + 1 and row.low(k) == "of" else at


def _items(row: Row, at: int) -> Iterator[tuple[str, Name]]:
    """Give state and name of each of the list; it ends where one of them is missing."""
    known = office_words().state_words | _LINKS
    while True:
        while row.state(at) is None and (row.low(at) in _LINKS or row.known(at, known)):
            at += 1
        mention = row.state(at)
        if mention is None:
            return
        after = row.state_after(at)
        after += row.known(after, office_words().state_words) and row.capital(after)
        first = skip_honorifics(row, after + (row.low(after) in _OPENS))
        name = name_after(row, first)
        if name is None or name.parts < _FULL or row.office(first):
            return
        yield mention.code, name
        at = name.last + (row.low(name.last) == ")")
        if row.low(at) not in _LINKS - {"of", "the"}:
            return
