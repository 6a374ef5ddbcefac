"""Which states an instrument is between.

Input: an instrument with its line, the status words that govern it, the article's pair. Output: `Parties`: the codes, the places of
the words that gave them, and the rule. Names right at the noun go first, then those who sign, then 'the two countries'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.agreements.parties_acting import financed, signers
from bilateral.loaders.extract.agreements.parties_member import acceding, front_and_subject
from bilateral.loaders.extract.agreements.parties_named import (
    by,
    in_front,
    in_phrase,
    named_between,
    of_both,
    of_their_ties,
    stated_by,
    talks_between,
)
from bilateral.loaders.extract.agreements.parties_relative import in_relative
from bilateral.loaders.extract.agreements.parties_trading import is_sale, sold, traded
from bilateral.loaders.extract.agreements.parties_understood import (
    between_them,
    leading_other,
    only_two,
    the_three,
    the_two,
    understood,
)
from bilateral.loaders.extract.agreements.parties_venue import at_venue
from bilateral.loaders.extract.agreements.parties_with import with_partner
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.parties import Parties
    from bilateral.loaders.extract.agreements.status import StatusReading
    from bilateral.loaders.extract.surface.close_pair import ClosePair
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["find_parties"]


def find_parties(
    body: str, line: Line, instrument: Instrument, readings: tuple[StatusReading, ...], pair: ClosePair
) -> Parties | None:
    """Give the parties of an instrument, None where the sentence does not tell."""
    if is_sale(instrument):
        return sold(line, instrument, readings)
    if _with_no_state(line, instrument):
        return None
    between = named_between(body, line, instrument)
    if between is not None and between.codes:
        return between
    found = (
        between_them(body, line, instrument, pair)
        or by(line, instrument)
        or in_front(line, instrument)
        or of_both(line, instrument)
        or of_their_ties(line, instrument)
        or in_relative(line, instrument, readings)
        or with_partner(body, line, instrument, readings, pair)
        or financed(line, instrument, readings)
        or stated_by(line, instrument)
        or traded(line, instrument, readings)
        or signers(line, instrument, readings)
        or front_and_subject(line, instrument, readings)
    )
    if found is not None or between is not None or _with_stranger(line, instrument):
        return found
    return (
        talks_between(line, instrument)
        or acceding(line, instrument)
        or in_phrase(line, instrument)
        or at_venue(line, instrument, readings, pair)
        or only_two(line, instrument, readings)
        or the_three(body, line, pair)
        or the_two(body, line, pair)
        or leading_other(line, instrument, readings, pair)
        or understood(line, instrument, readings, pair)
    )


def _with_no_state(line: Line, instrument: Instrument) -> bool:
    """Tell whether 'with' names what is no state: 'an agreement with a company from B', 'a truce with rebels'."""
    start, end = instrument.partners or (0, 0)
    words = [w.low for w in line.words if start <= w.start < end]
    return words[:1] == ["with"] and bool(set(words) & word_set("agreement_grammar", "parties no state"))


def _with_stranger(line: Line, instrument: Instrument) -> bool:
    """Tell whether 'with' names somebody who is no state: 'a pact with Acme'; no state is then guessed in its place."""
    start, end = instrument.partners or (0, 0)
    words = [w for w in line.words if start <= w.start < end]
    named = [m for m in line.mentions if start <= m.start < end]
    return bool(words) and words[0].low == "with" and not named and any(w.capital for w in words[1:3])
