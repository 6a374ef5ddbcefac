"""The door to YAML keeps words as written, refuses what is doubtful, and writes what any reader reads back."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import InputError
from bilateral.schema.yamlio import YamlList, YamlMapping, dump, dump_all, load, load_all

WORDS = [
    "NO",
    "on",
    "yes",
    "off",
    "Y",
    "2023-03-06",
    "2022-12",
    "12:30",
    "004",
    "0x1F",
    "0o17",
    "1_000",
    ".nan",
    ".5",
    "196X",
]
plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("word", WORDS)
def test_words_stay_as_written(word: str) -> None:
    """Country codes, dates and codes with zeros come out as the text that was written."""
    assert load(f"key: {word}", "f.yaml") == {"key": word}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("null", None),
        ("~", None),
        ("", None),
        ("true", True),
        ("FALSE", False),
        ("240", 240),
        ("-3", -3),
        ("0.5", 0.5),
        ("1e6", 1e6),
        ("'12'", "12"),
    ],
)
def test_core_values(written: str, value: object) -> None:
    """Only null, true, false and numbers become something other than text."""
    found = load(f"key: {written}", "f.yaml")
    assert isinstance(found, YamlMapping)
    assert (found["key"], type(found["key"])) == (value, type(value))


def test_endless_digits_are_text() -> None:
    """A number too long to be one stays the text that was written."""
    assert load("key: " + "9" * 5000, "f.yaml") == {"key": "9" * 5000}


def test_keys_are_text() -> None:
    """The keys on, NO and 2022 are the words on, NO and 2022."""
    assert load("on: 1\nNO: 2\n2022: 3\n", "f.yaml") == {"on": 1, "NO": 2, "2022": 3}


def test_lines_are_kept() -> None:
    """Every key, value and item knows its line."""
    found = load("a: 1\nb:\n  - x\n  -\n    c: 2\n", "f.yaml")
    assert isinstance(found, YamlMapping)
    assert (found.key_lines, found.value_lines) == ({"a": 1, "b": 2}, {"a": 1, "b": 3})
    items = found["b"]
    assert isinstance(items, YamlList)
    assert items.lines == [3, 5]


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("a: 1\nb: 2\na: 3", "f.yaml:3:1", "stands twice"),
        ("a: [1", "f.yaml:", "no YAML"),
        ("a: b: c", "f.yaml:1:5", "no YAML"),
        ("x: y\n z: 1", "f.yaml:2:3", "no YAML"),
        ("a:\n  b: \x07", "f.yaml:2:6", "U+0007"),
        ("a: \ud800", "f.yaml:1:4", "U+D800"),
        ("x: &a [*a]", "f.yaml:1:4", "contains itself"),
        ("a: !!python/object:os.system x", "f.yaml:1:4", "not allowed"),
        ("{? [a] : b}", "f.yaml:1:4", "not a word"),
        ("[" * 100_000, "f.yaml:1", "nest"),
        ("[" * 150 + "]" * 150, "f.yaml:1", "nest"),
        ("---\na\n---\nb", "f.yaml", "several documents"),
    ],
)
def test_doubtful_text_is_refused(text: str, where: str, what: str) -> None:
    """What cannot be read safely is refused with file, line and column, and with a remedy."""
    with pytest.raises(InputError) as caught:
        load(text, "f.yaml")
    assert caught.value.place is not None
    assert caught.value.place.startswith(where)
    assert what in str(caught.value)
    assert caught.value.remedy


def test_unfolding_aliases_are_bounded() -> None:
    """A short file whose aliases unfold into a billion values is refused."""
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    with pytest.raises(InputError, match="unfold"):
        load("\n".join(lines), "f.yaml")


def test_several_documents() -> None:
    """Documents between --- come out in order, and an empty text holds none."""
    assert load_all("\ufeffa: 1\n---\n- x\n", "f.yaml") == ({"a": 1}, ["x"])
    assert load_all("", "f.yaml") == ()
    assert load("", "f.yaml") is None


@given(plain)
def test_round_trip(value: object) -> None:
    """What is written is read back the same, by this reader and by any YAML 1.1 reader."""
    written = dump(value)
    assert load(written, "f.yaml") == value
    assert yaml.safe_load(written) == value


def test_written_form() -> None:
    """Keys stay in the order given, lists are indented, and doubtful words are quoted."""
    first = {"b": "NO", "a": ["2023-03-06", "1e6"], "c": [], "d": None}
    assert dump_all([first, "x"]) == "b: 'NO'\na:\n  - '2023-03-06'\n  - '1e6'\nc: []\nd: null\n---\nx\n...\n"


def test_repeated_values_are_written_out() -> None:
    """The same list twice is written twice, without an alias."""
    shared = ["x"]
    assert dump({"a": shared, "b": shared}) == "a:\n  - x\nb:\n  - x\n"
