"""Speakers: the words of who tells it, and nobody where the article itself does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bilateral.loaders.extract.surface.lines import read_lines
from bilateral.loaders.extract.surface.speaker import speaker_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilateral.loaders.extract.scene.context import Scene

    MakeScene = Callable[..., Scene]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Chad and Peru signed a treaty, the Chadian foreign ministry said on Friday.", "the Chadian foreign ministry"),
        ("The envoy said Chad had sent rice.", "The envoy"),
        ("According to the embassy, Chad sold 40 tonnes of rice to Peru.", "the embassy"),
        ("Chad sold 40 tonnes of rice to Peru.", None),
        ("He said that Chad had sold rice.", None),
        ("Norway will send 50 buses to Chad, said Transport Minister Kari Lie.", "Transport Minister Kari Lie"),
        ("Peru will give Chad $5 million, Minister Ana Ruiz told reporters in Lima.", "Minister Ana Ruiz"),
        ("In a statement on Monday, the World Bank said it had approved a loan.", "the World Bank"),
        ("Chad and Peru signed a pact, the agency Andina reported on Monday.", "the agency Andina"),
        ("The ministry announced that it had sold rice to Chad.", "The ministry"),
        ("The ministry announced a $5 million gift to Chad.", None),
    ],
)
def test_speaker_is_who_says_it(body: str, speaker: str | None, scene_of: MakeScene) -> None:
    """The phrase before a verb of saying, or after 'according to', is the speaker; a pronoun is nobody."""
    (line,) = read_lines(scene_of(body))
    assert speaker_in(body, line) == speaker
