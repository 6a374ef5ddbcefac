"""Reports on standard output, in the format that was asked for."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from bilateral.cli.output import Format, render

if TYPE_CHECKING:
    from bilateral.queries.reports.section import Report, Section

__all__ = ["show_report"]


def show_report(report: Report, form: Format) -> None:
    """Print a report: headed tables, Markdown, one JSON object, or CSV tables one after the other."""
    if form is Format.json:
        body = {"title": report.title, "sections": [_object(each) for each in report.sections]}
        sys.stdout.write(json.dumps(body, ensure_ascii=False, indent=2, default=str) + "\n")
        return
    mark = {"table": ("", "\n\n"), "markdown": ("# ", "\n\n"), "csv": ("# ", "\n")}[form.value]
    sys.stdout.write(f"{mark[0]}{report.title}{mark[1]}")
    for section in report.sections:
        sys.stdout.write(_section(section, form))


def _section(section: Section, form: Format) -> str:
    head = {Format.markdown: f"## {section.title}\n\n", Format.csv: f"# {section.title}\n"}.get(
        form, f"{section.title}\n"
    )
    lines = "".join(f"{line}\n" for line in section.lines)
    rows = "" if section.rows is None else render(section.rows.columns, section.rows.rows, form)
    return f"{head}{lines}{rows}\n"


def _object(section: Section) -> dict[str, object]:
    body: dict[str, object] = {"title": section.title}
    if section.lines:
        body["lines"] = list(section.lines)
    if section.rows is not None:
        body["rows"] = list(section.rows.dicts())
    return body
