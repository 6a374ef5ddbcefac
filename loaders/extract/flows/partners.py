"""Trade told by its partners: the buyers of one state's goods, the suppliers of another, each with a number.

Input: a line, its things, what was told before. Output: which flow each number is. Two partners are needed, or one where the sentence
before told such a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.memory import Row
from bilateral.loaders.extract.flows.rows import partners_in, rows_of
from bilateral.loaders.extract.flows.trade import Told
from bilateral.loaders.extract.flows.words import GIVEN
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.flows.memory import Memory
    from bilateral.loaders.extract.flows.rows import Entry
    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["Partner", "gift_told", "partner_flows", "row_told"]

_ROW: Final = 2
_PAYS: Final = frozenset({"pay", "pays", "paid", "paying"})
_FLED: Final = frozenset({"fled", "flee", "fleeing"})


@dataclass(frozen=True, slots=True)
class Partner:
    """A thing that moves between a partner and the state that the row is about."""

    thing: Thing
    kind: str
    source: str
    target: str
    name: str | None
    spans: tuple[tuple[int, int], ...]
    receives: bool

    @property
    def hub(self) -> str:
        """Give the state that the row is about."""
        return self.source if self.receives else self.target


def row_told(row: Sequence[Partner]) -> Row | None:
    """Give what a row was about, for the sentences after it."""
    traded = bool(row) and row[0].kind not in {"aid", "loan", "people"}
    return Row(row[0].hub, row[0].receives, row[0].name) if traded else None


def gift_told(row: Sequence[Partner]) -> Told | None:
    """Give what a row of gifts to one state was about, for the sentences after it."""
    same = bool(row) and row[0].kind in GIVEN and len({p.target for p in row}) == 1
    return Told(row[-1].source, row[-1].target, "give", row[-1].kind, row[-1].name) if same else None


def partner_flows(scene: Scene, line: Line, things: Sequence[Thing], known: Memory) -> tuple[Partner, ...]:
    """Give the flows of a row of partners, none where the line is no such row."""
    entries = rows_of(scene, line, things)
    codes = [e.state.code for e in entries]
    paid = any(line.lead(e.state.start) in _PAYS for e in entries)  # 'A pays B $5 billion for its help'
    if not entries or paid or len(set(codes)) != len(codes) or _whole_trade(line):
        return ()
    bought, following = _bought_of_it(line, entries, known), _comes_next(entries, known)
    kind = _kind(line, entries, known, taken_up=bought or following)
    alone = known.row is not None or bought or following or _ranked(line, entries) or _taking(line, entries)
    receives = _receives(line, entries, known, bought=bought)
    if following and known.row is None and known.topic is not None:
        receives = known.topic.way == "take"  # as the subject before it does or does not
    if receives is None or kind is None or len(entries) < (1 if alone else _ROW):
        return ()
    hub, spans = _hub(scene, line, entries, known, receives=receives, bought=bought)
    if hub is None or hub in codes:
        return ()
    name = next((e.thing.name for e in entries if e.thing.name), None) or _goods(line, spans) or known.row_name
    return tuple(_made(entry, kind, hub, name, spans, receives=receives) for entry in entries)


def _made(
    entry: Entry, kind: str, hub: str, name: str | None, spans: tuple[tuple[int, int], ...], *, receives: bool
) -> Partner:
    source, target = (hub, entry.state.code) if receives else (entry.state.code, hub)
    places = ((entry.state.start, entry.state.end), *spans)
    return Partner(entry.thing, kind, source, target, entry.thing.name or name, places, receives)


def _whole_trade(line: Line) -> bool:
    """Tell whether the numbers are those of trade in both directions."""
    lows = {w.low for w in line.words}
    one_way = lows & (_grammar("flow row exports") | _grammar("flow row imports") | _grammar("flow row buys"))
    return bool(lows & _grammar("flow trade words")) and not one_way


def _kind(line: Line, entries: Sequence[Entry], known: Memory, *, taken_up: bool) -> str | None:
    """Give the kind of the row, None where the sentence neither speaks of trade nor goes on with a row."""
    lows = {w.low for w in line.words}
    if all(e.thing.people for e in entries):
        return None if lows & _FLED else "people"
    if lows & {"remittance", "remittances"}:
        return "remittance"
    if lows & _grammar("flow gift words") and not lows & _grammar("flow sale words") and not taken_up:
        return None
    told = any(lows & _grammar(f"flow row {key}") for key in ("buys", "sells", "exports", "imports"))
    return "export" if told or taken_up or known.row is not None else None


def _comes_next(entries: Sequence[Entry], known: Memory) -> bool:
    """Read 'Iraq came next with 890,000 barrels' after one trade told: it stands where that sentence's subject stood."""
    words, topic = set(entries[0].words), known.fresh
    if topic is None or topic.kind != "export" or entries[0].state.code in {topic.source, topic.target}:
        return False
    return topic.way in {"give", "take"} and bool(words & _grammar("flow row next"))


