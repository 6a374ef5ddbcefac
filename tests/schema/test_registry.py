"""The registry holds what the design asks for, is frozen, and tells every fault of a broken schema at once."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path
from typing import Any

import pytest

from bilateral.errors import SchemaError
from bilateral.schema.generate import main, names_source
from bilateral.schema.registry import read_registry, registry

SCHEMA = Path(__file__).parents[2] / "schema"
NODES = {
    "Country", "Organization", "Person", "Post", "Agreement", "Event", "Topic", "Article", "Publisher", "Statement", "Run",
    "Dataset",
}  # fmt: skip
THINGS = {
    "PARTY_TO", "HOLDS", "OF_COUNTRY", "ACCREDITED_TO", "IN_ORGANIZATION", "PARTICIPATED_IN", "PRODUCED", "ABOUT", "BROADER",
    "AMENDS", "COOPERATES_WITH", "EXPORTS_TO", "AIDS", "LENDS_TO", "INVESTS_IN", "REMITS_TO", "ARMS", "SENDS_PEOPLE_TO",
    "SUCCESSOR_OF",
}  # fmt: skip
EVIDENCE = {
    "SUBJECT", "OBJECT", "STATED_IN", "PUBLISHED_BY", "SUPPORTS", "CONTRADICTS", "SUPERSEDES", "FROM_RUN", "MENTIONS",
    "IN_DATASET",
}  # fmt: skip
ON_EVERY_THING_EDGE = {
    "id", "from", "to", "from_min", "from_max", "to_min", "to_max", "status", "confidence", "n_sources", "evidence",
    "statements", "recorded_at", "retracted_at", "fingerprint",
}  # fmt: skip


def test_all_types_are_there() -> None:
    """Node types and edge types are those of the design."""
    schema = registry()
    assert set(schema.nodes) == NODES
    assert {name for name, edge in schema.edges.items() if edge.layer == "thing"} == THINGS
    assert {name for name, edge in schema.edges.items() if edge.layer == "evidence"} == EVIDENCE


def test_what_types_carry() -> None:
    """Every node has id and name, every edge between things all shared properties, evidence edges none."""
    schema = registry()
    for node in schema.nodes.values():
        assert node.properties["id"].required
        assert node.properties["name"].required
    for edge in schema.edges.values():
        if edge.has_id:
            assert set(edge.properties) >= ON_EVERY_THING_EDGE
        else:
            assert not edge.properties
    assert schema.node("Person").labels == ("Official",)
    assert schema.node("Agreement").labels == ("Cooperation",)


def test_the_format_s_words_are_there() -> None:
    """The closed lists hold the words of the exchange format, in its order."""
    schema = registry()
    assert tuple(schema.vocabulary("agreement_statuses")) == (
        "proposed", "negotiating", "agreed", "signed", "ratified", "in_force", "extended", "suspended", "terminated", "expired",
        "rejected",
    )  # fmt: skip
    assert len(schema.vocabulary("event_types").terms) == 16
    assert len(schema.vocabulary("areas").terms) == 41
    assert {term.edge for term in schema.vocabulary("flow_kinds").terms.values()} <= THINGS


def test_broader_areas() -> None:
    """An area gives itself and all broader ones, nearest first."""
    areas = registry().vocabulary("areas")
    assert areas.within("terrorist-financing") == ("terrorist-financing", "counterterrorism", "finance", "security")


@pytest.mark.parametrize(
    ("kind", "status", "areas", "expected"),
    [
        ("contract", "negotiating", ("agriculture", "trade"), True),
        ("framework", "in_force", (), True),
        ("ceasefire", "signed", ("conflict-resolution", "trade"), False),
        ("treaty", "signed", ("conflict-resolution",), False),
        ("treaty", "signed", ("conflict-resolution", "trade"), True),
        ("treaty", "rejected", ("trade",), False),
        ("treaty", None, (), True),
        ("no such type", "signed", (), False),
    ],
)
def test_cooperation(kind: str, status: str | None, areas: tuple[str, ...], *, expected: bool) -> None:
    """A supply deal under negotiation and a standing dialogue are cooperation; a ceasefire and a refused treaty are not."""
    assert registry().is_cooperation(kind, status, areas) is expected


def test_impossible_jumps() -> None:
    """Nothing is signed after it ended, and every step of an ordinary life (which no refusal ends) is possible."""
    statuses = registry().vocabulary("agreement_statuses")
    assert {"terminated", "expired"} <= set(statuses["signed"].cannot_follow)
    for code, term in statuses.terms.items():
        for before in term.cannot_follow:
            earlier, here = statuses[before].order, term.order
            assert earlier is not None
            assert here is not None
            assert earlier >= here or code == "rejected", (
                f"{code} cannot follow {before}, which an ordinary life has before it"
            )


def test_frozen() -> None:
    """Nothing of the registry can be changed."""
    schema = registry()
    nodes: Any = schema.nodes
    with pytest.raises(TypeError):
        nodes["Planet"] = schema.node("Country")
    with pytest.raises(dataclasses.FrozenInstanceError):
        schema.node("Country").doc = ""  # type: ignore[misc]
    assert registry() is schema


def test_iri() -> None:
    """A term becomes the whole IRI of its prefix."""
    assert registry().iri("skos:broader") == "http://www.w3.org/2004/02/skos/core#broader"


def test_names_are_current() -> None:
    """names.py is what the YAML makes of it, and the check says so."""
    assert (SCHEMA / "names.py").read_text(encoding="utf-8") == names_source(registry())
    assert main(["--check"]) == 0


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the schema's files that a test may break."""
    for room in ("types", "vocabulary"):
        shutil.copytree(SCHEMA / room, tmp_path / room)
    return tmp_path


