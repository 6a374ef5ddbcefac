"""What looks like a date and is none: a person named May, 2000 soldiers, Resolution 2231, the Sunday Times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.loaders.extract.dates.lexicon import date_lexicon

if TYPE_CHECKING:
    from bilateral.loaders.extract.dates.anchor import Phrase
    from bilateral.loaders.extract.dates.words import Word

__all__ = ["is_month_name", "is_weekday_name", "is_year"]

#: Bare numbers between these are years; behind 'of' earlier ones are too, unless they are round.
_FIRST_SURE, _LAST_SURE, _FIRST_OF = 1900, 2100, 1600


def is_month_name(phrase: Phrase) -> bool:
    """Tell whether a bare month in the phrase names a person or a habit, or is a verb."""
    lists = date_lexicon().lists
    before, month = phrase.before(), phrase.keys[-1] if phrase.keys[-1] != "DOT" else phrase.keys[-2]
    if before in lists["not_before_month"] or phrase.next() in lists["not_after_month"]:
        return True
    if month in date_lexicon().numbers["ABBR"]:
        return before not in lists["before_short_month"] or phrase.next() == "DASH" or _is_name_part(phrase)
    if month == "may" and phrase.text.has_person_may:
        return before not in {"in", "since", "during", "until"}
    return before not in lists["asks_for_month"] and (month in lists["careful"] or _is_name_part(phrase))


def _is_name_part(phrase: Phrase) -> bool:
    """'April Glaspie', 'June Smith': the month stands among capitals at no place for a date."""
    return phrase.next_text()[:1].isupper() and phrase.before() != "DOT"


def is_weekday_name(phrase: Phrase) -> bool:
    """Tell whether a weekday in the phrase is part of a name or comes every week."""
    lists = date_lexicon().lists
    if phrase.before() in lists["not_before_weekday"] or phrase.next() in lists["not_after_weekday"]:
        return phrase.next_text()[:1].isupper() or phrase.before() in lists["not_before_weekday"]
    return f"{phrase.before(2)} {phrase.before()}" in lists["names_ending_in_weekday"] and phrase.next() == ""


def is_year(phrase: Phrase, at: int) -> bool:
    """Tell whether the number of four digits that is word `at` of the text counts years, not things."""
    items, lists = phrase.text.items, date_lexicon().lists
    word = items[at]
    before = items[at - 1].key if at else ""
    after = items[at + 1] if at + 1 < len(items) else None
    if after and _counts(after, word, items[at + 2] if at + 2 < len(items) else None):
        return False
    if at > phrase.first:
        return True
    if before in lists["hedges_of_year"]:
        return _is_hedged_year(phrase, at)
    if before in lists["sure_before_year"] or (before == "of" and int(word.text) >= _FIRST_OF and int(word.text) % 50):
        return True
    sure = _FIRST_SURE <= int(word.text) <= _LAST_SURE
    return (
        sure and before not in lists["not_before_year"] and not (before == "DOT" and items[at - 2].key in {"no", "nr"})
    )


def _is_hedged_year(phrase: Phrase, at: int) -> bool:
    """'since at least 2015', 'around 2001'; but 'about 2000' may count anything."""
    items, lists = phrase.text.items, date_lexicon().lists
    earlier = at - 1
    while earlier >= max(0, at - 4) and items[earlier].key in lists["hedges_of_year"] | {"at"}:
        earlier -= 1
    if earlier >= 0 and items[earlier].key in lists["sure_before_year"]:
        return True
    sure = _FIRST_SURE <= int(items[at].text) <= _LAST_SURE and int(items[at].text) % 50 > 0
    return sure and items[at - 1].key in lists["about_a_year"]


def _counts(after: Word, word: Word, then: Word | None) -> bool:
    lists = date_lexicon().lists
    if after.key in lists["not_after_year"]:
        return True
    if after.key == "DASH" and after.start == word.end and then and then.start == after.end:
        return then.key in lists["not_after_year"] or then.key in {"strong", "odd", "member", "page"}
    round_number = word.text.endswith("00") and word.text != "2000"
    return round_number and after.text.islower() and after.key.endswith("s") and len(after.key) > 3  # noqa: PLR2004 - plurals
