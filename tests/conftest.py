"""What the tests of several rooms share: real servers (tests/services), a store on each engine, and the command line."""

pytest_plugins = ["neo4j_fixtures", "store_fixtures", "graph_fixtures", "command_fixtures"]
