"""What a headline tells of the officials of its text: whose `the ambassador` is, and which state the story is told of.

Input: the headline. Output: `Headline`; whom the body does not name is no official of its own, since a fact needs a passage of the body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.drafts import find_drafts
from bilateral.loaders.extract.officials.persons import folded, same_name
from bilateral.loaders.extract.officials.row import read_row
from bilateral.loaders.extract.officials.served_office import office_key
from bilateral.loaders.extract.states.mentions import find_mentions
from bilateral.loaders.extract.text.marks import OfficialMark, Sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from bilateral.loaders.extract.officials.drafts import Draft
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["Headline", "read_headline"]


_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class Headline:
    """The officials whom a headline tells with their state, and the state that opens it."""

    officials: tuple[Draft, ...] = ()
    subject: str | None = None

    def fill(self, drafts: Iterable[Draft]) -> None:
        """Give bare officials the state of their name, or of the only bearer of their office, in the headline."""
        for draft in drafts:
            if draft.country is None and draft.kind != "weak" and (code := self._named(draft) or self._bearer(draft)):
                draft.country, draft.why = code, "headline"

    def in_body(self, body: str, known: Collection[str]) -> Iterator[OfficialMark]:
        """Give those whom the body has by surname alone, at the first place; `known` are the surnames that it introduces itself."""
        for draft in self.officials:
            last = folded(draft.name)[-1] if draft.name else ""
            if len(last) < _SHORTEST or last in known:
                continue
            found = re.search(rf"(?<![\w-]){re.escape(draft.name.split()[-1])}(?![\w-])", body)
            if found:
                a, b = found.span()
                yield OfficialMark(
                    a, b, draft.name, a, b, draft.title or None, draft.country, draft.organization, "headline"
                )

    def _named(self, draft: Draft) -> str | None:
        codes = {d.country for d in self.officials if d.name and same_name(d.name, draft.name)}
        return codes.pop() if len(codes) == 1 else None

    def _bearer(self, draft: Draft) -> str | None:
        told = [d for d in self.officials if office_key(d.title) == office_key(draft.title)]
        named = any(d.name and not same_name(d.name, draft.name) for d in told)
        codes = {d.country for d in told}
        return codes.pop() if len(codes) == 1 and not named else None


def read_headline(title: str) -> Headline:
    """Read a headline; an empty one tells nothing."""
    if not title:
        return Headline()
    mentions = find_mentions(title)
    row = read_row(title, Sentence(0, len(title), 0), mentions)
    told = tuple(d for d in find_drafts(row, 0) if d.country)
    return Headline(told, _subject(title, mentions))


def _subject(title: str, mentions: Sequence[StateMention]) -> str | None:
    """Give the state whose name opens the headline as who acts: `Malta to open an embassy`, not `Maltese sailor held`, `Malta/Peru deal`."""
    first = mentions[0] if mentions else None
    acts = first is not None and first.start == 0 and first.kind in {"name", "capital"}
    return first.code if first and acts and title[first.end : first.end + 1] in {" ", ":"} else None
