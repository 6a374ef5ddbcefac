"""Reading the values of the exchange format from fields: dates, codes, words of closed lists, money, quantities, evidence."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final, cast

from bilateral.errors import ValueFormatError
from bilateral.schema.facts import Evidence, Modality, Role, Trace
from bilateral.schema.faults import nearest
from bilateral.schema.registry import registry
from bilateral.schema.states import states
from bilateral.schema.values import Amount, PartialDate, Qualifier, Quantity

if TYPE_CHECKING:
    from bilateral.schema.fields import Fields
    from bilateral.schema.names import VocabularyName

__all__ = [
    "TRACE_KEYS",
    "read_amount",
    "read_code",
    "read_codes",
    "read_date",
    "read_quantity",
    "read_trace",
    "read_word",
    "read_words",
]

#: What a fact may carry beside the published keys; `quote` and `optional` are of gold files and are dropped.
TRACE_KEYS: Final = ("evidence", "speaker", "modality", "confidence", "rule", "roles", "quote", "optional")

#: Organisations that are not in our list are known by their usual acronym, unless it looks like a code of a state.
_ACRONYM: Final = re.compile(r"(?=.*\d)[A-Z][A-Z0-9+-]+|[A-Z]{4}[A-Z0-9+-]*")
_NORWAY: Final = "false is no code (YAML 1.1 reads NO, Norway's alpha-2 code, as false)"
_ALPHA_3: Final = "Countries are ISO 3166-1 alpha-3"


def read_date(fields: Fields, key: str) -> PartialDate | None:
    """Read an EDTF date."""
    text = fields.text(key)
    if text is None:
        return None
    try:
        return PartialDate.parse(text)
    except ValueFormatError as error:
        fields.fault(key, error.what, error.remedy or "")
        return None


def read_code(fields: Fields, key: str, *, required: bool = False) -> str | None:
    """Read the code of one state or organisation."""
    value = fields.data.get(key)
    if value is False:
        fields.fault(key, _NORWAY, f"{_ALPHA_3}; write NOR.")
        return None
    code = fields.text(key, required=required)
    if code is not None:
        _check_code(fields, key, code, fields.line(key))
    return code


def read_codes(fields: Fields, key: str, *, required: bool = False) -> tuple[str, ...]:
    """Read a list of codes of states or organisations."""
    held = fields.data.get(key)
    if isinstance(held, list) and any(each is False for each in held):
        fields.fault(key, _NORWAY, f"{_ALPHA_3}; write NOR.")
        return ()
    found = fields.texts_with_lines(key, required=required)
    for code, line in found:
        _check_code(fields, key, code, line)
    return tuple(code for code, _ in found)


def _check_code(fields: Fields, key: str, code: str, line: int) -> None:
    if code in states() or _ACRONYM.fullmatch(code) or code in registry().vocabulary("further_organizations"):
        return
    meant = states().find(code)
    near = difflib.get_close_matches(code.upper(), states().by_code, n=1)
    hint = (
        f"write {meant}" if meant else f"did you mean {near[0]}?" if near else "organisations have their usual acronym"
    )
    what = f"{fields.key(key)}: {code!r} is no code of a state or organisation"
    fields.faults.add(fields.file, line, what, f"{_ALPHA_3}; {hint}".rstrip(".?") + ("?" if "did you" in hint else "."))


def read_word(fields: Fields, key: str, vocabulary: VocabularyName, *, required: bool = False) -> str | None:
    """Read a word of a closed list."""
    word = fields.text(key, required=required)
    if word is not None:
        _check_word(fields, key, word, fields.line(key), vocabulary)
    return word


def read_words(fields: Fields, key: str, vocabulary: VocabularyName) -> tuple[str, ...]:
    """Read a list of words of a closed list."""
    found = fields.texts_with_lines(key)
    for word, line in found:
        _check_word(fields, key, word, line, vocabulary)
    return tuple(word for word, _ in found)


def _check_word(fields: Fields, key: str, word: str, line: int, vocabulary: VocabularyName) -> None:
    known = registry().vocabulary(vocabulary)
    if word not in known:
        what = f"{fields.key(key)}: {word!r} is not in the list of {vocabulary.replace('_', ' ')}"
        fields.faults.add(fields.file, line, what, nearest(word, known))


def read_amount(fields: Fields, key: str) -> Amount | None:
    """Read a sum of money."""
    held = fields.mapping(key)
    if held is None:
        return None
    held.only(("value", "currency", "qualifier"))
    value, currency = held.number("value", required=True), read_word(held, "currency", "currencies", required=True)
    qualifier = read_word(held, "qualifier", "qualifiers")
    if value is None or currency is None:
        return None
    try:
        return Amount(value, currency, cast("Qualifier | None", qualifier))
    except ValueFormatError as error:
        held.fault("value", error.what, error.remedy or "")
        return None


def read_quantity(fields: Fields, key: str) -> Quantity | None:
    """Read a quantity."""
    held = fields.mapping(key)
    if held is None:
        return None
    held.only(("value", "unit", "commodity", "qualifier"))
    value, unit = held.number("value", required=True), held.text("unit", required=True)
    commodity, qualifier = held.text("commodity"), read_word(held, "qualifier", "qualifiers")
    if value is None or unit is None:
        return None
    try:
        return Quantity(value, unit, commodity, cast("Qualifier | None", qualifier))
    except ValueFormatError as error:
        held.fault("value", error.what, error.remedy or "")
        return None


def read_trace(fields: Fields) -> Trace:
    """Read how a fact came about; the gold's `quote` and `optional` are looked at and dropped."""
    fields.text("quote")
    fields.boolean("optional")
    confidence = fields.number("confidence")
    if confidence is not None and not 0 <= confidence <= 1:
        fields.fault("confidence", f"{confidence} is no confidence", "Write a number from 0 to 1.")
    return Trace(
        evidence=tuple(found for item in fields.items("evidence") if (found := _evidence(item))),
        speaker=fields.text("speaker"),
        modality=cast("Modality", read_word(fields, "modality", "modalities") or "asserted"),
        confidence=confidence,
        rule=fields.text("rule"),
        roles=tuple(role for item in fields.items("roles") if (role := _role(item))),
    )


def _evidence(fields: Fields) -> Evidence | None:
    fields.only(("start", "end", "quote"))
    found = _passage(fields)
    return Evidence(*found) if found else None


def _role(fields: Fields) -> Role | None:
    fields.only(("name", "start", "end", "quote"))
    name, found = fields.text("name", required=True), _passage(fields)
    return Role(name, *found) if name and found else None


def _passage(fields: Fields) -> tuple[int, int, str] | None:
    start, end = fields.integer("start", required=True), fields.integer("end", required=True)
    quote = fields.text("quote", required=True)
    if start is None or end is None or quote is None:
        return None
    if not 0 <= start < end:
        fields.fault("end", f"{start} to {end} is no passage", "The start is 0 or more and before the end.")
        return None
    if len(quote) != end - start:
        what = f"the quote has {len(quote)} characters, and {start} to {end} are {end - start}"
        fields.fault("quote", what, "Quote the body's very words: quote == body[start:end].")
        return None
    return start, end, quote
