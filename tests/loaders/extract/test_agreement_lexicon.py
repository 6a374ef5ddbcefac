"""The lexicon of agreements and flows: what it says is possible, and complete."""

from __future__ import annotations

from typing import Final, get_args

from bilateral.loaders.extract.agreements.known_agreements import known_agreements
from bilateral.loaders.extract.agreements.status_words import status_index, status_verbs
from bilateral.loaders.extract.text.lexicon import read_lexicon, word_lists
from bilateral.schema.names import AgreementStatus, AgreementType, Area
from bilateral.schema.states import states

STATUSES: Final = frozenset(get_args(AgreementStatus))


def test_nouns_are_of_known_types() -> None:
    """Every type in agreement.yaml is one of the exchange format."""
    assert set(word_lists("agreement")) <= set(get_args(AgreementType))


def test_areas_are_known_and_all_have_words() -> None:
    """Every area of the vocabulary has phrases, and there is no other."""
    assert set(word_lists("areas")) - {"none"} == set(get_args(Area))


def test_statuses_are_known() -> None:
    """status.yaml and status_shift.yaml speak only of statuses of the exchange format."""
    status, shift = read_lexicon("status"), read_lexicon("status_shift")
    assert isinstance(status, dict)
    assert isinstance(shift, dict)
    assert set(status) == STATUSES
    assert {key.split()[0] for key in shift} <= STATUSES
    assert {to for row in shift.values() for to in row.values()} <= STATUSES


def test_known_agreements_have_parties_that_exist() -> None:
    """Every known instrument has two known parties at least, a known type, known areas, and a title of its own."""
    titles = [known.title for known in known_agreements()]
    assert len(titles) == len(set(titles))
    for known in known_agreements():
        assert len(known.parties) > 1
        assert all(code in states() for code in known.parties)
        assert known.type in get_args(AgreementType)
        assert set(known.areas) <= set(get_args(Area))


def test_status_words_are_found_in_every_form() -> None:
    """A verb is found in its four forms and with -s."""
    for text in ("sign", "signs", "signed", "signing"):
        assert any(t.status == "signed" for hit in status_index().find(text) for t in hit.value), text
    assert {"ratify", "suspends", "collapsed"} <= status_verbs()
