"""The ledger as a graph: `assemble(ledger)` gives it block by block, in an order in which it can be stored.

Edges end in nodes of the same or an earlier block: states, bodies, topics, runs; articles; offices; persons; events; agreements;
flows; and last what is derived from all of these. The same ledger gives the same blocks.
"""

from bilateral.graph.assemble.blocks import assemble

__all__ = ["assemble"]
