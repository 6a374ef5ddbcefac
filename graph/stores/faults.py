"""What a Neo4j server's or driver's complaint means to a person, and what to do about it."""

from __future__ import annotations

from typing import Final

from bilateral.errors import StoreError, UsageError

__all__ = ["explain"]

_START: Final = "Is the server running? 'docker compose up -d' starts one (docs/neo4j.md); NEO4J_URI says where it is"
_LOGIN: Final = "Set NEO4J_USERNAME and NEO4J_PASSWORD to what the server was first started with"
_ADDRESS: Final = "An address looks like bolt://localhost:7687 or neo4j+s://host"

#: Beginning of a server's code → what happened, what to do. The first that fits counts.
_CODES: Final = (
    ("Neo.ClientError.Security.CredentialsExpired", "the password must be changed before the first use", _LOGIN),
    (
        "Neo.ClientError.Security.AuthenticationRateLimit",
        "too many wrong passwords",
        "Wait five seconds, then try again",
    ),
    ("Neo.ClientError.Security.Forbidden", "this user may not do that", "Log in as a user who may write"),
    ("Neo.ClientError.Security.", "the server refuses the user name or password", _LOGIN),
    (
        "Neo.ClientError.Database.DatabaseNotFound",
        "there is no such database",
        "Set NEO4J_DATABASE; the usual one is neo4j",
    ),
    ("Neo.ClientError.Schema.", "the server refuses", "Another constraint or value stands in the way: see its message"),
    ("Neo.TransientError.General.DatabaseUnavailable", "the database is not available", "Wait until it has started"),
    ("Neo.TransientError.", "the server gave up after several tries", "Try again when it is less busy"),
)
#: Codes of a question that is at fault itself.
_QUESTION: Final = ("Neo.ClientError.Statement.",)
#: Kinds of the driver's own errors.
_UNREACHABLE: Final = frozenset(
    {"ServiceUnavailable", "SessionExpired", "RoutingServiceUnavailable", "WriteServiceUnavailable"}
)
_MISCONFIGURED: Final = frozenset(
    {"ConfigurationError", "ValueError", "AuthConfigurationError", "CertificateConfigurationError"}
)


def explain(kind: str, code: str | None, said: str, place: str) -> StoreError | UsageError:
    """Translate an error by its class name, the server's code (if the server sent it) and its text."""
    if kind in _UNREACHABLE:
        return StoreError("nothing answers there", place=place, remedy=_START)
    if kind == "UnsupportedServerProduct":
        return StoreError("what answers there is no Neo4j that this driver knows", place=place, remedy=_ADDRESS)
    if kind in _MISCONFIGURED:
        return StoreError(f"the address cannot be used: {said}", place=place, remedy=_ADDRESS)
    if code is not None and code.startswith(_QUESTION):
        return UsageError(_first_line(said), place=place, remedy="Check the Cypher text and its parameters")
    for beginning, meaning, remedy in _CODES:
        if code is not None and code.startswith(beginning):
            detail = f" ({_first_line(said)})" if beginning.endswith(".") else ""
            return StoreError(meaning + detail, place=place, remedy=remedy)
    return StoreError(f"{kind}: {_first_line(said)}", place=place, remedy="See the server's log")


def _first_line(said: str) -> str:
    lines = said.strip().splitlines()
    return lines[0].rstrip(".") if lines else "no message"
