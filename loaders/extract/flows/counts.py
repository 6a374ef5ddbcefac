"""People told first and counted later: 'the number of Chadian students in Malta rose by 12 percent to 3,000'.

Input: a line with the scene's numbers. Output: `Thing`s that stand at the people, with the number told of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.figures.numbers import qualifier_around
from bilateral.loaders.extract.flows.bare import end_of, is_free, numbers_in
from bilateral.loaders.extract.flows.thing import Thing
from bilateral.loaders.extract.flows.words import flow_words
from bilateral.loaders.extract.text.lexicon import word_set
from bilateral.loaders.extract.text.phrases import fold_word
from bilateral.schema.values import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.loaders.extract.figures.numbers import Number
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["counts_in"]

_REACH: Final = 20
_HEDGES: Final = 3
_LEAST: Final = 10
_ARRIVALS: Final = frozenset({"arrival", "arrivals"})


def counts_in(scene: Scene, line: Line) -> Iterator[Thing]:
    """Give the people of a line whose number a verb tells: 'arrivals from Chad hit 3 million'."""
    for number in numbers_in(scene, line.start, line.end):
        if _is_bare(scene, line, number):
            at = _people_before(line, number)
            if at is not None:
                yield _counted(scene, line, number, at)


def _is_bare(scene: Scene, line: Line, number: Number) -> bool:
    """Tell whether nothing is priced, measured or dated by the number, and a verb of counting leads it in."""
    at = line.at(end_of(number))
    after = line.words[at] if at < len(line.words) else None
    ends = after is None or after.sign or after.low in _grammar("flow counts ends")
    return ends and number.value >= _LEAST and is_free(scene, line, number) and _led(line, number)


def _led(line: Line, number: Number) -> bool:
    at = line.at(number.start)
    before = [line.low(i) for i in range(max(0, at - _HEDGES), at)]
    return any(word in _grammar("flow counts verbs") for word in before) and before[-1] not in {"by", "in", "of"}


def _people_before(line: Line, number: Number) -> int | None:
    """Give the place of the people that the number counts: the first noun of people in its clause."""
    last = line.at(number.start)
    for at in range(max(0, last - _REACH), last):
        if line.low(at) in {"while", "but", ";"}:
            return None
    people = [
        at
        for at in range(max(0, last - _REACH), last)
        if line.low(at) in _ARRIVALS or (line.low(at).endswith("s") and fold_word(line.low(at)) in flow_words("people"))
    ]
    return people[0] if people else None


def _counted(scene: Scene, line: Line, number: Number, at: int) -> Thing:
    word = line.words[at]
    name = "tourists" if word.low in _ARRIVALS else word.text
    value = number.letter_value or number.value
    hedge = qualifier_around(scene.body, number.start, end_of(number))
    return Thing(word.start, word.end, name, quantity=Quantity(value, "person", name, hedge))


def _grammar(key: str) -> frozenset[str]:
    return word_set("flow_grammar", key)
