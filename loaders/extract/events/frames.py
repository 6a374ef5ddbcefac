"""The frames: classes of verbs and nouns that name an event, read from `loaders/frames/*.yaml`.

Input: the YAML files. Output: `Frame`s indexed by trigger lemma. A frame says which words start it, what object they need, where its
source and target stand (`paths`), and how the event counts. Its examples are tests.

Paths: `subj` and `obj` of the act; `iobj`; `owner` (whose act it is, for nouns) and `before` (the same, only in front);
`launcher` (the subject of a verb that has the act as its object: 'launched a raid'); `judge` (before whom it is brought); `obj.owner`; `obj.maker` (whose doing the object is); `comp.subj`, `comp.obj` and `comp.owner` (in the clause that completes the
verb); `condition` (the subject of an until or unless); `blamed` (to whom the verb above complains of the deed); `deep` (a state
anywhere in the object or the completing clause); `inside` (the same, but no pair 'A-B', and nothing where the speaker tells of a
deed of his own); `holder` (who holds those below the object); `main` (who acts in the clause above); `over.obj` (to whom the verb
above does it: 'killed in an attack'); `obj.backer` (who stands behind 'Chad-backed rebels'); `head` (what the act's word stands
before); `pair` ('A-B talks'); `parties` (the article's two states, of whose deal another speaks); `with_whom` (with a partner, not 'ties with'); `told` (whom somebody told something at the meeting);
`agreed` (with whom it was agreed to do it); `site` (the state of an airport or the like); `replier` (who replies to what was said);
`author` (whose act is summed up: 'a move that X condemned'); `first` (by whom it was the first); `addressee` (to whom somebody came
or spoke to do it); `thanked` (who is thanked for it) and `thanking` (who thanks); `here` (the article's home); `speaker` (who tells
of it). Where the sentence does not tell the target: `accuser` (who acted against the source before); `other` (the other of the two
states that the article is about); `nearby` (the only other one of the sentence); `foe` (`nearby`, else `other`); `opponent` (the
same, but a state, not the court or council it goes to); `host` (the article's home, else `other`); `abroad` (the same, where
somebody arrives 'in the country'); `recipient` (`other`, unless somebody else is named); `field` (`other`, where an organisation
acts). Every other word is a preposition.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, get_args

from bilateral.errors import InputError
from bilateral.schema.names import EventType
from bilateral.schema.yamlio import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Example", "Frame", "frames_for", "load_frames"]

TYPES: Final = frozenset(get_args(EventType))
_EXAMPLES: Final = ("positive", "negative")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the event that it must give; no source where it must give none of the frame's type."""

    text: str
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    status: str = ""
    mode: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A class of words that name one kind of event.

    `mutual`: source and target are one set of participants. `negated`: the frame wants the negated act. `speech`: the act is the
    saying itself. `bare`: no infinitive may complete the verb; `infinitive`: one must; `wish`: the clause that completes it must tell a wish ('suggested Chad join', 'that Chad should join'); `plain`: nothing says what its object is called. `governor`: the verb that the noun must depend on, with its object where that makes the phrase ('take place'). `label`: words of which what the object is called must have one. `subject`: words of which the subject's phrase must have one; `subject_not`: of which it must have none. `also`: words of which a second must be near, beside one of `words`. `people`: the people of a state may be its target.
    `each`: every named counterpart is an event of its own. `transitive`: the verb must have an object, whatever it is. `intent`: the
    frame wants an act that is still to come ('will strike back'), which is a threat made now. `passive`: the verb must be in the passive; `active`: it must not say by whom it is done.
    `beside`: the frame tells a second event of the words that tell another type's first: 'assured his colleague that' is a promise and a meeting.
    """

    id: str
    type: str
    mode: str = ""
    status: str = ""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    governor: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    object_not: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    words_not: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    label: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    subject_not: frozenset[str] = frozenset()
    source: tuple[str, ...] = ("subj",)
    target: tuple[str, ...] = ("obj",)
    source_kind: frozenset[str] = frozenset()
    target_kind: frozenset[str] = frozenset()
    symmetric: bool = False
    mutual: bool = False
    ongoing: bool = False
    negated: bool = False
    people: bool = False
    speech: bool = False
    bare: bool = False
    plain: bool = False
    infinitive: bool = False
    wish: bool = False
    each: bool = False
    transitive: bool = False
    intent: bool = False
    passive: bool = False
    active: bool = False
    beside: bool = False
    positive: tuple[Example, ...] = field(default=(), repr=False)
    negative: tuple[str, ...] = field(default=(), repr=False)


def _keys(*kinds: type) -> tuple[str, ...]:
    """Give the keys of a frame whose value is of a kind, by what the class has for a frame without them."""
    return tuple(f.name for f in fields(Frame) if type(f.default) in kinds and f.name not in _EXAMPLES)


_SETS: Final = _keys(frozenset)
_LISTS: Final = (*_keys(tuple), *_SETS)
_FLAGS: Final = _keys(bool)
_TEXTS: Final = ("id", "type", *_keys(str))


@cache
def load_frames() -> tuple[Frame, ...]:
    """Read every frame, files in order of name."""
    folder = files("bilateral.loaders") / "frames"
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".yaml"))
    found = [
        frame
        for name in names
        for frame in _read(load((folder / name).read_text(encoding="utf-8"), f"frames/{name}"), name)
    ]
    twice = {f.id for f in found if sum(g.id == f.id for g in found) > 1}
    if twice:
        raise InputError(f"frame ids used twice: {sorted(twice)}", place="frames", remedy="Give each frame its own id.")
    return tuple(found)


@cache
def frames_for(lemma: str, noun: bool = False) -> tuple[Frame, ...]:
    """Give the frames that a verb or noun may start, with the particles that it then needs still to be checked."""
    return _index()["noun" if noun else "verb"].get(lemma, ())


@cache
def _index() -> Mapping[str, Mapping[str, tuple[Frame, ...]]]:
    found: dict[str, dict[str, tuple[Frame, ...]]] = {"verb": {}, "noun": {}}
    for frame in load_frames():
        for kind, words in (("verb", frame.verbs), ("noun", frame.nouns)):
            for first in dict.fromkeys(w.split()[0 if kind == "verb" else -1] for w in words):
                found[kind][first] = (*found[kind].get(first, ()), frame)
    return found


def _read(value: object, name: str) -> Iterator[Frame]:
    if not isinstance(value, list):
        raise InputError("not a list of frames", place=f"frames/{name}", remedy="Begin each frame with `- id:`.")
    for item in value:
        place = f"frames/{name}:{getattr(item, 'line', '?')}"
        if not isinstance(item, dict):
            raise InputError("a frame is a mapping", place=place, remedy="Begin each frame with `- id:`.")
        yield _frame({str(k): v for k, v in item.items()}, place)


def _frame(item: dict[str, object], place: str) -> Frame:
    unknown = set(item) - {*_LISTS, *_FLAGS, *_TEXTS, *_EXAMPLES}
    if unknown:
        raise InputError(
            f"unknown keys {sorted(unknown)}", place=place, remedy="See loaders/extract/events/frames.py for the keys."
        )
    if item.get("type") not in TYPES:
        raise InputError(
            f"no event type {item.get('type')!r}", place=place, remedy="Use one of the sixteen PLOVER types."
        )
    lists = {key: _strings(item[key], f"{place}: {key}") for key in _LISTS if key in item}
    values: dict[str, object] = {key: frozenset(v) if key in _SETS else v for key, v in lists.items()}
    values |= {key: str(item[key]) for key in _TEXTS if key in item}
    values |= {key: item[key] is True for key in _FLAGS if key in item}
    values["negative"] = _strings(item.get("negative"), place)
    values["positive"] = tuple(_example(e, place) for e in _list(item.get("positive"), place))
    return Frame(**values)  # type: ignore[arg-type]


def _example(item: object, place: str) -> Example:
    if not isinstance(item, dict):
        raise InputError("an example is a mapping", place=place, remedy="Write {text: …, source: [A], target: [B]}.")
    both = {key: _strings(item.get(key) or [], place) for key in ("source", "target")}
    return Example(
        str(item["text"]), both["source"], both["target"], str(item.get("status") or ""), str(item.get("mode") or "")
    )


def _list(value: object, place: str) -> list[object]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise InputError("not a list", place=place, remedy="Write `- item` lines.")
    return value


def _strings(value: object, place: str) -> tuple[str, ...]:
    return tuple(str(v) for v in _list(value, place))
