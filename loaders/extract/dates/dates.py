"""Dates in a text, resolved against the day of publication, never more exact than the words.

`find_dates(body, published)` gives one `DateMark` a date expression, in text order, without overlap, the longest that can be
read at each place. `surface == body[start:end]`; a leading preposition ("on", "by", "from", "since") stays outside the mark
and tells its role instead; only "in three months" and the like are found with it and trimmed.

Readings
- `past` is the reading before or on the day of publication, `future` the one on or after it; choose by the tense of the verb
  (`mark.read(tense)`). They are equal where the text itself decides ('2022', 'last week', 'tomorrow').
- Both are None where the text gives no date that could be resolved: a length of time ('for five years', role `duration`),
  a date that hangs on another which is not told shortly before ('the following day'; see `narrative`) or only roughly ('a year
  earlier'; only 'that year' is the year named last), an entry into force 'on the first day of the second
  month after …', and everything relative where `published` is None. Such a mark still says that its clause has a time
  of its own, which is not the day of publication.
- A publication date known only to the month or year resolves what it can; finer steps give it marked approximate (`2017-01~`).

Conventions
- A day without a year is the nearest on its side of publication; one within 45 days of it is meant whatever the tense, for whoever
  means the day of another year says so.
- 'Tuesday' on a Tuesday is that day; 'last Tuesday' and 'next Tuesday' never are.
- 'early', 'mid', 'late' 2022 is a third of the year, approximate: `2022-01~/2022-04~`; of a month it is the month. 'The end of
  2025' is `2025`. Seasons are months of the northern year, approximate; a winter of one year is that year.
- 'this week' runs from Monday to Sunday. Fiscal years are the years they name: `2023`, `2022/2023`.
- '11/09/2019' is only `2019`, since nothing tells which number is the month; '13/09/2019' is a day.
- The year in front of a name ('the 2026 World Cup') is a mark all the same: it is the date of what it stands before.
- 'two weeks ago', 'three months ago' and decades are approximate (`~`), days and years are not.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol

from bilateral.errors import InputError
from bilateral.loaders.extract.dates import absolute as date_absolute
from bilateral.loaders.extract.dates import lengths as date_lengths
from bilateral.loaders.extract.dates import relative as date_relative
from bilateral.loaders.extract.dates import spans as date_spans
from bilateral.loaders.extract.dates.anchor import Anchor, Phrase, Reading
from bilateral.loaders.extract.dates.grammar import matches_at, next_start
from bilateral.loaders.extract.dates.narrative import anchored
from bilateral.loaders.extract.dates.roles import role_of
from bilateral.loaders.extract.dates.words import split_words
from bilateral.loaders.extract.text.marks import DateMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.dates.grammar import Rule
    from bilateral.schema.values import PartialDate

__all__ = ["find_dates"]


class Reader(Protocol):
    """Reads a phrase; None where it is no date after all."""

    def __call__(self, phrase: Phrase, anchor: Anchor | None) -> Reading | None:
        """Give the reading of the phrase."""
        ...


#: How many marks and characters back a year may stand that 'that year' takes up.
_MARKS_BACK, _NEAR = 4, 400
_EXACT: Final = frozenset({"day", "month", "year"})
#: Readers of spans that say their own start and end.
_SPANS: Final = frozenset({"span", "days", "year_pair"})
#: The readers that `lexicon/date_grammar.yaml` names.
READERS: Final = MappingProxyType[str, Reader](
    {
        name.removeprefix("read_"): getattr(module, name)
        for module in (date_absolute, date_lengths, date_relative, date_spans)
        for name in module.__all__
        if name.startswith("read_")
    }
)


def find_dates(body: str, published: PartialDate | None) -> tuple[DateMark, ...]:
    """Find every date expression in `body`, read against the publication date; see the module for what marks promise."""
    words, anchor = split_words(body), Anchor.of(published)
    marks: list[DateMark] = []
    position: int | None = 0
    while position is not None and (position := next_start(words, position)) is not None:
        spoken = _year_spoken(marks, words.items[position].start)
        mark, position = _mark_at(body, Phrase(words, position, position, spoken), anchor)
        if mark:
            marks.append(mark)
    return anchored(marks)


def _year_spoken(marks: Sequence[DateMark], at: int) -> int | None:
    """Give the year of the last date before a place, if it stands near: what 'that year' means there."""
    for mark in marks[: -_MARKS_BACK - 1 : -1]:
        date = mark.past
        if at - mark.end <= _NEAR and date and date == mark.future and date.earliest and date.precision in _EXACT:
            return date.earliest.year
    return None


def _mark_at(body: str, place: Phrase, anchor: Anchor | None) -> tuple[DateMark | None, int]:
    """Give the longest date at a place, and the word to go on from."""
    for rule, last in matches_at(place.text, place.first):
        reading = _reader(rule)(replace(place, last=last), anchor)
        if reading is not None:
            phrase = replace(place, first=place.first + reading.skip, last=last)
            return _mark(body, phrase, reading, is_span=rule.read in _SPANS), last
    return None, place.first + 1


def _mark(body: str, phrase: Phrase, reading: Reading, *, is_span: bool) -> DateMark:
    start, end = phrase.words[0].start, phrase.words[-1].end
    role = reading.role if reading.role != "when" else role_of(phrase.text, phrase.first, phrase.last, is_span=is_span)
    return DateMark(start, end, body[start:end], reading.past, reading.future, role)


def _reader(rule: Rule) -> Reader:
    try:
        return READERS[rule.read]
    except KeyError:
        raise InputError(
            f"there is no reader {rule.read!r}",
            place="lexicon/date_grammar.yaml",
            remedy=f"Name one of {sorted(READERS)}.",
        ) from None
