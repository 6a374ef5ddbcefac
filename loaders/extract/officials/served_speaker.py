"""The state served, told by who speaks: `…, the Maltese ports ministry said`; `Trade Minister NAME said Norway will …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.officials.served_custom import can_have
from bilateral.loaders.extract.officials.served_words import served_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bilateral.loaders.extract.officials.drafts import Draft
    from bilateral.loaders.extract.officials.row import Row

__all__ = ["by_agency", "by_own_will", "by_speaker", "by_voice"]

_LONGEST: Final = 4
_SAID: Final = 3
_CLAUSE: Final = 7
_MEDIA: Final = frozenset({"agency", "media", "television", "radio", "broadcaster"})
_QUOTES: Final = str.maketrans("“”", '""')
_GENITIVE: Final = frozenset({"'s", "'"})


def by_speaker(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Give bare officials whom a ministry announces the ministry's state; `the ministry` is the last one told."""
    here: dict[int, list[Draft]] = {}
    for draft in drafts:
        here.setdefault(draft.sentence, []).append(draft)
    last: dict[str, str] = {}
    for number, row in enumerate(rows):
        for at, code in _speaking(row, last):
            for draft in here.get(number, ()):
                if draft.country is None and draft.end <= row.words[at].start and _alone(here[number], code):
                    draft.country, draft.why = code, "speaker"
        last.update((row.low(at), code) for at, code in _organs(row))


def _alone(company: Sequence[Draft], code: str) -> bool:
    """Whether no other official of the speaker's state is in the sentence: a minister whom its president receives is a guest."""
    return all(draft.country != code for draft in company)


def _organs(row: Row) -> Iterator[tuple[int, str]]:
    """Give each ministry of a row with the state told before it: `the Maltese ports ministry`, `the State Department`."""
    for at in range(len(row)):
        if not row.known(at, office_words().state_organs):
            continue
        for k in range(at, max(-1, at - _LONGEST), -1):
            mention = row.state(k)
            if mention is not None and (mention.kind != "capital" or row.low(k + 1) in _GENITIVE):
                yield at, mention.code
            if mention is not None or not (
                k == at or row.known(k, office_words().portfolio) or row.low(k) in _GENITIVE
            ):
                break


def _speaking(row: Row, last: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Give the ministries of a row that a verb of saying follows."""
    told = dict(_organs(row))
    for at in range(len(row)):
        bare = row.low(at - 1) == "the" and row.low(at) in last
        code = told.get(at) or (last[row.low(at)] if bare else None)
        if code and any(row.low(k) in served_words("says") for k in range(at + 1, at + 1 + _SAID)):
            yield at, code


def by_voice(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Give bare officials who speak the state whose authorities alone do: `…, Maltese authorities said. …, a ports official told …`."""
    says = [d for d in drafts if d.country is None and d.kind != "weak" and _says(rows[d.sentence], d.end)]
    codes = {code for row in rows for code in _voices(row)} if says else set()
    code = next(iter(codes)) if len(codes) == 1 else None
    for draft in says:
        if code is not None and can_have(code, draft.office):
            draft.country, draft.why = code, "voice"


def _says(row: Row, end: int) -> bool:
    at = row.at(end)
    return at > 0 and any(row.low(k) in served_words("says") for k in range(at, at + _SAID))


def _voices(row: Row) -> Iterator[str]:
    """Give the state of authorities that say something: `Maltese officials said`, `the government of Peru announced`."""
    for at in range(len(row)):
        if row.low(at) not in served_words("voices"):
            continue
        mention = row.state(at - 1) or (row.state(at - 2) if row.low(at - 1) in _GENITIVE else None)
        if mention is not None and any(row.low(k) in served_words("says") for k in range(at + 1, at + _SAID)):
            yield mention.code


def by_agency(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Read `Malta's state news agency quoted Trade Minister NAME`: a state's agency quotes its own."""
    for draft in drafts:
        row = rows[draft.sentence]
        at = row.at(draft.start) - 1
        while draft.country is None and row.low(at) in {"the", "new", "a"}:
            at -= 1
        if draft.country is None and row.low(at) in {"quoted", "cited", "quotes", "cites"}:
            draft.country = _agency(row, at)
            draft.why = "agency" if draft.country else draft.why


def _agency(row: Row, end: int) -> str | None:
    """Give the state of the agency whose verb stands at word `end`."""
    first = max(-1, end - 2 * _LONGEST)
    own = next((k for k in range(end - 1, first, -1) if row.low(k) in _MEDIA), None)
    before = range((own or 0) - 1, max(-1, (own or 0) - 1 - _LONGEST), -1)
    return next((m.code for k in before if (m := row.state(k)) is not None), None) if own else None


def by_own_will(drafts: Sequence[Draft], rows: Sequence[Row]) -> None:
    """Read `Trade Minister NAME said (last week that) Norway will …`: who tells a state's will serves it."""
    for draft in drafts:
        if draft.country is None:
            row = rows[draft.sentence]
            draft.country = _willing(row, row.at(draft.end)) or _willed_before(row, row.at(draft.start))
            draft.why = "own-will" if draft.country else draft.why


def _willing(row: Row, first: int) -> str | None:
    if row.low(first) not in served_words("says"):
        return None
    for k in range(first + 1, min(first + _CLAUSE, len(row))):
        mention = row.state(k)
        if mention is None:
            continue
        after = row.state_after(k)
        subject = row.low(k - 1) in served_words("says") | {"that", "last", "the"} or row.low(k - 1) in served_words(
            "days"
        )
        return mention.code if subject and _wills(row, after) and mention.kind != "demonym" else None
    return None


def _wills(row: Row, verb: int) -> bool:
    """Whether a state's will or deed begins at a word: `will`, `has requested`, `is sending`."""
    done = row.low(verb) in {"has", "had"} and row.low(verb + 1) in served_words("wills") | served_words("deeds")
    doing = row.low(verb) in {"is", "was"} and row.low(verb + 1) in served_words("doings")
    return done or doing or row.low(verb) in served_words("wills")


def _willed_before(row: Row, end: int) -> str | None:
    """Read `"The Maltese government will decide," Trade Minister NAME said`: the quoted words begin with the own state's will."""
    first = next((k for k in range(_SAID) if row.state(k)), None)
    mention = row.state(first) if first is not None else None
    if mention is None or first is None or '"' not in {row.low(k).translate(_QUOTES) for k in range(first)}:
        return None
    verb = row.state_after(first)
    verb += row.low(verb) in served_words("governments")
    return mention.code if verb < end and row.low(verb) in served_words("wills") else None
