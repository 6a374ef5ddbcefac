"""Every mention of an instrument in an article, with all that its sentence says of it.

Input: the scene, the article's lines. Output: `Candidate`s in text order; lists are unfolded, weak nouns left out where nothing lifts
them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.agreements.between import find_parties
from bilateral.loaders.extract.agreements.bullets import announces_list, items_below, listed_titles
from bilateral.loaders.extract.agreements.known_agreements import as_known, with_known
from bilateral.loaders.extract.agreements.lists import unfold
from bilateral.loaders.extract.agreements.merge import Candidate, content_words
from bilateral.loaders.extract.agreements.nouns import find_instruments, pointing_back
from bilateral.loaders.extract.agreements.parties import PAIR, Parties, codes_of
from bilateral.loaders.extract.agreements.parties_trading import is_sale, of_sale
from bilateral.loaders.extract.agreements.pieces import as_announced, pieces_below
from bilateral.loaders.extract.agreements.status import StatusReading, read_statuses
from bilateral.loaders.extract.agreements.type import GRANTS, LOANS
from bilateral.loaders.extract.agreements.values import amount_of, areas_of, date_of, named_date, quantity_of
from bilateral.loaders.extract.surface.close_pair import ClosePair
from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.scene.context import Scene
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["find_candidates"]

_ABOVE: Final = 6
_BEFORE: Final = 5
_CLAUSE: Final = 10
_YEAR: Final = 4
_LISTED_AS: Final = frozenset({"signed", "exchanged", "outcomes", "concluded", "signing", "inked"})
_LOANS: Final = LOANS | {"budget support loan"}
_PLANS: Final = frozenset({"plan", "program", "programme", "schedule"})
_SALES: Final = frozenset(
    {"sale", "arms sale", "weapons sale", "military sale", "foreign military sale", "arms transfer"}
)
_LENT_BY: Final = frozenset({"giver and taker", "with+subject", "signers"})
_ARRANGED_BY: Final = frozenset({"between", "pair", "with+owner", "with+subject", "signers"})
_OF_MANY: Final = frozenset({"convention", "declaration", "covenant", "dialogue"})
_FOUNDING: Final = frozenset({"launch", "establish", "set up", "create", "form", "inaugurate"})
_OPENED: Final = frozenset({"negotiating", "signed"})
_LIFTING: Final = frozenset({"signed", "agreed", "ratified", "terminated", "suspended", "extended", "expired"})


def find_candidates(scene: Scene, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Give the mentions of instruments in text order."""
    pair = ClosePair(scene, lines)
    listed: set[int] = set()
    announced: Candidate | None = None
    for at, line in enumerate(lines):
        if line.index in listed:
            continue
        titles = tuple(listed_titles(scene.body, lines, at))
        if titles:
            listed.update(below.index for below, _ in titles)
            yield from _titles(scene, lines[max(0, at - _ABOVE) : at], titles, pair)
            continue
        above, announced = announced, None
        for found in _of_line(scene, line, pair):
            candidate = as_announced(line, found, above)
            announced = candidate if candidate.instrument.plural and candidate.readings else announced
            items = _below(scene.body, lines, at, candidate.instrument)
            listed.update(below.index for below, _ in items)
            yield from (_item(scene, below, item, candidate) for below, item in items)
            if not items and (not candidate.instrument.weak or _lifted(candidate)):
                yield candidate


def _below(body: str, lines: Sequence[Line], at: int, instrument: Instrument) -> tuple[tuple[Line, Instrument], ...]:
    """Give the instruments that the next lines list or tell one by one."""
    first = announces_list(body, lines, at, instrument)
    listed = tuple(items_below(body, lines, first, instrument)) if first is not None else ()
    return listed or pieces_below(body, lines, at, instrument)


