"""The sentences that the project wrote for measuring: how they are read, how they are counted, and how well they are read now."""

from __future__ import annotations

from pathlib import Path

import pytest

from bilateral.errors import InputError
from bilateral.loaders.evaluation.sentences import Noted, Sentence, measure, read_sentences

FOLDER = Path(__file__).parents[3] / "samples" / "sentences"
#: Least F1 on the even lines, on which no rule is developed; a little below what was measured.
LEAST = {"agreements": 0.78, "events": 0.57, "flows": 0.76}


def write(folder: Path, *lines: str) -> Path:
    path = folder / "events.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_line_is_a_sentence_with_the_facts_noted_in_it(tmp_path: Path) -> None:
    """States, direction and what stands behind are read as written; '-' notes nothing."""
    path = write(
        tmp_path,
        "Norway blamed Chad. ||| ACCUSE NOR>TCD occurred",
        "Norway and Chad met. ||| CONSULT NOR=TCD occurred",
        "It rained. ||| -",
    )
    first, second, third = read_sentences(path)
    assert first == Sentence(
        1, "Norway blamed Chad.", (Noted("ACCUSE", frozenset({"NOR"}), frozenset({"TCD"}), rest=("occurred",)),)
    )
    assert second.noted[0].mutual
    assert third.noted == ()


@pytest.mark.parametrize(
    "line", ["Norway blamed Chad.", "Norway blamed Chad. ||| ACCUSE", "||| -", "Norway blamed Chad. ||| accuse nor>tcd"]
)
def test_a_line_of_another_form_is_an_error_that_names_it(tmp_path: Path, line: str) -> None:
    """The message tells file and line."""
    with pytest.raises(InputError, match=r"events\.txt:2"):
        read_sentences(write(tmp_path, "It rained. ||| -", line))


def test_right_found_and_noted_facts_are_counted(tmp_path: Path) -> None:
    """One found, one missed, one that is none."""
    told = read_sentences(
        write(
            tmp_path,
            "Norway accused Chad of jamming its radios. ||| ACCUSE NOR>TCD occurred",
            "It rained in Oslo. ||| ACCUSE NOR>TCD occurred",
            "Norway accused Chad of theft. ||| -",
        )
    )
    counts = measure("events", told)
    assert (counts.hits, counts.found, counts.gold) == (1, 2, 2)


def test_agreements_count_by_their_parties_and_flows_by_their_figure(tmp_path: Path) -> None:
    """A flow of another sum is another flow."""
    pact = read_sentences(write(tmp_path, "Norway and Chad signed a fisheries treaty. ||| treaty NOR,TCD signed"))
    assert measure("agreements", pact).hits == 1
    aid = "Norway gave Chad $10 million in aid. ||| aid NOR>TCD {} USD"
    assert measure("flows", read_sentences(write(tmp_path, aid.format(10000000)))).hits == 1
    assert measure("flows", read_sentences(write(tmp_path, aid.format(20000000)))).hits == 0


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(LEAST))
def test_the_unseen_half_is_read_as_well_as_before(kind: str) -> None:
    """A change that costs on sentences which no rule was written for is seen here."""
    unseen = [s for s in read_sentences(FOLDER / f"{kind}.txt") if s.number % 2 == 0]
    assert measure(kind, unseen).f1 >= LEAST[kind]
