"""A judgement: "these two are one" or "these two are not", by a rule or a person, with its reason.

Judgements are kept beside the statements and can be undone; no statement is ever changed by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bilateral.graph import ids

__all__ = ["Judgement", "Verdict"]

Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two things as sources tell them (`Thing.id`, sorted), the verdict, who gives it (`rule …` or `person …`), and why."""

    left: str
    right: str
    verdict: Verdict
    by: str
    reason: str
    score: float | None = None

    @classmethod
    def of(
        cls, one: str, other: str, verdict: Verdict, *, by: str, reason: str, score: float | None = None
    ) -> Judgement:
        """Make a judgement whatever the order of the two."""
        left, right = sorted((one, other))
        return cls(left, right, verdict, by, reason, score)

    @property
    def id(self) -> str:
        """The judgement's id; it covers all but the score."""
        return f"ju-{ids.digest([self.left, self.right, self.verdict, self.by, self.reason], 16)}"

    @property
    def by_person(self) -> bool:
        """Whether a person gave it: such a judgement outweighs every rule."""
        return not self.by.startswith("rule ")