def _ranked(line: Line, entries: Sequence[Entry]) -> bool:
    """Read 'A is B's top market, taking goods worth $6 million', 'A was B's largest supplier, with 300 tonnes'."""
    words = entries[0].words
    ranks = set(words) & _grammar("flow row ranks")
    partner = set(words) & (_grammar("flow row buys") | _grammar("flow row sells"))
    owners = {m.code for m in line.mentions} - {entries[0].state.code}
    return bool(ranks and partner) and len(owners) == 1 and bool({"is", "was", "remains", "became"} & set(words[:2]))


def _taking(line: Line, entries: Sequence[Entry]) -> bool:
    """Read 'A's exports reached 8 million tonnes, with B taking 1 million tonnes'."""
    return line.lead(entries[0].state.start) == "with" and entries[0].words[:1] in {
        ("taking",),
        ("buying",),
        ("importing",),
    }


def _bought_of_it(line: Line, entries: Sequence[Entry], known: Memory) -> bool:
    """Tell whether partners buy what the state of the sentence before sells: 'A's growers had a good year. B took 300 tonnes'."""
    if known.about is None or known.near != {known.about} or entries[0].lead:
        return False
    words = set(entries[0].words) | {w.low for w in line.words if w.end <= entries[0].state.start}
    buys = words & (_grammar("flow row buys") | _grammar("flow row paying") | _grammar("flow row buying verbs"))
    after = {w.low for w in line.words if w.start >= entries[0].state.end}
    return bool(buys) and (known.sells or bool(after & _grammar("flow row taken up"))) and "from" not in after


def _receives(line: Line, entries: Sequence[Entry], known: Memory, *, bought: bool) -> bool | None:
    """Tell whether the partners receive: by their prepositions, their verbs, their part, the noun of trade, the row before."""
    led = entries[:1] if all(e.words == ("(",) for e in entries) else entries  # 'to A ($9 million), B ($7 million)'
    leads = {"to" if e.lead == "in" else e.lead for e in led}
    if "to" in leads and leads & {"from", "by"}:
        return None
    if leads <= {"from", "by"} or leads == {"to"}:
        return leads == {"to"}
    words = {word for e in entries for word in e.words}
    words -= {"export", "import"} if words & _grammar("flow row markets") else set()
    verbs = (words & _grammar("flow row buying verbs"), words & _grammar("flow row selling verbs"))
    if bool(verbs[0]) != bool(verbs[1]) or bought:
        return bool(verbs[0]) or bought
    near = [w.low for w in line.words]
    for heard in (words, set(near)):
        buys, sells = heard & _grammar("flow row buys"), heard & _grammar("flow row sells")
        if bool(buys) != bool(sells):
            return bool(buys)
    exports, imports = set(near) & _grammar("flow row exports"), set(near) & _grammar("flow row imports")
    if bool(exports) != bool(imports):
        return bool(exports)
    return known.row.receives if known.row is not None else None


def _hub(
    scene: Scene, line: Line, entries: Sequence[Entry], known: Memory, *, receives: bool, bought: bool
) -> tuple[str | None, tuple[tuple[int, int], ...]]:
    """Give the state that the row is about: the owner or origin named in the sentence, that of the row before, the topic's."""
    tied = {e.state.code for e in entries}
    others = [m for m in line.lands if m.code not in tied]
    free = set(partners_in(line))
    named = next(_best(others, free), None)
    if named is not None and len({m.code for m in others}) == 1:
        return named.code, ((named.start, named.end),)
    if others:
        return None, ()
    if known.row is not None:
        return known.row.hub, ()
    if bought:
        return known.about, ()
    if known.topic is not None and known.topic.kind not in {"aid", "loan"}:
        return (known.topic.source if receives else known.topic.target), ()
    titled = set(scene.title_codes) - tied
    home = scene.home if scene.home not in tied else None
    return (next(iter(titled)) if len(titled) == 1 else home), ()


def _best(others: Sequence[StateMention], free: set[StateMention]) -> Iterator[StateMention]:
    yield from (m for m in others if m not in free)
    yield from others


def _goods(line: Line, spans: tuple[tuple[int, int], ...]) -> str | None:
    """Name the goods by the noun behind their origin: 'Chadian tea'."""
    if not spans:
        return None
    at = line.at(spans[0][1])
    word = line.words[at] if at < len(line.words) else None
    if word is None or word.sign or word.low in _grammar("flow row nouns") | _grammar("flow things stop"):
        return None
    return word.text if word.text.islower() and word.low != "'s" else None


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
