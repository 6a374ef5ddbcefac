"""Who does what to whom, through passives, controlled infinitives, relative clauses and nouns that name acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bilateral.loaders.extract.syntax.clauses import governor, is_passive, objects, prepositional, region, subjects
from bilateral.loaders.extract.syntax.parse import parse_sentences
from bilateral.loaders.extract.text.marks import Sentence

if TYPE_CHECKING:
    from bilateral.loaders.extract.syntax.tree import Token, Tree


def tree(text: str) -> Tree:
    return parse_sentences(text, [Sentence(0, len(text), 0)])[0]


def word(parsed: Tree, text: str) -> Token:
    return next(t for t in parsed if t.text == text)


def texts(tokens: tuple[Token, ...]) -> list[str]:
    return [t.text for t in tokens]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "target"),
    [
        ("The minister met the ambassador.", "met", "minister", "ambassador"),
        ("The ambassador was summoned by the minister.", "summoned", "minister", "ambassador"),
        ("The minister wants to visit Oslo.", "visit", "minister", "Oslo"),
        ("The minister, who criticised the envoy, left.", "criticised", "minister", "envoy"),
        ("The minister urged the envoy to sign the text.", "sign", "envoy", "text"),
        ("The minister came and thanked the envoy.", "thanked", "minister", "envoy"),
    ],
)
def test_subject_and_object_of_a_verb(text: str, verb: str, subject: str, target: str) -> None:
    """The same roles come out of active, passive, controlled, relative and joined verbs."""
    parsed = tree(text)
    at = word(parsed, verb)
    assert texts(subjects(parsed, at)) == [subject]
    assert texts(objects(parsed, at)) == [target]


def test_a_passive_without_agent_has_no_subject() -> None:
    """Who did it is not guessed."""
    parsed = tree("The envoy was expelled on Monday.")
    verb = word(parsed, "expelled")
    assert is_passive(parsed, verb)
    assert subjects(parsed, verb) == ()
    assert texts(objects(parsed, verb)) == ["envoy"]


def test_a_noun_knows_the_verb_that_it_hangs_on() -> None:
    """'Held talks' is one act: the noun names it, the verb has its subject."""
    parsed = tree("The minister held talks with the envoy in Oslo.")
    noun = word(parsed, "talks")
    verb, role = governor(parsed, noun)
    assert verb is not None
    assert (verb.text, role) == ("held", "obj")
    assert texts(prepositional(parsed, noun, frozenset({"with"}))) == ["envoy"]


def test_a_clause_of_its_own_is_no_part_of_the_act() -> None:
    """What stands in a relative clause belongs to that clause."""
    parsed = tree("The minister met the envoy who had fought in Chad.")
    assert "Chad" not in texts(region(parsed, word(parsed, "met")))


def test_offsets_are_those_of_the_body() -> None:
    """Every token's words stand in the body where it says."""
    body = "“Straße” first.  The café’s envoy – an old hand – met us."
    start = body.index("The")
    parsed = parse_sentences(body, [Sentence(start, len(body), 1)])[0]
    assert [body[t.start : t.end] for t in parsed] == [t.text for t in parsed]
    assert "café" in [t.text for t in parsed]
