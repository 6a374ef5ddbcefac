"""What a server or its owner can have wrong is told in one line, with a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from neo4j_process import free_ports

from bilateral.errors import StoreError, UsageError
from bilateral.graph.stores import neo4j as neo4j_module
from bilateral.graph.stores.faults import explain
from bilateral.graph.stores.opening import open_neo4j
from bilateral.graph.stores.protocol import Rows

if TYPE_CHECKING:
    from neo4j_service import Neo4jServer


@pytest.mark.neo4j
def test_a_wrong_password_is_told(neo4j_server: Neo4jServer) -> None:
    """The message names the two settings, and never the password."""
    with pytest.raises(StoreError, match="refuses the user name or password") as raised:
        open_neo4j(neo4j_server.uri, username="neo4j", password="not-this-one")
    assert "NEO4J_PASSWORD" in str(raised.value)
    assert "not-this-one" not in str(raised.value)


@pytest.mark.neo4j
def test_a_database_that_is_not_there_is_told(neo4j_server: Neo4jServer) -> None:
    """The message names the setting."""
    with pytest.raises(StoreError, match="no such database") as raised:
        open_neo4j(neo4j_server.uri, username="neo4j", password=neo4j_server.password, database="atlantis")
    assert "NEO4J_DATABASE" in str(raised.value)


@pytest.mark.neo4j
def test_an_old_server_is_told(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Today's servers are too old for a program of the far future, which says so."""
    monkeypatch.setattr(neo4j_module, "OLDEST", (2999, 1))
    with pytest.raises(StoreError, match="the server is Neo4j") as raised:
        open_neo4j(neo4j_server.uri, username="neo4j", password=neo4j_server.password)
    assert "2999.1 or newer" in str(raised.value)


def test_nobody_there_is_told_at_once() -> None:
    """No half a minute of retries when nothing listens."""
    with pytest.raises(StoreError, match="nothing answers there") as raised:
        open_neo4j(f"bolt://127.0.0.1:{free_ports()[0]}", username="neo4j", password="x")
    assert "docker compose up -d" in str(raised.value)


@pytest.mark.parametrize("address", ["localhost:7687", "http://localhost:7474", "", "bolt://:x"])
def test_an_address_that_is_none_is_told(address: str) -> None:
    """A wrong scheme is not a traceback of the driver."""
    with pytest.raises(StoreError, match="address") as raised:
        open_neo4j(address, username="neo4j", password="x")
    assert "bolt://localhost:7687" in str(raised.value)


@pytest.mark.parametrize(
    ("components", "said"),
    [
        ((("Neo4j Kernel", "5.22.0"),), "the server is Neo4j 5.22.0"),
        ((("Neo4j Kernel", "4.4.41"),), "the server is Neo4j 4.4.41"),
        ((("ArcadeDB", "26.10.2"),), "not Neo4j but ArcadeDB 26.10.2"),
        ((), "a product without a name"),
    ],
)
def test_versions_that_are_refused(components: tuple[tuple[str, str], ...], said: str) -> None:
    """Versions before 5.23 and other products: they lack the Cypher that questions use, or let readers write."""
    with pytest.raises(StoreError, match=said):
        neo4j_module.refuse_unknown(Rows(("name", "version"), components), "bolt://here")


@pytest.mark.parametrize("version", ["5.23.0", "5.26.30", "2025.01.0", "2026.08.1", "2026.11.0-SNAPSHOT"])
def test_versions_that_are_taken(version: str) -> None:
    """5.23, the LTS and all calendar versions."""
    rows = Rows(("name", "version"), (("Cypher", "5"), ("Neo4j Kernel", version)))
    try:
        neo4j_module.refuse_unknown(rows, "bolt://here")
    except StoreError as error:
        pytest.fail(str(error))


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("Neo.ClientError.Statement.SyntaxError", UsageError),
        ("Neo.ClientError.Statement.ParameterMissing", UsageError),
        ("Neo.ClientError.Security.CredentialsExpired", StoreError),
        ("Neo.ClientError.Security.Forbidden", StoreError),
        ("Neo.ClientError.Schema.ConstraintValidationFailed", StoreError),
        ("Neo.TransientError.Transaction.DeadlockDetected", StoreError),
        ("Neo.DatabaseError.General.UnknownError", StoreError),
    ],
)
def test_every_complaint_becomes_an_error_of_ours(code: str, kind: type[Exception]) -> None:
    """A question at fault is a wrong use; everything else is the store's; both name place and remedy."""
    made = explain("Neo4jError", code, "Some words.\nMore words.", "bolt://here")
    assert type(made) is kind
    assert made.place == "bolt://here"
    assert made.remedy
    assert "\n" not in str(made)
