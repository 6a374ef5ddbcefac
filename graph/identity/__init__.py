"""Which of the things that sources tell of are one: judgements by rules and persons, and the canonical ids that follow.

Cautious by design: rules compare only within a block (a state, a dyad), never make two agreements or events of one article one,
and a person's judgement outweighs them all. Nothing here changes a statement, so every merge can be undone.
"""

from bilateral.graph.identity.doubts import doubts
from bilateral.graph.identity.resolve import Resolved, judge, resolve

__all__ = ["Resolved", "doubts", "judge", "resolve"]
