"""Article facts as statements: `claims(facts)` gives every claim of one article, sorted by id, each claim once.

One fact is a few statements that share its passages:

- an official: `person OF_COUNTRY state`, `person HOLDS post`, `person IN_ORGANIZATION body`, `person ACCREDITED_TO state`;
- an agreement or event: one `status` statement with all that is said of it as qualifiers, and one `PARTY_TO` or
  `PARTICIPATED_IN` statement for each state or person in it;
- a flow: one statement of its kind (`EXPORTS_TO`, `AIDS`, …) from state to state.
"""

from bilateral.graph.claims.article import claims

__all__ = ["claims"]
