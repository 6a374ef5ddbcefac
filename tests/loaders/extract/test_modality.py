"""How far an act is from having happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bilateral.loaders.extract.events.modality import read
from bilateral.loaders.extract.syntax.parse import parse_sentences
from bilateral.loaders.extract.text.marks import Sentence

if TYPE_CHECKING:
    from bilateral.loaders.extract.syntax.tree import Token, Tree


def parsed(text: str, word: str) -> tuple[Tree, Token]:
    tree = parse_sentences(text, [Sentence(0, len(text), 0)])[0]
    return tree, next(t for t in tree if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The minister met the envoy.", "met", "asserted"),
        ("The minister has met the envoy.", "met", "asserted"),
        ("The minister will meet the envoy.", "meet", "planned"),
        ("The minister plans to meet the envoy.", "meet", "planned"),
        ("The minister is expected to meet the envoy.", "meet", "planned"),
        ("The minister is to meet the envoy.", "meet", "planned"),
        ("The minister offered to meet the envoy.", "meet", "proposed"),
        ("The minister may meet the envoy.", "meet", "possible"),
        ("The minister did not meet the envoy.", "meet", "negated"),
        ("The minister refused to meet the envoy.", "meet", "negated"),
        ("The minister will not meet the envoy until June.", "meet", "planned"),
        ("The minister did not meet the envoy until March.", "meet", "asserted"),
        ("The minister will not meet the envoy until the withdrawal of the troops.", "meet", "negated"),
        ("The minister denied meeting the envoy.", "meeting", "denied"),
        ("If the minister met the envoy, nobody knew.", "met", "conditional"),
        ("The minister urged him to meet the envoy.", "meet", "requested"),
        ("Norway called for Chad to lift the ban.", "lift", "requested"),
        ("Norway called for the ban to be lifted by Chad.", "lifted", "requested"),
        ("Norway suspended the talks after accusing Chad of theft.", "accusing", "asserted"),
        ("The line was never drawn, and Chad closed its embassy.", "closed", "asserted"),
        ("The minister cancelled the meeting.", "meeting", "cancelled"),
        ("The planned meeting drew a crowd.", "meeting", "planned"),
        ("They have a plan to visit Oslo.", "visit", "proposed"),
        ("No meeting took place.", "meeting", "negated"),
        ("The minister was accused of meeting the envoy.", "meeting", "alleged"),
        ("The minister stopped short of meeting the envoy.", "meeting", "negated"),
        ("Instead of meeting the envoy, the minister slept.", "meeting", "negated"),
        ("The minister no longer meets the envoy.", "meets", "negated"),
        ("Neither minister met the envoy.", "met", "negated"),
        ("The minister has not slept, nor has he met the envoy.", "met", "negated"),
        ("The minister was to have met the envoy.", "met", "cancelled"),
        ("Reports that ministers had met the envoy were false.", "met", "denied"),
        ("The minister claimed to have met the envoy.", "met", "asserted"),
        ("The navy claimed it had sunk the boat.", "sunk", "asserted"),
        ("The navy claimed rebels had sunk the boat.", "sunk", "alleged"),
        ("The ministry announced closing the embassy.", "closing", "asserted"),
        ("He spoke during the visit.", "visit", "asserted"),
        ("He will speak during the visit.", "visit", "planned"),
    ],
)
def test_the_kind_of_an_act(text: str, word: str, kind: str) -> None:
    """Helping verbs, negations, governors and adjectives decide the kind."""
    assert read(*parsed(text, word)).kind == kind


def test_what_goes_on_is_told_apart() -> None:
    """The present progressive goes on, the past tense does not."""
    assert read(*parsed("The two sides are negotiating a text.", "negotiating")).ongoing
    assert not read(*parsed("The two sides negotiated a text.", "negotiated")).ongoing
