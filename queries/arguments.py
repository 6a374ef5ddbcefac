"""Arguments of a question, from the words of a user to typed values: states by code or name, days, periods, closed lists."""

from __future__ import annotations

import difflib
from datetime import date
from typing import TYPE_CHECKING

from bilateral.errors import InputError, UsageError
from bilateral.schema.registry import registry
from bilateral.schema.states import states
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bilateral.queries.catalog import Parameter, Question

__all__ = ["Bound", "bind"]

Bound = str | int | date | None


def bind(asked: Question, given: Mapping[str, str]) -> dict[str, Bound]:
    """Give every parameter of a question its value, None where it is left out; raise UsageError naming what is wrong.

    A `period` named P becomes two values, P_from and P_to: the first and last day that its EDTF text allows.
    """
    _refuse_unknown(asked, given)
    bound: dict[str, Bound] = {}
    for parameter in asked.parameters:
        text = given.get(parameter.name, parameter.default)
        if text is None and parameter.required:
            raise UsageError(
                f"{asked.name} needs {parameter.name}", remedy=f"Add {parameter.name}=… ({parameter.doc})."
            )
        bound |= _values(parameter, text)
    return bound


def _refuse_unknown(asked: Question, given: Mapping[str, str]) -> None:
    known = [parameter.name for parameter in asked.parameters]
    for name in given:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"Did you mean {near[0]}?" if near else f"It has: {', '.join(known) or 'no parameters'}."
            raise UsageError(f"{asked.name} has no parameter {name!r}", remedy=hint)


def _values(parameter: Parameter, text: str | None) -> dict[str, Bound]:
    if parameter.type == "period":
        return _period(parameter.name, text)
    if text is None:
        return {parameter.name: None}
    try:
        return {parameter.name: _READERS[parameter.type](parameter, text)}
    except InputError as error:
        raise UsageError(error.what, place=parameter.name, remedy=error.remedy) from error


def _period(name: str, text: str | None) -> dict[str, Bound]:
    if text is None:
        return {f"{name}_from": None, f"{name}_to": None}
    try:
        value = PartialDate.parse(text)
    except InputError as error:
        raise UsageError(error.what, place=name, remedy=error.remedy) from error
    return {f"{name}_from": value.earliest, f"{name}_to": value.latest}


def _state(_: Parameter, text: str) -> str:
    return states().resolve(text)


def _day(parameter: Parameter, text: str) -> date:
    value = PartialDate.parse(text)
    if value.precision != "day" or value.earliest is None:
        raise UsageError(f"{text!r} is not one day", place=parameter.name, remedy="Write it as 2024-05-16.")
    return value.earliest


def _integer(parameter: Parameter, text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise UsageError(f"{text!r} is no whole number", place=parameter.name, remedy="Write it in digits: 10.")
    return int(text)


def _word(parameter: Parameter, text: str) -> str:
    known = sorted(registry().vocabularies[parameter.vocabulary or ""].terms)
    if text not in known:
        near = difflib.get_close_matches(text, known, 1)
        hint = f"Did you mean {near[0]}?" if near else f"Choose one of: {', '.join(known)}."
        raise UsageError(f"there is no {parameter.vocabulary} {text!r}", place=parameter.name, remedy=hint)
    return text


_READERS: Mapping[str, Callable[[Parameter, str], Bound]] = {
    "state": _state,
    "day": _day,
    "integer": _integer,
    "vocabulary": _word,
    "text": lambda _, text: text,
}
