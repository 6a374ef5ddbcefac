"""The exchange format: what is right is read and written back the same, what is wrong is told with line and remedy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import FactsError
from bilateral.schema.facts import Agreement, ArticleFacts, ArticleHead, Event, Evidence, Flow, Official, Role, Trace
from bilateral.schema.factsio import check_facts, dump_jsonl, dump_yaml, facts_to_dict, read_facts
from bilateral.schema.values import Amount, PartialDate, Quantity

GOLD = Path(__file__).parents[2].parent / "shared" / "gold"

WHOLE = """\
article:
  id: river-2031
  title: Two neighbours sign a river treaty
  published: 2031-05-02
  publisher: The Invented Herald
  url: https://example.org/river
  language: en
  sha256: '0000000000000000000000000000000000000000000000000000000000000000'
countries: [NOR, FIN]
officials:
  - name: Ada Example
    title: Minister for Water
    country: NOR
    organization: null
    evidence: [{start: 0, end: 3, quote: Ada}]
agreements:
  - title: River treaty
    type: treaty
    parties: [NOR, FIN]
    status: signed
    date: 2031-05
    areas: [water, energy]
    amount: {value: 5e6, currency: EUR, qualifier: over}
    quantity: {value: 1.5, unit: MW, commodity: power, qualifier: about}
    speaker: the ministry
    modality: planned
    confidence: 0.5
    rule: agreement.sign
    roles: [{name: trigger, start: 4, end: 8, quote: sign}]
events:
  - type: CONSULT
    mode: visit
    symmetric: true
    source: [NOR]
    target: []
    officials: [Ada Example]
    place: Helsinki
    date: 2031-05-01/..
    status: occurred
    areas: [politics]
flows:
  - kind: export
    from: NOR
    to: FIN
    commodity: salmon
    period: 2030
"""


def one(text: str) -> ArticleFacts:
    (facts,) = read_facts(text, "f.yaml", jsonl=False)
    return facts


def test_everything_is_read() -> None:
    """Every key of the format arrives in its typed place, dates as precise as written."""
    expected = ArticleFacts(
        ArticleHead(
            "river-2031",
            "Two neighbours sign a river treaty",
            PartialDate.parse("2031-05-02"),
            "The Invented Herald",
            "https://example.org/river",
            "en",
            "0" * 64,
        ),
        ("NOR", "FIN"),
        (Official("Ada Example", "Minister for Water", "NOR", None, Trace((Evidence(0, 3, "Ada"),))),),
        (
            Agreement(
                "River treaty",
                "treaty",
                ("NOR", "FIN"),
                "signed",
                PartialDate.parse("2031-05"),
                ("water", "energy"),
                Amount(5e6, "EUR", "over"),
                Quantity(1.5, "MW", "power", "about"),
                Trace((), "the ministry", "planned", 0.5, "agreement.sign", (Role("trigger", 4, 8, "sign"),)),
            ),
        ),
        (
            Event(
                "CONSULT",
                ("NOR",),
                (),
                "visit",
                symmetric=True,
                officials=("Ada Example",),
                place="Helsinki",
                date=PartialDate.parse("2031-05-01/.."),
                areas=("politics",),
            ),
        ),
        (Flow("export", "NOR", "FIN", "salmon", period=PartialDate.parse("2030")),),
    )
    assert one(WHOLE) == expected


def test_round_trip_of_everything() -> None:
    """What was read is written and read back the same, as YAML and as JSON Lines."""
    facts = one(WHOLE)
    assert read_facts(dump_yaml([facts]), "f.yaml", jsonl=False) == (facts,)
    assert read_facts(dump_jsonl([facts]), "f.jsonl", jsonl=True) == (facts,)


def test_other_readers_agree() -> None:
    """A plain YAML 1.1 reader and a JSON reader see the same document as we wrote."""
    facts = one(WHOLE)
    document = facts_to_dict(facts)
    assert yaml.safe_load(dump_yaml([facts])) == document
    assert json.loads(dump_jsonl([facts])) == document


def test_order_and_numbers_of_the_written_form() -> None:
    """Keys come in the format's order, whole numbers without a point, and what is empty is left out."""
    agreement = facts_to_dict(one(WHOLE))["agreements"]
    assert isinstance(agreement, list)
    assert list(agreement[0]) == [
        "title", "type", "parties", "status", "date", "areas", "amount", "quantity",
        "speaker", "modality", "confidence", "rule", "roles",
    ]  # fmt: skip
    assert json.dumps(agreement[0]["amount"]) == '{"value": 5000000, "currency": "EUR", "qualifier": "over"}'
    assert list(facts_to_dict(one("article: {id: a}\n"))) == [
        "article",
        "countries",
        "officials",
        "agreements",
        "events",
        "flows",
    ]


