"""Promises of the reader of text files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import ArticleError
from bilateral.loaders.articles.text import parse_text, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from bilateral.loaders.article import Article

PAGE = """Malta and Peru to open ferry talks next week

Sailors wave from a pier in Valletta on May 2, 2021. (Photo courtesy: Harbour News)
Short Url
https://short.example/x1
Updated 04 March 2023
Follow

Malta and Peru to open ferry talks next week

  • The talks are the first in ten years

VALLETTA: Malta will send a team to Lima.



Chile buys cheese from Norway

Updated 9 December 2025
Follow

Chile buys cheese from Norway

OSLO: Norway sold cheese to Chile.
"""

PLAIN = """Malta opens embassy in Lima
2024-02-03

Malta opened an embassy in Lima on Saturday.

It has six rooms.


Norway lowers duties
3 May 2024

Norway lowered its duties on Chilean wine.
"""

UNDATED = """Malta opens embassy


Malta opened an embassy in Lima.

What comes next?

More embassies.


Norway lowers duties


Norway lowered its duties.
"""

FEED = """Harbour News feed
2023-12-19

Source:Harbour News, URL:https://harbour.example/rss.xml, language:en

Malta opens embassy
 - https://harbour.example/1
 - RSS feed: https://harbour.example/rss.xml
 - date published: 2021-03-04T11:20:05+00:00

Malta opened an embassy in Lima.

Norway lowers duties
 - https://harbour.example/2
 - date published: 2023-12-18T07:12:50+00:00

Norway lowered its duties.
"""


def parse(text: str) -> list[Article]:
    return list(parse_text(text, "ID", "ID.txt"))


def day(article: Article) -> str | None:
    return article.head.published.text if article.head.published else None


def test_newspaper_pages_are_parted_and_dated() -> None:
    """Two pages in one file are two articles: ID and ID-2, each with its headline and day."""
    first, second = parse(PAGE)
    assert (first.head.id, first.head.title, day(first)) == (
        "ID",
        "Malta and Peru to open ferry talks next week",
        "2023-03-04",
    )
    assert (second.head.id, second.head.title, day(second)) == ("ID-2", "Chile buys cheese from Norway", "2025-12-09")
    assert first.head.url == "https://short.example/x1"
    assert "Lima." in first.body
    assert "Norway" not in first.body


def test_the_caption_of_a_page_is_not_its_headline() -> None:
    """The headline of a page is the line that is repeated, and a caption's date is not its day."""
    assert parse(PAGE.lstrip())[0].head.title == "Malta and Peru to open ferry talks next week"


def test_plain_articles_are_parted_by_title_and_date() -> None:
    """Title, day, empty line, body; the next title with its day begins the next article."""
    first, second = parse(PLAIN)
    assert (first.head.title, day(first)) == ("Malta opens embassy in Lima", "2024-02-03")
    assert first.body == "Malta opened an embassy in Lima on Saturday.\n\nIt has six rooms."
    assert (second.head.id, day(second)) == ("ID-2", "2024-05-03")


def test_undated_articles_are_parted_by_empty_lines() -> None:
    """Where the day is an empty line, two empty lines before and after a title part articles; a subhead does not."""
    first, second = parse(UNDATED)
    assert (first.head.published, second.head.published) == (None, None)
    assert "What comes next?" in first.body
    assert second.head.title == "Norway lowers duties"


def test_a_feed_is_as_many_articles_as_it_has_headlines() -> None:
    """A feed's own head gives the publisher and no article; each item has its address and day."""
    first, second = parse(FEED)
    assert [a.head.id for a in (first, second)] == ["ID", "ID-2"]
    assert (first.head.url, day(second), second.head.publisher) == (
        "https://harbour.example/1",
        "2023-12-18",
        "Harbour News",
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Updated 04 March 2023", "2023-03-04"),
        ("2023-03-04", "2023-03-04"),
        ("2023-03", "2023-03"),
        ("2023", "2023"),
        ("Published: March 4, 2023", "2023-03-04"),
        ("Saturday, 4 March 2023 10:30 GMT", "2023-03-04"),
        ("Mar 4th, 2023", "2023-03-04"),
        ("Posted on 4 Mar. 2023", "2023-03-04"),
        ("2023-03-04T10:30:00Z", "2023-03-04"),
        ("March 2023", "2023-03"),
        ("2023-13-04", None),
        ("30 February 2023", None),
        ("04 Marble 2023", None),
    ],
)
def test_date_lines(line: str, expected: str | None) -> None:
    """A line that is nothing but a date gives the day; one that cannot be a date gives none."""
    assert day(parse(f"Malta opens embassy\n{line}\n\nMalta opened it.\n")[0]) == expected


def test_a_file_with_only_a_title_is_an_article_without_a_body() -> None:
    """A title alone is kept as a title, and nothing is made up."""
    (only,) = parse("Malta opens embassy\n")
    assert (only.head.title, only.body) == ("Malta opens embassy", "")


def test_a_file_without_a_title_is_all_body() -> None:
    """A first line that is a sentence belongs to the story."""
    text = "Malta opened an embassy in Lima on Saturday.\nIt has six rooms."
    (only,) = parse(text)
    assert (only.head.title, only.body) == (None, text)


def test_line_ends_and_marks_are_kept() -> None:
    """CRLF stays in the body, and a byte order mark is no part of the title."""
    (only,) = parse("\ufeffMalta opens embassy\r\n2024-02-03\r\n\r\nOne.\r\n\r\nTwo.\x00\r\n")
    assert (only.head.title, only.body) == ("Malta opens embassy", "One.\r\n\r\nTwo.\x00")


def test_a_foot_line_with_a_date_parts_nothing() -> None:
    """`Last updated on` under a text is not the head of another page."""
    (only,) = parse("Malta opens embassy\n2024-02-03\n\nMalta opened it.\n\nLast updated on 27 Nov 2024\n")
    assert day(only) == "2024-02-03"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        (b"Malta \xff opens", "byte 6 (0xff) is not UTF-8"),
        ("Malta opens".encode("utf-16"), "UTF-16"),
        ("Malta opens".encode("utf-16-le"), "UTF-16"),
    ],
)
def test_files_that_are_no_text_are_refused(tmp_path: Path, data: bytes, words: str) -> None:
    """What cannot be read is an error that says where and what to do."""
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    with pytest.raises(ArticleError) as caught:
        list(read_text(file))
    assert words in str(caught.value)
    assert str(file) in str(caught.value)
    assert caught.value.remedy


@given(
    st.lists(
        st.sampled_from(
            [
                "Title here",
                "2024-02-03",
                "",
                "",
                "Updated 04 March 2023",
                "Follow",
                "Short Url",
                "A sentence.",
                " - https://a.b",
                "•x",
            ]
        )
    )
)
def test_every_body_is_a_slice_of_its_file(lines: list[str]) -> None:
    """Whatever the lines, bodies are verbatim slices in order, and ids run ID, ID-2, ID-3."""
    text = "\n".join(lines)
    articles = parse(text)
    at = 0
    for number, article in enumerate(articles, start=1):
        at = text.index(article.body, at) + len(article.body)
        assert article.head.id == ("ID" if number == 1 else f"ID-{number}")
        assert article.head.sha256 == article.sha256


def test_five_megabytes_are_read_in_seconds() -> None:
    """Time grows with the length, whatever the lines are."""
    (only,) = parse("Title\n2024-02-03\n\n" + "Updated 04 March 2023 came late.\n" * 160_000)
    assert len(only.body) > 5_000_000
