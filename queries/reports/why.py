"""Why a mark is on the graph: from an id through its statements to the words, the speaker, the rule and the article."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from bilateral.errors import UsageError
from bilateral.graph.model import Node
from bilateral.graph.stores.protocol import Rows
from bilateral.queries.reports.section import Report, Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.graph.ledger import Held, Ledger
    from bilateral.graph.model import Edge, Graph
    from bilateral.schema.facts import Evidence

__all__ = ["explain"]

#: How many characters of the text are shown on either side of a quote.
_CONTEXT: Final = 100
_HIDDEN: Final = frozenset({"fingerprint", "statements", "evidence", "id", "name"})


def explain(graph: Graph, ledger: Ledger, key: str) -> Report:
    """Tell of a node, edge or statement what it is and who says so; raise UsageError where nothing has this id."""
    marks = [each for each in graph if each.id == key]
    if not marks:
        raise UsageError(f"nothing on the graph has the id {key!r}", remedy=_nearest(key, graph))
    held = [found for number in _statements(marks, ledger, key) if (found := ledger.statement(number)) is not None]
    return Report(_name(marks[0]), (_what(marks[0]), *(_claim(ledger, each) for each in held)))


def _statements(marks: Iterable[Node | Edge], ledger: Ledger, key: str) -> list[str]:
    named: set[str] = set()
    for mark in marks:
        listed = mark.properties.get("statements", ())
        named.update(listed if isinstance(listed, tuple) else ())
        if isinstance(mark, Node) and mark.label == "Statement":
            named.add(mark.id)
    return sorted(named) or sorted(each.statement.id for each in ledger.statements_about(key))


def _nearest(key: str, graph: Graph) -> str:
    known = [each.id for each in graph if not (isinstance(each, Node) and each.label == "Statement")]
    holding = [each for each in known if key.lower() in each.lower()][:5]
    near = holding or difflib.get_close_matches(key, known, 3, 0.5)
    if near:
        return f"Did you mean: {', '.join(near)}?"
    return "Ids are in the first column of `bilateral query`."


def _name(mark: Node | Edge) -> str:
    return str(mark.properties.get("name") or mark.id)


def _what(mark: Node | Edge) -> Section:
    title = mark.label if isinstance(mark, Node) else f"{mark.source} {mark.type} {mark.target}"
    rows = tuple((name, value) for name, value in mark.properties.items() if name not in _HIDDEN)
    return Section(f"{title} ({mark.id})", rows=Rows(("property", "value"), rows))


def _claim(ledger: Ledger, held: Held) -> Section:
    said = held.statement
    reference = said.reference
    article = ledger.article(reference.article)
    head = article.head if article else None
    told = [
        f"claim      {said.subject.name} {said.predicate} {said.object.name if said.object else said.value}",
        *(f"           {name}: {_shown(value)}" for name, value in said.qualifiers.items()),
        f"speaker    {reference.speaker or 'the article itself'}",
        f"modality   {reference.modality}",
        f"rule       {reference.rule or 'given by hand'} ({held.run})",
        f"confidence {'unknown' if reference.confidence is None else reference.confidence}",
        *(f"{name:<10} {words}" for name, words in reference.roles),
        f"article    {reference.article}: {head.title if head else ''}",
        f"published  {head.published if head else ''} {(head and head.publisher) or ''}".rstrip(),
        *(f"url        {head.url}" for _ in (1,) if head and head.url),
    ]
    body = ledger.body(reference.article)
    told += [f"words      {_in_context(passage, body)}" for passage in reference.passages]
    return Section(f"Statement {said.id}{' (retracted)' if held.retracted_at else ''}", tuple(told))


def _in_context(passage: Evidence, body: str | None) -> str:
    if body is None or body[passage.start : passage.end] != passage.quote:
        return f"“{passage.quote}” (characters {passage.start} to {passage.end})"
    before = body[max(0, passage.start - _CONTEXT) : passage.start].rpartition("\n")[2].lstrip()
    after = body[passage.end : passage.end + _CONTEXT].partition("\n")[0].rstrip()
    return f"{before}[{passage.quote}]{after} (characters {passage.start} to {passage.end})"


def _shown(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