quotes = st.text(min_size=1, max_size=30).filter(lambda text: text.strip() != "")


@given(quotes)
def test_any_words_survive(words: str) -> None:
    """A quote of any characters, line breaks of all kinds among them, is read back the same."""
    trace = Trace((Evidence(7, 7 + len(words), words),))
    facts = ArticleFacts(ArticleHead("a"), officials=(Official("N", trace=trace),))
    assert read_facts(dump_yaml([facts]), "f.yaml", jsonl=False) == (facts,)
    lines = dump_jsonl([facts])
    assert len(lines.splitlines()) == 1
    assert read_facts(lines, "f.jsonl", jsonl=True) == (facts,)


HEAD = "article:\n  id: a\n"
EVENT = HEAD + "events:\n  - type: CONSULT\n    source: [NOR]\n    target: [FIN]\n"
AGREEMENT = HEAD + "agreements:\n  - title: T\n    type: treaty\n    parties: [NOR, FIN]\n    status: signed\n"
OFFICIAL = HEAD + "officials:\n  - name: N\n"
FLOW = HEAD + "flows:\n  - kind: aid\n    from: NOR\n    to: FIN\n"


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("countries: []\n", 1, ["article", "required"]),
        ("article:\n  title: T\n", 2, ["article.id", "required"]),
        (HEAD + "countrys: [NOR]\n", 3, ["countrys", "unknown key", "Did you mean countries?"]),
        (HEAD + "on: 2031\n", 3, ["on", "unknown key"]),
        (HEAD + "countries: [NO]\n", 3, ["'NO'", "alpha-3", "write NOR"]),
        (HEAD + "countries: [Norway]\n", 3, ["alpha-3", "write NOR"]),
        (HEAD + "countries: [false]\n", 3, ["Norway", "write NOR"]),
        (OFFICIAL + "    country: NO\n", 5, ["'NO'", "alpha-3", "write NOR"]),
        (OFFICIAL + "    country: QQQ\n", 5, ["'QQQ'", "no code"]),
        (HEAD + "  published: 2031-02-30\n", 3, ["2031-02 has no day 30", "28"]),
        (HEAD + "  published: 2031-13\n", 3, ["no month 13"]),
        (EVENT + "    date: 2031-05-02/2031-05-01\n", 7, ["before the start"]),
        (EVENT + "    mode: tea\n", 7, ["consult modes", "Known"]),
        (EVENT + "    status: ocurred\n", 7, ["Did you mean occurred?"]),
        (EVENT + "    areas: [politics, watr]\n", 7, ["Did you mean water?"]),
        (HEAD + "events:\n  - type: MEET\n    source: [NOR]\n    target: [FIN]\n", 4, ["'MEET'", "event types"]),
        (HEAD + "events:\n  - type: AID\n    source: [NOR]\n", 4, ["target", "required"]),
        (HEAD + "events:\n  - type: AID\n    source: []\n    target: []\n", 5, ["both sides are empty"]),
        (AGREEMENT.replace("[NOR, FIN]", "[NOR]"), 6, ["two or more"]),
        (AGREEMENT.replace("[NOR, FIN]", "[NOR, NOR]"), 6, ["two or more"]),
        (AGREEMENT.replace("[NOR, FIN]", "NOR"), 6, ["no list", "[NOR]"]),
        (AGREEMENT.replace("treaty", "pact"), 5, ["agreement types"]),
        (AGREEMENT.replace("signed", "sined"), 7, ["Did you mean signed?"]),
        (AGREEMENT + "    amount: {value: 5, currency: EURO}\n", 8, ["EUR"]),
        (AGREEMENT + "    amount: {value: 5 million, currency: EUR}\n", 8, ["no number"]),
        (AGREEMENT + "    amount: {value: -5, currency: EUR}\n", 8, ["0 or more"]),
        (AGREEMENT + "    amount: 5\n", 8, ["no mapping"]),
        (AGREEMENT + "    quantity: {value: 5}\n", 8, ["unit", "required"]),
        (AGREEMENT + "    quantity: {value: 5, unit: two tons}\n", 8, ["no unit"]),
        (AGREEMENT + "    confidence: 2\n", 8, ["0 to 1"]),
        (AGREEMENT + "    evidence: [{start: 5, end: 5, quote: x}]\n", 8, ["no passage"]),
        (AGREEMENT + "    evidence: [{start: 5, end: 7, quote: x}]\n", 8, ["1 characters", "are 2"]),
        (AGREEMENT + "    evidence: [{start: -1, end: 0, quote: x}]\n", 8, ["no passage"]),
        (FLOW.replace("FIN", "NOR"), 6, ["to itself"]),
        (HEAD + "flows:\n  - kind: aid\n    source: NOR\n    to: FIN\n", 5, ["unknown key"]),
        (HEAD + "---\n" + HEAD + "countries: [NOR]\n", 4, ["'a' stands twice"]),
        (HEAD + "events: {}\n", 3, ["no list"]),
        (HEAD + "events: [x]\n", 3, ["no mapping"]),
        ("just words\n", 1, ["no mapping"]),
        (HEAD + HEAD, 3, ["'article' stands twice"]),
        (HEAD + "  sha256: abc\n", 3, ["SHA-256"]),
    ],
)  # fmt: skip
def test_faults(text: str, where: int, words: list[str]) -> None:
    """Each breach of the format is told with its line, what is wrong, and what to write instead."""
    faults = check_facts(text, "f.yaml", jsonl=False)
    assert where in {fault.line for fault in faults}
    told = "\n".join(str(fault) for fault in faults if fault.line == where)
    for word in words:
        assert word in told
    assert all(fault.remedy for fault in faults)


