"""What the environment says, read in this one place and frozen."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Settings", "settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The workspace folder, and how to reach a Neo4j server (the names are those of the Neo4j ecosystem)."""

    workspace: Path = Path("workspace.bilateral")
    neo4j_uri: str | None = None
    neo4j_username: str = "neo4j"
    neo4j_password: str | None = None
    neo4j_database: str = "neo4j"


def settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read BILATERAL_WORKSPACE, NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE; empty counts as not set."""
    env = os.environ if environment is None else environment
    plain = Settings()
    return Settings(
        workspace=Path(env.get("BILATERAL_WORKSPACE") or plain.workspace),
        neo4j_uri=env.get("NEO4J_URI") or None,
        neo4j_username=env.get("NEO4J_USERNAME") or plain.neo4j_username,
        neo4j_password=env.get("NEO4J_PASSWORD") or None,
        neo4j_database=env.get("NEO4J_DATABASE") or plain.neo4j_database,
    )
