"""What the tests of several rooms share: real servers (tests/services), and a store on each engine."""

pytest_plugins = ["neo4j_fixtures", "store_fixtures"]
