"""People who move between states: students, tourists, refugees, workers, troops.

Input: a line, a thing that counts people. Output: where they come from and where they are or go.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.flows.move import Ends
from bilateral.loaders.extract.flows.people_places import lead_of, movable, origin_of, target_of
from bilateral.loaders.extract.flows.people_sent import delegated, held, on_scholarships, sender_of, sent_home
from bilateral.loaders.extract.flows.words import flow_index
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.flows.thing import Thing
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line
    from bilateral.loaders.extract.text.marks import StateMention

__all__ = ["people_ends"]

_REACH: Final = 90
_BESIDE: Final = 2
_ENVOYS: Final = frozenset(
    {
        "diplomat",
        "ambassador",
        "envoy",
        "attaché",
        "attache",
        "minister",
        "delegate",
        "official",
        "businessmen",
        "businesspeople",
        "businessman",
        "journalist",
        "lawmaker",
        "athlete",
        "executive",
    }
)

_NEAR: Final = 8
_EXPEL: Final = ("deport", "repatriat", "expel")

Understood = Callable[[str], str | None]


def people_ends(scene: Scene, line: Line, thing: Thing, understood: Understood) -> Ends | None:
    """Give the state that people come from and the one they are in or go to; envoys who come and go are no flow.

    `understood` names the other state of those who are surely away from home, where the sentence does not.
    """
    if set(fold_phrase(thing.name or "").split()) & _ENVOYS or held(line, thing) or delegated(line, thing):
        return None
    mentions = line.lands
    origin = origin_of(line, thing, mentions)
    target = target_of(line, thing, mentions, origin)
    found = _left(scene, line, thing, mentions, target) or sent_home(scene, line, thing, origin, target)
    if found is not None or origin is None:
        return found or sender_of(scene, line, thing, target) or _driven(line, thing, mentions, target, understood)
    if target is None:
        return on_scholarships(line, thing, origin) or _away(scene, line, thing, origin, understood)
    if target.code == origin.code or _shared(line, target, mentions):
        return None
    if not (movable(thing) or _goes(scene, line, thing)):
        return None
    return Ends(origin.code, target.code, ((origin.start, origin.end), (target.start, target.end)), "people")


def _left(
    scene: Scene, line: Line, thing: Thing, mentions: Sequence[StateMention], target: StateMention | None
) -> Ends | None:
    """Read '300 refugees went from A to B'."""
    leaving = _grammar("flow people leaving") | {"from"}
    left = next((m for m in mentions if lead_of(line, m) in leaving and m.start > thing.end and m is not target), None)
    if left is None or target is None or left.code == target.code or not _goes(scene, line, thing):
        return None
    return Ends(left.code, target.code, ((left.start, left.end), (target.start, target.end)), "sent from")


def _driven(
    line: Line, thing: Thing, mentions: Sequence[StateMention], target: StateMention | None, understood: Understood
) -> Ends | None:
    """Read 'War in A has driven 300,000 people into B': those who flee come from the only other state, named or understood."""
    if target is None or not _flees(line, thing):
        return None
    others = {m.code: m for m in mentions if m.code != target.code}
    if len(others) == 1:
        origin = next(iter(others.values()))
        return Ends(origin.code, target.code, ((origin.start, origin.end), (target.start, target.end)), "people")
    known = understood(target.code) if not others else None
    return Ends(known, target.code, ((target.start, target.end),), "as before") if known else None


def _away(scene: Scene, line: Line, thing: Thing, origin: StateMention, understood: Understood) -> Ends | None:
    """Read '300 A-ish refugees arrived by boat' where the other state is understood."""
    there = _there(line, thing) and _goes(scene, line, thing)
    if not (there or _flees(line, thing) or _arrives(scene, line, thing)):
        return None
    known = understood(origin.code)
    if known is not None and any(w.low.startswith(_EXPEL) for w in line.words):
        return Ends(known, origin.code, ((origin.start, origin.end),), "as before")
    return Ends(origin.code, known, ((origin.start, origin.end),), "as before") if known else None


def _there(line: Line, thing: Thing) -> bool:
    """Tell whether the host stands as 'in the country', 'in the kingdom'."""
    last = line.at(thing.end)
    return any(
        line.low(i) in {"in", "to"}
        and line.low(i + 1) == "the"
        and line.low(i + 2) in _grammar("flow people countries")
        for i in range(last, min(len(line.words), last + _NEAR))
    )


def _flees(line: Line, thing: Thing) -> bool:
    """Tell whether those counted are refugees, by their name or by what the sentence says of them."""
    fled = _grammar("flow people fleeing")
    return bool(set(fold_phrase(thing.name or "").split()) & fled) or any(w.low in fled for w in line.words)


def _arrives(scene: Scene, line: Line, thing: Thing) -> bool:
    after = scene.body[thing.end : min(line.end, thing.end + _REACH)].casefold().split()
    return bool({"arrived", "arrive", "landed", "arriving", "came", "come"} & set(after))


def _shared(line: Line, target: StateMention, mentions: Sequence[StateMention]) -> bool:
    """Tell whether the number is that of two states together: 'workers in A and B'."""
    after = line.at(target.end)
    joined = line.low(after) in {"and", ",", "or"} and after + 1 < len(line.words)
    return joined and any(m.code != target.code and 0 <= line.at(m.start) - after <= _BESIDE for m in mentions)


def _goes(scene: Scene, line: Line, thing: Thing) -> bool:
    """Tell whether the sentence says that people go, live abroad, or are sent or taken in."""
    hits = flow_index().find(scene.body, max(line.start, thing.start - _REACH), min(line.end, thing.end + _REACH))
    return any(m.kind == "people" for hit in hits for m in hit.value)


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
