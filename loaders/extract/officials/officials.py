"""Find the people who speak for states and organisations: name, office, state served, each as one phrase of the text.

Input: the body, its sentences and state mentions. Output: `OfficialMark`s in text order; `to_facts` makes them one `Official` a person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilateral.loaders.extract.officials.acronyms import acronym_mentions, bodies
from bilateral.loaders.extract.officials.counterparts import find_counterparts
from bilateral.loaders.extract.officials.drafts import Draft, find_drafts
from bilateral.loaders.extract.officials.headline import read_headline
from bilateral.loaders.extract.officials.lead import find_in_lead
from bilateral.loaders.extract.officials.leaders import find_leaders
from bilateral.loaders.extract.officials.office_words import office_words
from bilateral.loaders.extract.officials.official_facts import to_facts
from bilateral.loaders.extract.officials.owned_names import find_owned_names
from bilateral.loaders.extract.officials.persons import folded
from bilateral.loaders.extract.officials.row import read_row
from bilateral.loaders.extract.officials.served import find_served
from bilateral.loaders.extract.officials.state_lists import find_state_lists
from bilateral.loaders.extract.text.marks import OfficialMark

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bilateral.loaders.extract.officials.acronyms import Body
    from bilateral.loaders.extract.text.marks import Sentence, StateMention
    from bilateral.schema.values import PartialDate

__all__ = ["find_officials", "to_facts"]

#: How many namings back the office of a counterpart is looked for.
_BACK = 12
#: A leader's name before one of these stands for a government, not for the person.
_HIS_GOVERNMENT = re.compile(
    r"(?:['’]s?)? (?:administration|government|regime|presidency|era|cabinet|doctrine)\b", re.IGNORECASE
)


def find_officials(
    body: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[StateMention],
    home: str | None = None,
    *,
    published: PartialDate | None = None,
    title: str = "",
) -> tuple[OfficialMark, ...]:
    """Give every naming of an official with an office, in text order."""
    known = bodies(body, mentions)
    named = {m.code for m in mentions}
    mentions = [m for m in acronym_mentions(body, known, mentions) if not _is_office(m)]
    acronyms = frozenset(known)
    drafts: list[Draft] = []
    rows = []
    for number, sentence in enumerate(sentences):
        row = read_row(body, sentence, mentions, acronyms)
        rows.append(row)
        drafts.extend(find_drafts(row, number))
        drafts.extend(find_counterparts(row, number, [d for d in drafts[-_BACK:] if d.name]))
        drafts.extend(find_state_lists(row, number, {d.name_start for d in drafts[-_BACK:] if d.name}))
        surnames = {folded(d.name)[-1] for d in drafts[-_BACK:] if d.name}
        drafts.extend(find_owned_names(row, number, [d for d in drafts[-_BACK:] if d.sentence == number], surnames))
    drafts.extend(find_in_lead(drafts, rows))
    headline = read_headline(title)
    find_served(body, drafts, rows, mentions, home=home, published=published, headline=headline)
    marks = [_mark(d, known) for d in drafts if d.name and (d.country or d.kind == "strong")]
    marks += headline.in_body(body, {folded(d.name)[-1] for d in drafts if d.name})
    marks += _bare_leaders(body, marks, named, published)
    return tuple(sorted(marks, key=lambda m: (m.start, m.end)))


def _is_office(mention: StateMention) -> bool:
    """Whether a body is named by the office of its head: `the UN High Commissioner for Refugees`."""
    words = tuple(mention.surface.casefold().split())
    return mention.kind == "igo" and any(words[k:] in office_words().offices for k in (1, 2))


def _mark(d: Draft, known: Mapping[str, Body]) -> OfficialMark:
    """Turn a draft into a mark; its rule tells the phrase's form and the sign that told the state."""
    organ = known.get(d.organization or d.country or "")
    rule = f"{d.rule}/{d.why}" if d.why else d.rule
    return OfficialMark(
        d.start,
        d.end,
        d.name,
        d.name_start,
        d.name_end,
        d.title or None,
        d.country,
        organ.name if organ else d.organization,
        rule,
    )


def _bare_leaders(
    body: str, marks: Sequence[OfficialMark], named: Collection[str], published: PartialDate | None
) -> list[OfficialMark]:
    """Give the leaders whom the text names without any title, each by the first mention; a surname alone needs its state."""
    known = {folded(m.name)[-1] for m in marks}
    found: dict[str, OfficialMark] = {}
    for m in find_leaders(body, published):
        last = folded(m.surface)[-1]
        if " " not in m.surface and _HIS_GOVERNMENT.match(body, m.end):
            continue
        if last not in known and (m.code in named or " " in m.surface):
            found.setdefault(
                last,
                OfficialMark(m.start, m.end, " ".join(m.surface.split()), m.start, m.end, None, m.code, None, "leader"),
            )
    return list(found.values())
