"""What an article has told of transfers so far, for sentences that leave an end out.

Input: lines in text order, the flows made of them. Output: a `Memory` that answers for the next line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.heading import heading_of, visited_in
from bilateral.loaders.extract.flows.spoken_of import Spoken, says
from bilateral.loaders.extract.flows.trade import Told
from bilateral.loaders.extract.flows.words import GIVEN
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.market import Market
    from bilateral.loaders.extract.surface.close_pair import ClosePair
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.schema.facts import Flow

__all__ = ["Memory", "Row"]

_NEXT: Final = 2
_TOPIC: Final = 6
_OPENS: Final = 4
_ITEM: Final = 15


@dataclass(frozen=True, slots=True)
class Row:
    """What a row of trade partners was about: the one state, whether its partners receive, the goods."""

    hub: str
    receives: bool
    name: str | None


@dataclass(frozen=True, slots=True)
class Memory:
    """The article's pair, the ends that a list goes on with, the last transfer of goods or money, the last one of people."""

    pair: ClosePair
    market: Market
    last: Told | None = None
    topic: Told | None = None
    fresh: Told | None = None
    crowd: Told | None = None
    heading: str | None = None
    spoken: Spoken = field(default_factory=Spoken)
    near: frozenset[str] = frozenset()
    about: str | None = None
    about_at: int = -9
    sells: bool = False
    needs: bool = False
    row: Row | None = None
    row_at: int = -9
    last_at: int = -9
    topic_at: int = -9

    def before(self, line: Line) -> Memory:
        """Give what still holds when a line begins: a list's ends for one line, a topic for six."""
        own = {m.code for m in line.mentions} <= ({self.last.source, self.last.target} if self.last else set())
        fresh = self.last if line.index - self.last_at < _NEXT and own else None
        topic = self.topic if line.index - self.topic_at <= _TOPIC else None
        fresh_topic = topic if line.index - self.topic_at <= _NEXT else None
        row = self.row if line.index - self.row_at <= _NEXT else None
        about = self.about if line.index - self.about_at <= _NEXT else None
        near = self.near if line.index - self.about_at <= _NEXT else frozenset[str]()
        return replace(self, last=fresh, topic=topic, fresh=fresh_topic, row=row, about=about, near=near)

    @property
    def row_name(self) -> str | None:
        """Give the goods that the article's rows or its last transfer are about."""
        if self.row is not None:
            return self.row.name
        return self.topic.name if self.topic is not None else None

    def of_row(self, line: Line, row: Row | None) -> Memory:
        """Give what is known after a row of partners."""
        return replace(self, row=row, row_at=line.index) if row is not None else self

    def after(self, line: Line, made: Sequence[tuple[Flow, Told]], named: Told | None) -> Memory:
        """Give what is known after a line: by its flows, or by the transfer that it names without a number."""
        opens = line.index - self.last_at < _NEXT and not line.states and line.low(len(line.words) - 1) == ":"
        memory = replace(self, last_at=line.index) if opens else self
        memory = replace(memory, heading=heading_of(line) or (memory.heading if len(line.words) < _ITEM else None))
        goods = [(flow, told) for flow, told in made if flow.kind != "people"]
        people = [told for flow, told in made if flow.kind == "people"]
        if goods:
            flow, told = goods[-1]
            memory = replace(memory, last=told if flow.kind in GIVEN else None, last_at=line.index)
            named = told
        if named is not None and named.target not in word_set("flow_grammar", "flow channels"):
            memory = replace(memory, topic=named, topic_at=line.index)
        codes = frozenset(m.code for m in line.lands)
        codes |= {a.code for a in line.actors if a.acts}
        if codes:
            sells, needs = says(line, "flow row goods told"), says(line, "flow need words")
            memory = replace(memory, near=codes, about=_opening(line), about_at=line.index, sells=sells, needs=needs)
        crowd = people[-1] if people else memory.crowd
        return replace(memory, crowd=crowd, spoken=self.spoken.after(line)).visiting(line)

    def visiting(self, line: Line) -> Memory:
        """Give what a list announces on a visit: from the visitor's state, the only other one told of, to the one visited."""
        host = visited_in(line)
        guests = (self.near or self.pair.codes) - {host}
        if host is None or len(guests) != 1:
            return self
        told = Told(next(iter(guests)), host, "give", "aid")
        return replace(self, last=told, last_at=line.index, topic=told, topic_at=line.index)

    def trading(self, line: Line) -> bool:
        """Tell whether a total of trade was told right before."""
        return self.spoken.ago(line, "flow trade words") < _NEXT

    def lends(self, line: Line) -> bool:
        """Tell whether the line, or one of the two before, speaks of a loan."""
        return says(line, "flow lending") or self.spoken.ago(line, "flow lending") <= _NEXT

    def owes(self, line: Line) -> bool:
        """Tell whether a debt was told of in one of the two lines before."""
        return self.spoken.ago(line, "flow debts owed") <= _NEXT

    def helps(self, line: Line) -> bool:
        """Tell whether gifts or loans are spoken of, in the line or one of the two before."""
        keys = ("flow gift words", "flow pledging")
        return self.lends(line) or any(says(line, key) or self.spoken.ago(line, key) <= _NEXT for key in keys)

    def visited(self, line: Line) -> bool:
        """Tell whether visitors were told of right before."""
        return self.spoken.ago(line, "flow visitors") < _NEXT

    def invests(self, line: Line) -> bool:
        """Tell whether investments were told of right before."""
        return self.spoken.ago(line, "flow investing") < _NEXT

    def going_on(self, told: Told) -> Memory:
        """Give what holds for the rest of a line after one of its flows."""
        return replace(self, last=told, topic=told)

    def beside(self, code: str) -> str | None:
        """Give the state at the other end of the people last told of, else the other of the article's two."""
        if self.crowd is not None and (other := self.crowd.other(code)) is not None:
            return other
        about = self.about if self.near == {self.about} and self.about != code else None
        return next(iter(self.pair.other({code})), about)


def _opening(line: Line) -> str | None:
    """Give the state that a line opens with, as its subject or its subject's owner: whom 'it' means after it."""
    first = next(iter(sorted(line.mentions, key=lambda m: m.start)), None)
    if first is None or first.kind in {"leader", "igo"} or line.at(first.start) > _OPENS:
        return None
    at = line.at(first.start)
    of_body = line.low(at - 2) in word_set("flow_grammar", "flow subject bodies")  # 'the Embassy of A'
    leads = {line.low(i) for i in range(at - of_body)} & word_set("flow_grammar", "flow opens aside")
    return None if leads else first.code
