"""What tests of rules share: an article's marks, made by the pipeline's own steps but without the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from bilateral.loaders.extract.dates.dates import find_dates
from bilateral.loaders.extract.figures.amounts import find_amounts
from bilateral.loaders.extract.figures.quantities import find_quantities
from bilateral.loaders.extract.officials.home import find_home, home_of
from bilateral.loaders.extract.officials.officials import find_officials
from bilateral.loaders.extract.scene.context import Scene
from bilateral.loaders.extract.states.mentions import find_mentions
from bilateral.loaders.extract.text.sentences import split_sentences
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable


class MakeScene(Protocol):
    """Makes the scene of an invented article."""

    def __call__(self, body: str, published: str | None = None, title: str = "") -> Scene:
        """Mark everything in the body."""
        ...


def make_scene(body: str, published: str | None = None, title: str = "") -> Scene:
    """Mark everything in the body that the rules for agreements and flows look up."""
    day = PartialDate.parse(published) if published else None
    sentences, mentions = split_sentences(body), find_mentions(body)
    home = find_home(body, mentions)
    officials = find_officials(body, sentences, mentions, home, published=day)
    return Scene(
        body=body,
        sentences=sentences,
        mentions=mentions,
        officials=officials,
        dates=find_dates(body, day),
        amounts=find_amounts(body, mentions),
        quantities=find_quantities(body, mentions),
        published=day,
        home=home or home_of(officials),
        title=title,
        title_codes=tuple(dict.fromkeys(m.code for m in find_mentions(title))),
    )


@pytest.fixture(scope="session")
def scene_of() -> Callable[..., Scene]:
    """Give the function that makes a scene."""
    return make_scene