def test_all_faults_at_once() -> None:
    """One error lists every fault of the file in the order of its lines."""
    text = HEAD + "countries: [QQQ]\nevents:\n  - type: MEET\n    source: [NOR]\n    target: [FIN]\n    date: never\n"
    with pytest.raises(FactsError) as caught:
        read_facts(text, "f.yaml", jsonl=False)
    told = str(caught.value)
    assert "3 faults" in told
    places = [told.index(f"f.yaml:{line}:") for line in (3, 5, 8)]
    assert places == sorted(places)


def test_one_fault_names_its_place() -> None:
    """An error of a single fault has the line as its place and a remedy."""
    with pytest.raises(FactsError) as caught:
        read_facts(HEAD + "countries: [QQQ]\n", "f.yaml", jsonl=False)
    assert caught.value.place == "f.yaml:3"


def test_the_same_article_twice() -> None:
    """An identical repeat of an article counts once."""
    assert len(read_facts(f"{WHOLE}---\n{WHOLE}", "f.yaml", jsonl=False)) == 1


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ('{"article": {"id": "a"', "no JSON"),
        ('{"article": {"id": "a", "id": "b"}}', "stands twice"),
        ('{"article": {"id": "\\ud800"}}', "half a character"),
        (
            '{"article": {"id": "a"}, "flows": [{"kind": "aid", "from": "NOR", "to": "FIN", "amount": {"value": NaN, "currency": "EUR"}}]}',
            "NaN",
        ),
        ("[" * 100_000, "nested"),
        ('{"article": {"id": ' + "9" * 5000 + "}}", "5000 digits"),
        ("[]", "no mapping"),
    ],
)
def test_faulty_lines(line: str, word: str) -> None:
    """A line that is no JSON object is told by its number, and the lines after it are still read."""
    text = '{"article": {"id": "x"}}\n\n' + line + '\n{"article": {"id": "y"}, "countries": ["QQQ"]}\n'
    faults = check_facts(text, "f.jsonl", jsonl=True)
    assert any(word in str(fault) and fault.line == 3 for fault in faults)
    assert "'QQQ'" in str(faults[-1])
    assert faults[-1].line == 4


def test_acronyms_of_organisations() -> None:
    """Organisations beyond our list are taken by their acronym, unless it looks like a mistyped state."""
    assert one(HEAD + "countries: [UN, MRC, CELAC, P5+1, D8]\n").countries == ("UN", "MRC", "CELAC", "P5+1", "D8")


@pytest.mark.gold
@pytest.mark.parametrize("name", ["seeds", "dev", "dev2"])
def test_gold_files_are_right(name: str) -> None:
    """Every annotated article reads without a fault and comes back the same."""
    files = sorted((GOLD / name).glob("*.yaml"))
    if not files:
        pytest.skip("the annotated articles are not beside the project")
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert check_facts(text, file.name, jsonl=False) == ()
        facts = read_facts(text, file.name, jsonl=False)
        assert read_facts(dump_jsonl(facts), file.name, jsonl=True) == facts
