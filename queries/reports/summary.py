"""Summaries: of the whole graph, of one state, of a pair of states."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Final

from bilateral.errors import UsageError
from bilateral.graph.stores.protocol import Rows
from bilateral.queries.catalog import question
from bilateral.queries.reports.section import Report, Section
from bilateral.queries.runner import ask_cypher
from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.queries.runner import CypherEngine

__all__ = ["summarize", "summarize_pair", "summarize_state"]

_AGREEMENT: Final = ("date", "status", "type", "name", "sources")
_MEETING: Final = ("date", "mode", "status", "officials", "place")
_FLOW: Final = ("period", "kind", "from", "to", "commodity", "quantity", "unit", "amount", "currency")
_EVENT: Final = ("date", "type", "mode", "status", "sources", "targets", "quote")
_OFFICIAL: Final = ("name", "title", "first_seen", "last_seen", "sources")


def summarize(engine: CypherEngine) -> Report:
    """Count what the graph holds, and show where agreements stand, what happened, and between whom."""
    parts = (
        ("What is in the graph", "things"),
        ("Agreements by status", "agreement-statuses"),
        ("Events by type", "event-types"),
        ("Pairs with most between them", "pairs"),
    )
    return Report("Summary", tuple(Section(title, rows=_figures(engine, name)) for title, name in parts))


def summarize_state(engine: CypherEngine, country: str) -> Report:
    """Show the partners, agreements, officials and events of one state (code or name)."""
    code = states().resolve(country)
    asked = {"country": code}
    return Report(
        states().get(code).name,
        (
            _section(engine, "Partners", "partners", asked, ("partner", "name", "agreements", "events")),
            _section(engine, "Agreements", "agreements", asked, (*_AGREEMENT, "parties")),
            _section(engine, "Officials", "officials", asked, _OFFICIAL),
            _section(engine, "Events", "events", asked, _EVENT),
        ),
    )


def summarize_pair(engine: CypherEngine, country: str, partner: str) -> Report:
    """Show what two states (codes or names) have agreed, who met whom, what moves between them, and the rest."""
    known = states()
    one, other = known.resolve(country), known.resolve(partner)
    if one == other:
        raise UsageError(f"{country!r} and {partner!r} are the same", remedy="Name two, or only one.")
    asked = {"country": one, "partner": other}
    return Report(
        f"{known.get(one).name} and {known.get(other).name}",
        (
            _section(engine, "Agreements", "agreements", asked, (*_AGREEMENT, "quote")),
            _section(engine, "Meetings and visits", "meetings", asked, _MEETING),
            _section(engine, "Flows", "flows", asked, _FLOW),
            _section(engine, "Timeline", "timeline", asked, ("date", "kind", "type", "status", "name", "quote")),
        ),
    )


def _section(
    engine: CypherEngine, title: str, name: str, given: Mapping[str, str], columns: tuple[str, ...]
) -> Section:
    return Section(title, rows=_only(ask_cypher(engine, question(name), given), columns))


def _only(answer: Rows, columns: tuple[str, ...]) -> Rows:
    places = [answer.columns.index(name) for name in columns]
    return Rows(columns, tuple(tuple(row[place] for place in places) for row in answer.rows))


def _figures(engine: CypherEngine, name: str) -> Rows:
    text = files("bilateral.queries").joinpath("reports", f"{name}.cypher").read_text(encoding="utf-8")
    return engine.read(text)
