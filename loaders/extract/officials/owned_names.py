"""`talks with France's Anna Weber`: a person named by the state alone, among officials who meet.

Only where the sentence tells of a meeting and names an official or a counterpart, so that the person is one of their company.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.drafts import Draft
from bilateral.loaders.extract.officials.names import name_after, skip_honorifics
from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.officials.persons import folded
from bilateral.loaders.extract.officials.served_words import served_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bilateral.loaders.extract.officials.row import Row

__all__ = ["find_owned_names"]

_GENITIVE: Final = frozenset({"'s", "'"})
_LIST: Final = frozenset({",", "and", "&", ":", "–", "—", "-"})
_WITH: Final = frozenset({"with"})
_FULL: Final = 2


def find_owned_names(row: Row, sentence: int, here: Sequence[Draft], surnames: Collection[str]) -> Iterator[Draft]:
    """Give every person with a state's genitive before the name; `here` are the officials of the sentence, `surnames` those of the text so far."""
    if not _is_meeting(row, here, surnames):
        return
    taken = {d.name_start for d in here if d.name}
    ends = {d.end for d in here if d.name}
    model = next((d for d in here if d.kind == "strong"), None)
    for i in range(len(row)):
        mention = row.state(i - 1)
        if row.low(i) not in _GENITIVE or mention is None or mention.kind not in {"name", "capital"}:
            continue
        name = name_after(row, skip_honorifics(row, i + 1))
        if name is None or name.parts < _FULL or not _is_person(row, i + 1, name.last):
            continue
        start, end = row.words[name.first].start, row.words[name.last - 1].end
        if start not in taken and _in_company(row, row.state_before(i), ends):
            ends.add(end)
            office = (model.title, model.office) if model else ("", "")
            yield Draft.of_name(row, sentence, name, code=mention.code, office=office, rule="state-name")


def _in_company(row: Row, first: int, ends: Collection[int]) -> bool:
    """Whether the phrase at word `first` is met by somebody, or stands in a list after one who is."""
    at = first - 1
    while row.low(at) in _LIST:
        at -= 1
    if at >= 0 and row.words[at].end in ends:
        return at < first - 1
    return row.low(at) in served_words("company") | _WITH | (served_words("meets") if at == first - 1 else frozenset())


def _is_meeting(row: Row, here: Sequence[Draft], surnames: Collection[str]) -> bool:
    """Whether the sentence tells that officials meet."""
    words = {row.low(i) for i in range(len(row))}
    known = any(row.capital(i) and folded(row.low(i))[-1] in surnames for i in range(len(row)))
    return bool(known or here or words & served_words("company")) and bool(words & served_words("meets"))


def _is_person(row: Row, first: int, last: int) -> bool:
    """Whether no word of a name is an office's, a body's or a thing's: `China's People's Army`, `Norway's Anna Lund prize`."""
    known = office_words()
    things = known.portfolio | known.organs | known.things | known.longest.keys() | served_words("named_things")
    return (
        not any(row.office(k) or row.known(k, things) for k in range(first, last + 1))
        and row.low(last) not in _GENITIVE
    )
