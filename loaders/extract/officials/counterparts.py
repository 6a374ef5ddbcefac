"""`his Maltese counterpart Anna Lund`: a name with the office of the person whose counterpart it is and the state of the adjective.

Several are read in their order: `his Omani and Chilean counterparts A and B`, `her counterparts from Oman and Chile, A and B`,
`his counterparts A of Oman and B of Chile`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.drafts import Draft
from bilateral.loaders.extract.officials.names import name_after, skip_honorifics
from bilateral.loaders.extract.officials.persons import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.officials.names import Name
    from bilateral.loaders.extract.officials.row import Row

__all__ = ["find_counterparts"]

_WORDS: Final = frozenset({"counterpart", "counterparts", "colleague", "colleagues", "peer", "peers"})
_NUMBERS: Final = frozenset({"number", "numbers"})
_LINKS: Final = frozenset({"from", "of", "in", "the", "republic", "kingdom"})
_LIST: Final = frozenset({",", "and", "&", ";", "as", "well"})
_OPENS: Final = frozenset({",", ":", "-", "–", "—", "("})
_OWN: Final = frozenset({"his", "her", "their"})
_FULL: Final = 2


def find_counterparts(row: Row, sentence: int, earlier: Sequence[Draft]) -> Iterator[Draft]:
    """Give every counterpart with a name of its own and no office; `earlier` are the officials before, in text order."""
    for i in range(len(row)):
        if row.low(i) not in _WORDS and not _opposite_number(row, i):
            continue
        codes, first, after = _states(row, i)
        for code, start, name in _named(row, codes, first, after):
            model = _possessor(row, i, codes or [code], earlier)
            if not (code or (model and model.country)):
                continue
            office = (model.title, model.office) if model else ("", "")
            yield Draft.of_name(
                row, sentence, name, code=code, office=office, rule="counterpart", start=row.words[start].start
            )


def _named(row: Row, codes: Sequence[str], first: int, after: int) -> Iterator[tuple[str, int, Name]]:
    """Give the state, the first word and the name of each counterpart; several states need as many names."""
    names = list(_names(row, after))
    told = [(code, name) for name in names if (code := _own_state(row, name.last))]
    if not codes:
        yield from ((code, name.first, name) for code, name in told)
        if names and not told and row.low(after - 2 - _opposite_number(row, after - 1)) in _OWN:
            yield "", names[0].first, names[0]
    elif len(codes) == 1 and names:
        yield codes[0], first, names[0]
    elif len(codes) == len(names):
        yield from ((code, name.first, name) for code, name in zip(codes, names, strict=True))


def _names(row: Row, at: int) -> Iterator[Name]:
    """Give the names of a list that begins at word `at`."""
    opened = row.low(at) in _OPENS
    at += opened
    while True:
        first = skip_honorifics(row, at)
        name = name_after(row, first)
        if name is None or row.office(first) or (opened and name.parts < _FULL):
            return
        yield name
        at = _past_state(row, name.last)
        if row.low(at) not in _LIST:
            return
        while row.low(at) in _LIST:
            at += 1


def _past_state(row: Row, at: int) -> int:
    """Step over the state of the name before: `A of Oman`, `B (Chile)`."""
    if _own_state(row, at) is None:
        return at
    while row.state(at) is None:
        at += 1
    at = row.state_after(at)
    return at + (row.low(at) == ")")


def _own_state(row: Row, at: int) -> str | None:
    """Give the state right after a name: `of Oman`, `from the Republic of Chile`, `(Oman)`."""
    if row.low(at) not in {"of", "from", "("}:
        return None
    at += 1
    while row.low(at) in {"the", "republic", "kingdom", "of"} and row.state(at) is None:
        at += 1
    mention = row.state(at)
    return mention.code if mention else None


def _possessor(row: Row, i: int, codes: Sequence[str], earlier: Sequence[Draft]) -> Draft | None:
    """Give the official whose counterpart stands at word `i`: the nearest before it in the sentence, by surname or title, of another state."""
    before = [d for d in earlier if d.start < row.words[i].start and d.country not in codes]
    for k in range(i - 1, -1, -1):
        low = row.low(k).casefold()
        for draft in reversed(before):
            if draft.end == row.words[k].end or (row.capital(k) and folded(draft.name)[-1:] == folded(low)[-1:]):
                return draft
    return before[-1] if before else None


def _states(row: Row, i: int) -> tuple[list[str], int, int]:
    """Give the states of the counterparts at word `i`, the first word of the expression and the word after it."""
    k = i - _opposite_number(row, i)
    k -= row.low(k - 1) in {"'s", "'"}
    k -= row.low(k - 1) in {"visiting", "new", "then"}
    codes: list[str] = []
    while (mention := row.state(k - 1)) is not None:
        codes.insert(0, mention.code)
        k = link = row.state_before(k)
        while row.low(link - 1) in _LIST:
            link -= 1
        if link == k or row.state(link - 1) is None or not row.low(i).endswith("s"):
            return codes, k, i + 1
        k = link
    return _states_after(row, i)


def _opposite_number(row: Row, i: int) -> bool:
    return row.low(i) in _NUMBERS and row.low(i - 1) == "opposite"


def _states_after(row: Row, i: int) -> tuple[list[str], int, int]:
    """Read `from Oman, Chile and Peru` after the word; none where a state's name follows as `of Oman's …`."""
    codes: list[str] = []
    after = k = i + 1
    while True:
        while row.low(k) in _LINKS or (codes and row.low(k) in _LIST):
            k += 1
        mention = row.state(k) if k > i + 1 else None
        if mention is None or (codes and not row.low(i).endswith("s")):
            return codes, i, after
        codes.append(mention.code)
        after = k = row.state_after(k)