def _of_line(scene: Scene, line: Line, pair: ClosePair) -> Iterator[Candidate]:
    """Give the mentions in one line, those known by name with what is known of them."""
    found = (*pointing_back(line), *find_instruments(scene.body, line))
    found = unfold(scene.body, line, sorted(found, key=lambda i: i.start))
    instruments = with_known(scene, line, found)
    for instrument, readings in zip(instruments, read_statuses(scene.body, line, instruments), strict=True):
        candidate = _candidate(scene, line, instrument, readings, pair)
        yield from _one_each(candidate) if instrument.title is None else (as_known(scene, candidate),)


def _one_each(candidate: Candidate) -> Iterator[Candidate]:
    """Take 'A has treaties with B and C' for a treaty with each."""
    parties = candidate.parties
    own = set(parties.codes) - set(parties.partners) if parties else set()
    if parties is None or not parties.partners or len(own) != 1:
        yield candidate
        return
    single = replace(candidate.instrument, plural=False, item=True)
    for partner in parties.partners:
        both = Parties(codes_of((*own, partner)), parties.spans, parties.rule)
        yield replace(candidate, instrument=single, parties=both, amount=None, quantity=None)


def _titles(
    scene: Scene, above: Sequence[Line], titles: Sequence[tuple[Line, Instrument]], pair: ClosePair
) -> Iterator[Candidate]:
    """Take titles in a list to be signed if the lines above say so; their parties are their own or the article's."""
    signs = [(w.start, w.end) for line in above for w in line.words if w.low in _LISTED_AS]
    for line, item in titles if signs else ():
        reading = StatusReading("signed", *signs[-1], "asserted", past=True)
        candidate = _candidate(scene, line, item, (reading,), pair)
        codes = codes_of(pair.codes) or _announcing(above)
        parties = candidate.parties or (Parties(codes, (), "listed") if codes else None)
        yield replace(candidate, parties=parties, dates=(None,))


def _announcing(above: Sequence[Line]) -> tuple[str, ...]:
    """Give the two states that the line which speaks of signing names."""
    for line in reversed(above):
        if any(w.low in _LISTED_AS for w in line.words):
            codes = codes_of(a.code for a in line.actors)
            return codes if len(codes) == PAIR else ()
    return ()


def _item(scene: Scene, line: Line, item: Instrument, announced: Candidate) -> Candidate:
    """Give an item of a list what was said where the list was announced, and its own topic."""
    words = content_words(scene.body[item.start : item.end])
    areas = areas_of(scene, line, item)
    return replace(announced, instrument=item, areas=areas, words=words, amount=None, quantity=None)


def _candidate(
    scene: Scene, line: Line, instrument: Instrument, readings: tuple[StatusReading, ...], pair: ClosePair
) -> Candidate:
    readings = tuple(of_sale(readings)) if is_sale(instrument) else readings
    parties = find_parties(scene.body, line, instrument, readings, pair)
    if instrument.type == "joint_statement" and not readings and parties is not None and parties.rule == "by":
        readings = (StatusReading("agreed", instrument.head, instrument.head_end, "asserted", past=True),)
    return Candidate(
        instrument=instrument,
        parties=parties,
        readings=readings,
        areas=areas_of(scene, line, instrument),
        words=_words(scene.body, instrument),
        amount=amount_of(scene, line, instrument),
        quantity=quantity_of(scene, line, instrument),
        dates=tuple(date_of(scene, line, instrument, reading, readings) for reading in readings),
        named_date=named_date(scene, instrument),
        denied=_denied(line, instrument),
        age=_age(line, instrument),
        early=_is_early(scene, line, instrument, readings),
    )


def _is_early(scene: Scene, line: Line, instrument: Instrument, readings: Sequence[StatusReading]) -> bool:
    """Tell whether it was signed in a year before the article's."""
    signed = [r for r in readings if r.signed]
    dates = [found[0] for r in signed if (found := date_of(scene, line, instrument, r, readings))]
    return any(str(day)[:_YEAR] < str(scene.published)[:_YEAR] for day in dates if scene.published is not None)


