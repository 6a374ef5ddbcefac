"""The frames' own examples: each positive sentence gives its event, each negative one gives none of the kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from invented import article

from bilateral.errors import InputError
from bilateral.loaders.extract.events import frames
from bilateral.loaders.extract.events.frames import TYPES, Example, Frame, frames_for, load_frames
from bilateral.loaders.extract.pipeline import extract
from bilateral.schema.yamlio import load

if TYPE_CHECKING:
    from bilateral.schema.facts import Event

POSITIVE = [(f, e) for f in load_frames() for e in f.positive]
NEGATIVE = [(f, text) for f in load_frames() for text in f.negative]


def events(text: str) -> tuple[Event, ...]:
    return extract(article(text, None)).events


def tells(event: Event, frame: Frame, example: Example) -> bool:
    sides = (set(event.source), set(event.target)) == (set(example.source), set(example.target))
    together = frame.mutual and {*event.source, *event.target} == {*example.source, *example.target}
    told = (not example.status or event.status == example.status) and (not example.mode or event.mode == example.mode)
    return event.type == frame.type and (sides or together) and told


@pytest.mark.parametrize(("frame", "example"), POSITIVE, ids=[f"{f.id}-{i}" for i, (f, _) in enumerate(POSITIVE)])
def test_a_positive_example_gives_its_event(frame: Frame, example: Example) -> None:
    """A frame finds source, target, status and mode of its own example."""
    found = events(example.text)
    assert any(tells(e, frame, example) for e in found), found


@pytest.mark.parametrize(("frame", "text"), NEGATIVE, ids=[f"{f.id}-{i}" for i, (f, _) in enumerate(NEGATIVE)])
def test_a_negative_example_gives_no_event_of_the_kind(frame: Frame, text: str) -> None:
    """A frame leaves alone what only looks like its kind."""
    assert not [e for e in events(text) if (e.type, e.mode or "") == (frame.type, frame.mode)]


def test_every_event_type_has_a_frame() -> None:
    """All sixteen types of the exchange format can be found."""
    assert {f.type for f in load_frames()} == set(TYPES)


def test_a_trigger_gives_its_frames() -> None:
    """Verbs and nouns are indexed apart, two-word triggers by the word that carries them."""
    assert any(f.id == "consult.meet" for f in frames_for("meet"))
    assert any(f.id == "request.urge" for f in frames_for("call"))
    assert any(f.id == "consult.visit_noun" for f in frames_for("visit", True))
    assert frames_for("bake") == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- {id: a.b, type: HUG, verbs: [hug]}", "HUG"),
        ("- {id: a.b, type: AID, verb: [give]}", "verb"),
        ("a: 1", "list"),
        ("- just words", "mapping"),
        ("- {id: a.b, type: AID, verbs: give}", "list"),
    ],
)
def test_a_faulty_frame_is_named_with_its_place(text: str, fault: str) -> None:
    """A wrong frame file says what is wrong and where."""
    with pytest.raises(InputError, match=fault) as caught:
        list(frames._read(load(text, "frames/x.yaml"), "x.yaml"))
    assert "x.yaml" in str(caught.value)
