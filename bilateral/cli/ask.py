"""`query`, `cypher`, `sparql`, `summary` and `why`: questions to the graph."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bilateral.cli.options import FormatOption, To, WorkspaceOption, workspace_root
from bilateral.cli.output import Format, show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.graph.rdf.sparql import Oxigraph
    from bilateral.graph.stores.protocol import Rows

__all__ = ["register"]


class Language(StrEnum):
    """The languages of the library."""

    cypher = "cypher"
    sparql = "sparql"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (query, cypher, sparql, summary, why):
        app.command()(command)


def query(
    name: Annotated[str | None, typer.Argument(help="A question of the library.")] = None,
    arguments: Annotated[list[str] | None, typer.Argument(help="Its arguments: key=value.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="Show the questions and their parameters.")] = False,
    language: Annotated[Language, typer.Option("--lang", help="Ask in this language.")] = Language.cypher,
    text: Annotated[bool, typer.Option("--text", help="Print the question's text instead of asking it.")] = False,
    workspace: WorkspaceOption = None,
    to: To = None,
    form: FormatOption = Format.table,
) -> None:
    """Ask a question of the library.

    Example: bilateral query cooperation-agreements country=Pakistan
    """
    from bilateral import homes
    from bilateral.queries.catalog import question
    from bilateral.queries.runner import ask_cypher, ask_sparql, sparql_text
    from bilateral.workspace import hold

    if listed or name is None:
        _list(form)
        return
    asked, given = question(name), _pairs(arguments or ())
    if text:
        from bilateral.queries.arguments import bind

        typer.echo(asked.cypher if language is Language.cypher else sparql_text(asked, bind(asked, given)), nl=False)
        return
    with hold(workspace_root(workspace)) as place:
        if language is Language.sparql:
            rows = ask_sparql(_oxigraph(place.root), asked, given)
        else:
            with homes.current_store(place, homes.server(to)) as store:
                rows = ask_cypher(store, asked, given)
    _print(rows, form)


def cypher(
    text: Annotated[str, typer.Argument(help="A reading Cypher query.")],
    workspace: WorkspaceOption = None,
    to: To = None,
    form: FormatOption = Format.table,
) -> None:
    """Ask in Cypher, read-only.

    Example: bilateral cypher "MATCH (c:Country) RETURN c.id AS id, c.name AS name ORDER BY id"
    """
    from bilateral import homes
    from bilateral.workspace import hold

    with hold(workspace_root(workspace)) as place, homes.current_store(place, homes.server(to)) as store:
        rows = store.read(text)
    _print(rows, form)


def sparql(
    text: Annotated[str, typer.Argument(help="A SELECT, ASK or CONSTRUCT query; our prefixes are known.")],
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Ask in SPARQL, read-only.

    Example: bilateral sparql "SELECT ?name { ?a a br:Cooperation ; rdfs:label ?name }"
    """
    from bilateral.workspace import hold

    with hold(workspace_root(workspace)) as place:
        rows = _oxigraph(place.root).ask(text)
    _print(rows, form)


def summary(
    country: Annotated[str | None, typer.Argument(help="A state (code or name).")] = None,
    partner: Annotated[str | None, typer.Argument(help="Another one: what the two have between them.")] = None,
    workspace: WorkspaceOption = None,
    to: To = None,
    form: FormatOption = Format.table,
) -> None:
    """Sum up the graph, a state or a pair of states.

    For a pair: what they have agreed, who met whom, and what moves between them.

    Example: bilateral summary Pakistan Tajikistan
    """
    from bilateral import homes
    from bilateral.cli.reports import show_report
    from bilateral.queries.reports.summary import summarize, summarize_pair, summarize_state
    from bilateral.workspace import hold

    with hold(workspace_root(workspace)) as place, homes.current_store(place, homes.server(to)) as store:
        if country is None:
            report = summarize(store)
        elif partner is None:
            report = summarize_state(store, country)
        else:
            report = summarize_pair(store, country, partner)
    show_report(report, form)


def why(
    key: Annotated[str, typer.Argument(metavar="ID", help="Id of an edge, agreement, event, official or statement.")],
    workspace: WorkspaceOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Show the words that a mark on the graph came from.

    The whole chain: statements, rule, speaker, passage in its context, article.

    Example: bilateral why person/tjk/yusuf-sharifzoda
    """
    from bilateral import homes
    from bilateral.cli.reports import show_report
    from bilateral.graph.ledger import Ledger
    from bilateral.queries.reports.why import explain
    from bilateral.workspace import hold

    with hold(workspace_root(workspace)) as place, Ledger.open(place.ledger) as ledger:
        report = explain(homes.current_graph(place), ledger, key)
    show_report(report, form)


def _list(form: Format) -> None:
    from bilateral.queries.catalog import questions

    rows = [
        (each.name, each.question, ", ".join(p.name if p.required else f"[{p.name}]" for p in each.parameters))
        for each in questions().values()
    ]
    show(("name", "question", "parameters"), rows, form)


def _pairs(arguments: Sequence[str]) -> dict[str, str]:
    from bilateral.errors import UsageError

    pairs = {}
    for each in arguments:
        name, sign, value = each.partition("=")
        if not sign or not value:
            raise UsageError(f"{each!r} is no argument", remedy="Write key=value, such as country=Pakistan.")
        pairs[name] = value
    return pairs


def _oxigraph(root: Path) -> Oxigraph:
    from bilateral import homes
    from bilateral.graph.rdf.sparql import Oxigraph
    from bilateral.schema.registry import registry
    from bilateral.workspace import Workspace

    return Oxigraph(homes.current_graph(Workspace(root)), registry())


def _print(rows: Rows, form: Format) -> None:
    show(rows.columns, rows.rows, form)
