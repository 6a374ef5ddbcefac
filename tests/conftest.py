"""What the tests of several rooms share: real servers (tests/services), a store on each engine, and the command line."""

import signal

from hypothesis import settings

pytest_plugins = ["neo4j_fixtures", "store_fixtures", "graph_fixtures", "command_fixtures"]

# The first example of a test may load a whole language model: no test fails by the clock.
settings.register_profile("bilateral", deadline=None)
settings.load_profile("bilateral")


def pytest_configure() -> None:
    """Heed Ctrl-C even where a shell started the tests in the background: the programs that they start inherit it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