def test_the_copy_is_sound(broken: Path) -> None:
    """The fixture's copy reads as the schema itself."""
    assert read_registry(broken).nodes.keys() == registry().nodes.keys()


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (
            "types/party_to.yaml",
            "target: [Agreement]",
            "target: [Agrement]",
            ["party_to.yaml:6", "Did you mean Agreement?"],
        ),
        ("types/party_to.yaml", "include: [edge]", "include: [egde]", ["party_to.yaml:7", "Did you mean edge?"]),
        ("types/party_to.yaml", "include: [edge]", "includes: [edge]", ["unknown key", "needs an id"]),
        ("types/party_to.yaml", "rdf: br:party", "rdf: bra:party", ["no RDF term"]),
        ("types/party_to.yaml", "layer: thing", "layer: things", ["Did you mean thing?"]),
        (
            "types/party_to.yaml",
            "identity: [source, target]",
            "identity: [source, part]",
            ["there is no property 'part'"],
        ),
        ("types/party_to.yaml", "role: {type: text", "role: {type: string", ["there is no type 'string'"]),
        ("types/party_to.yaml", "name: PARTY_TO", "name: PARTY_OF", ["party_to.yaml", "Call the file party_of.yaml"]),
        (
            "types/subject.yaml",
            "rdf: br:subject",
            "rdf: br:subject\nproperties: {x: {type: text, doc: d}}",
            ["evidence edge"],
        ),
        ("types/country.yaml", "kind: node", "kind: nod", ["Did you mean node?"]),
        ("types/country.yaml", "iso2:", "id:", ["has 'id' twice"]),
        ("types/country.yaml", "iso2:", "ISO2:", ["no name of a property"]),
        ("types/article.yaml", "published_min:", "published_first:", ["'published' has no bounds"]),
        ("types/article.yaml", "time: [published]", "time: [language]", ["no date of this type"]),
        (
            "types/article.yaml",
            "doc: What was read; the place to which every quote leads back.\n",
            "",
            ["doc", "required"],
        ),
        ("types/person.yaml", "labels: [Official]", "labels: [official]", ["no label"]),
        ("types/agreement.yaml", "vocabulary: areas", "vocabulary: area", ["no vocabulary 'area'"]),
        ("types/lasting.yaml", "kind: group", "kind: group\ninclude: [edge]", ["includes itself"]),
        ("vocabulary/areas.yaml", "broader: [defence]", "broader: [defense]", ["'defense' is not there"]),
        ("vocabulary/areas.yaml", "doc: Relations as such.", "broader: [conflict-resolution]", ["lead back"]),
        ("vocabulary/flow_kinds.yaml", "edge: AIDS", "edge: HELPS", ["'HELPS' is not there"]),
        ("vocabulary/event_types.yaml", "quad: verbal_cooperation", "quad: chatter", ["'chatter' is not there"]),
        ("vocabulary/event_types.yaml", "label: agree,", "lable: agree,", ["Did you mean label?", "required"]),
        ("vocabulary/units.yaml", "  kg:", "  k g:", ["'k g' is no code"]),
    ],
)
def test_broken_schemas(broken: Path, file: str, old: str, new: str, words: list[str]) -> None:
    """Every kind of fault is told with its file, and nothing is read from a broken schema."""
    path = broken / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SchemaError) as caught:
        read_registry(broken)
    for word in words:
        assert word in str(caught.value)


def test_all_faults_at_once(broken: Path) -> None:
    """Faults of several files come in one error, by file and line."""
    (broken / "types" / "arms.yaml").write_text("- x\n", encoding="utf-8")
    (broken / "types" / "aids.yaml").write_text("kind: edge\nname: AIDS\n", encoding="utf-8")
    with pytest.raises(SchemaError) as caught:
        read_registry(broken)
    told = str(caught.value)
    assert told.index("aids.yaml:1") < told.index("arms.yaml:1") < told.index("flow_kinds.yaml")
    assert "faults" in told.splitlines()[0]


def test_a_label_is_no_relation(broken: Path) -> None:
    """A node and an edge of one name are refused, as stores cannot hold both."""
    text = (broken / "types" / "run.yaml").read_text(encoding="utf-8")
    (broken / "types" / "run.yaml").write_text(text.replace("name: Run", "name: ARMS"), encoding="utf-8")
    with pytest.raises(SchemaError, match="is a node and an edge"):
        read_registry(broken)