def _words(body: str, instrument: Instrument) -> frozenset[str]:
    """Give the words that tell an instrument from others."""
    topic = body[instrument.topic[0] : instrument.topic[1]] if instrument.topic else ""
    if instrument.venue:
        return content_words(body[instrument.start : instrument.head_end]) - content_words(instrument.noun)
    noun = instrument.noun if instrument.type in {"agreement", "treaty", "financing"} else ""
    return content_words(" ".join((*instrument.modifiers, noun, topic)))


def _age(line: Line, instrument: Instrument) -> str:
    """Tell by the words in front whether it is told apart from another: 'a prior accord', 'the existing treaty', 'a new pact'."""
    front = {line.low(i) for i in range(max(0, line.at(instrument.start) - 1), line.at(instrument.head))}
    return next(
        (age for age in ("former", "standing", "new") if front & word_set("agreement_grammar", f"merge {age}")), ""
    )


def _denied(line: Line, instrument: Instrument) -> bool:
    """Tell whether the words right before the instrument say that there is none, or only ask."""
    at = line.at(instrument.start)
    near = {line.low(i) for i in range(max(0, at - _BEFORE), at)}
    if instrument.determiner in {"a", "an"} and _is_supposed(line, at):
        return True
    return bool(near & word_set("agreement_grammar", "agreements denying")) or any(low.endswith("n't") for low in near)


def _is_supposed(line: Line, at: int) -> bool:
    """Tell whether a clause only supposes that there is one: 'A would gain from a treaty with B'."""
    clause = word_set("agreement_grammar", "status blocks") | {","}
    for i in range(at - 1, max(-1, at - _CLAUSE), -1):
        if line.low(i) in word_set("agreement_grammar", "agreements supposing"):
            return True
        if line.low(i) in clause:
            return False
    return False


def _lifted(candidate: Candidate) -> bool:
    """Tell whether a weak noun counts: where it is signed, agreed or adopted, or where two governments issue it."""
    instrument, readings = candidate.instrument, candidate.readings
    rule = candidate.parties.rule if candidate.parties is not None else ""
    told = any(r.asserted and r.status in _LIFTING for r in readings)
    signed = any(r.signed for r in readings)
    founded = any(r.lemma in _FOUNDING and r.modality != "negation" for r in readings)
    priced = candidate.amount is not None and rule in _LENT_BY
    lifted = {
        "document": signed and instrument.count is not None,
        **dict.fromkeys(_SALES, rule == "sold" and bool(readings)),
        **dict.fromkeys(_PLANS, signed and not instrument.plural),
        "understanding": signed,
        **dict.fromkeys(word_set("agreement_grammar", "nouns bodies"), rule == "signers" and founded),
        "partnership": rule in _ARRANGED_BY and any(r.status in _OPENED or r.lemma in _FOUNDING for r in readings),
        "statement": rule == "by" or (rule == "signers" and any(r.start < instrument.start for r in readings)),
        "amendment": False,
        "contract": told or (rule in _ARRANGED_BY and bool(readings)),
        "arrangement": told or (rule in _ARRANGED_BY and bool(readings)),
        **dict.fromkeys(GRANTS, signed or (priced and any(r.status in _LIFTING for r in readings))),
        **dict.fromkeys(_LOANS, priced and bool(readings)),
    }
    stated = rule in {"by", "between"} and instrument.type == "joint_statement"
    return lifted.get(instrument.noun, told or stated or _is_theirs(instrument, rule, readings))


def _is_theirs(instrument: Instrument, rule: str, readings: Sequence[StatusReading]) -> bool:
    """Tell whether two states themselves work on what a weak noun names: 'A and B are drafting a protocol'."""
    if rule in {"the two", "understood"} and instrument.topic and instrument.noun not in _OF_MANY:
        return any(r.status and r.modality != "described" for r in readings)
    rules = _ARRANGED_BY - {"signers"} if instrument.noun in _OF_MANY else _ARRANGED_BY
    return rule in rules and any(r.status and r.modality != "described" for r in readings)
