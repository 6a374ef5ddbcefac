"""Things of different articles become one cautiously, and every merge can be undone."""

from __future__ import annotations

from typing import Any

import pytest

from bilateral.errors import UsageError
from bilateral.graph.identity import doubts, judge, resolve
from bilateral.graph.identity.titles import alike, subject
from bilateral.graph.judgement import Judgement
from bilateral.graph.ledger import Ledger
from bilateral.schema.values import Amount


def count(say: Any, ledger: Ledger, build: Any, label: str, *facts: Any, published: tuple[str, ...] = ()) -> int:
    """Tell each fact in an article of its own, and count the nodes of a label."""
    for number, fact in enumerate(facts):
        day = published[number] if published else "2024-05-10"
        ledger.record(say.reading(f"a{number}", fact, published=day))
    return len(build(ledger).nodes(label))


@pytest.mark.parametrize(
    ("one", "other", "nodes"),
    [
        (("Sergei Ladrov", "Foreign Minister", "KEN"), ("Sergey Ladrov", "Minister for Foreign Affairs", "KEN"), 1),
        (("Sergei Ladrov", "Foreign Minister", "KEN"), ("Sergey Ladrov", "Foreign Minister", "NOR"), 2),
        (("Sergei Ladrov", "Foreign Minister", "KEN"), ("Sergey Ladrov", "Football Coach", "KEN"), 2),
        (("Ada Vale", "Envoy", "KEN"), ("Ada Vale", "Envoy", "KEN"), 1),
        (("Ada Vale", "Envoy", "KEN"), ("Vale", "Envoy", "KEN"), 1),
        (("Ada Vale", "Envoy", "KEN"), ("Vale", "President", "KEN"), 2),
        (("Ada Vale", "Envoy", "KEN"), ("Bo Vale", "Envoy", "KEN"), 2),
        (("Gus W Alder", "President", "KEN"), ("Gus H W Alder", "President", "KEN"), 2),
        (("Ada Vale", "Envoy", None), ("Ada Vale", "Envoy", None), 2),
    ],
)
def test_persons(say: Any, ledger: Ledger, build: Any, *, one: Any, other: Any, nodes: int) -> None:
    """Spellings join within a state and office; never across states, never by name alone."""
    assert count(say, ledger, build, "Person", say.official(*one), say.official(*other)) == nodes


def test_namesakes_a_generation_apart(say: Any, ledger: Ledger, build: Any) -> None:
    """Like names in the same office twenty years apart are two persons."""
    officials = (say.official("Ada M Vale", "President", "KEN"), say.official("Ada Vale", "President", "KEN"))
    assert count(say, ledger, build, "Person", *officials, published=("1999-01-01", "2021-01-01")) == 2


def test_a_surname_that_two_holders_have_joins_neither(say: Any, ledger: Ledger, build: Any) -> None:
    """A bare surname is nobody's if two holders of the office have it."""
    officials = [say.official(name, "Envoy", "KEN") for name in ("Ada Vale", "Bo Vale", "Vale")]
    assert count(say, ledger, build, "Person", *officials) == 3


def test_two_agreements_between_the_same_states_stay_two(say: Any, ledger: Ledger, build: Any) -> None:
    """Different subjects, also of one day, type and area, are different agreements."""
    titles = (
        "Agreement on trade in tea between Kenya and Norway",
        "Agreement on trade in fish between Kenya and Norway",
        "Kenya-Norway agreement on the avoidance of double taxation",
        "Second protocol on trade in tea",
    )
    agreements = [say.agreement(title, "signed", "2024-05-09") for title in titles]
    assert count(say, ledger, build, "Agreement", *agreements) == 4


def test_titles_without_a_subject_join_nothing(say: Any, ledger: Ledger, build: Any) -> None:
    """`A memorandum between Kenya and Norway` in two articles may be two: nothing says that they are one."""
    agreements = [
        say.agreement("Memorandum of understanding between Kenya and Norway", type="memorandum") for _ in "ab"
    ]
    assert count(say, ledger, build, "Agreement", *agreements) == 2


def test_one_agreement_in_two_articles(say: Any, ledger: Ledger, build: Any) -> None:
    """The same subject, parties and time is one agreement, told with other words or at a later step."""
    told = (
        say.agreement("Kenya–Norway tea supply agreement", "negotiating", "2024-03"),
        say.agreement("Agreement on the supply of tea", "signed", "2024-05-09"),
        say.agreement("Tea supply contract with Norway", "signed", "2024-05-10", type="contract"),
    )
    assert count(say, ledger, build, "Agreement", *told) == 1
    assert build(ledger).nodes("Agreement")[0].properties["status"] == "signed"


def test_the_same_sum_joins_titles_that_differ(say: Any, ledger: Ledger, build: Any) -> None:
    """Within a month, the same sum and a shared word make one deal of `supply` and `export`; another sum does not."""
    one = say.agreement(
        "Meat supply agreement", "negotiating", "2024-05-09", amount=Amount(5e6, "USD"), type="contract"
    )
    same = say.agreement("Meat export deal", "negotiating", "2024-05-12", amount=Amount(5e6, "USD"), type="contract")
    other = say.agreement("Meat export deal", "negotiating", "2024-05-12", amount=Amount(7e6, "USD"), type="contract")
    assert count(say, ledger, build, "Agreement", one, same) == 1
    assert count(say, ledger, build, "Agreement", one, other) == 2


@pytest.mark.parametrize(
    "more",
    [
        {"parties": ("KEN", "SWE")},
        {"areas": ("health",)},
        {"type": "ceasefire"},
        {"date": "2019-01-01"},
        {"amount": Amount(9, "USD")},
    ],
)
def test_what_differs_keeps_agreements_apart(say: Any, ledger: Ledger, build: Any, more: dict[str, Any]) -> None:
    """Other parties, area, kind of instrument, day of signature or sum: another agreement."""
    base = {"date": "2024-05-09", "amount": Amount(5, "USD")}
    one, other = say.agreement("Tea pact", **base), say.agreement("Tea pact", **{**base, **more})
    assert count(say, ledger, build, "Agreement", one, other) == 2


def test_one_article_tells_its_own_things_apart(say: Any, ledger: Ledger, build: Any) -> None:
    """Two agreements of one article stay two, also when another article's agreement is like both."""
    first, second = say.agreement("Tea pact", date="2024-05-09"), say.agreement("Tea pact treaty", date="2024-05-09")
    ledger.record(say.reading("a", first, second), say.reading("b", first))
    assert len(build(ledger).nodes("Agreement")) == 2


@pytest.mark.parametrize(
    ("more", "nodes"),
    [
        ({}, 1),
        ({"date": "2024-05-10"}, 1),
        ({"date": "2024-05-20"}, 2),
        ({"date": None}, 1),
        ({"mode": "call"}, 2),
        ({"mode": None}, 1),
        ({"kind": "ACCUSE"}, 2),
        ({"source": ("NOR",), "target": ("KEN",)}, 2),
        ({"place": "Oslo"}, 1),
        ({"place": "Bergen"}, 2),
        ({"officials": ("Ada Vale",)}, 1),
        ({"officials": ("Bo Nobody",)}, 2),
        ({"status": "scheduled"}, 1),
    ],
)
def test_events(say: Any, ledger: Ledger, build: Any, more: dict[str, Any], nodes: int) -> None:
    """A happening is one if type, sides, mode, time, place and persons agree where both articles tell them."""
    base = {"date": "2024-05-09", "place": "Oslo, Norway", "officials": ("Ada Vale",), "areas": ("trade",)}
    assert count(say, ledger, build, "Event", say.event(**base), say.event(**{**base, **more})) == nodes


def test_a_meeting_has_no_first_side(say: Any, ledger: Ledger, build: Any) -> None:
    """Who met whom does not matter: told from either side a meeting is one."""
    one = say.event("CONSULT", "meeting", "2024-05-09")
    other = say.event("CONSULT", "meeting", "2024-05-09", source=("NOR",), target=("KEN",))
    assert count(say, ledger, build, "Event", one, other) == 1


def test_a_person_sets_two_apart_and_takes_it_back(say: Any, ledger: Ledger, build: Any) -> None:
    """A person's `different` splits what rules joined; undone, all is as before."""
    for key in "ab":
        ledger.record(say.reading(key, say.agreement("Tea pact", date="2024-05-09")))
    before = build(ledger)
    (node,) = before.nodes("Agreement")
    members = ledger.members(node.id)
    assert len(members) == 2
    (given,) = judge(ledger, *members, "different", by="ed", reason="two pacts of that day")
    split = build(ledger)
    assert len(split.nodes("Agreement")) == 2
    assert node.id in {each.id for each in split.nodes("Agreement")}, "the first told keeps its id"
    ledger.undo(given.id)
    assert build(ledger).graph == before.graph
    with pytest.raises(UsageError, match="stands"):
        ledger.undo(given.id)


def test_a_person_joins_what_rules_would_not(say: Any, ledger: Ledger, build: Any) -> None:
    """A person's `same` joins across blocks and articles' own distinctions; undone, all is as before."""
    ledger.record(say.reading("a", say.official("Ada Vale", "Envoy", "KEN")))
    ledger.record(say.reading("b", say.official("A. Vale", "Negotiator", None)))
    before = build(ledger)
    one, other = (each.id for each in before.nodes("Person"))
    (given,) = judge(ledger, one, other, "same", by="ed", reason="the photograph")
    (node,) = build(ledger).nodes("Person")
    assert node.id == "person/ken/ada-vale"
    assert node.properties["aliases"] == ("A. Vale",)
    ledger.undo(given.id)
    assert build(ledger).graph == before.graph


def test_a_new_word_replaces_the_old(say: Any, ledger: Ledger, build: Any) -> None:
    """Of two judgements of persons on one pair the later one stands."""
    for key in "ab":
        ledger.record(say.reading(key, say.agreement("Tea pact", date="2024-05-09")))
    first, second = ledger.members(build(ledger).nodes("Agreement")[0].id)
    judge(ledger, first, second, "different", by="ed", reason="hasty")
    judge(ledger, first, second, "same", by="ed", reason="read again")
    assert len(build(ledger).nodes("Agreement")) == 1
    assert {(each.verdict, each.reason) for each in ledger.judgements() if each.by_person} == {("same", "read again")}


def test_wrong_names_are_refused(say: Any, ledger: Ledger, build: Any) -> None:
    """A judgement on what is not there, or on one thing and itself, is refused."""
    ledger.record(say.reading("a", say.official("Ada Vale", "Envoy", "KEN")))
    build(ledger)
    with pytest.raises(UsageError, match="no 'person/ken/nobody'"):
        judge(ledger, "person/ken/ada-vale", "person/ken/nobody", "same", by="ed", reason="x")
    with pytest.raises(UsageError, match="are one"):
        judge(ledger, "person/ken/ada-vale", "person/ken/ada-vale", "same", by="ed", reason="x")


def test_rule_judgements_are_kept_and_retracted(say: Any, ledger: Ledger, build: Any) -> None:
    """Each merge by a rule stands in the ledger with its reason, as long as what it joins stands."""
    for key in "ab":
        ledger.record(say.reading(key, say.agreement("Tea pact", date="2024-05-09")))
    build(ledger)
    (judgement,) = ledger.judgements()
    assert judgement.by == "rule agreements"
    assert "Tea pact" in judgement.reason
    ledger.withdraw("b")
    build(ledger)
    assert ledger.judgements() == ()
    assert any('"kind":"judgement"' in line for line in ledger.export())


def test_doubtful_pairs_are_shown_until_judged(say: Any, ledger: Ledger, build: Any) -> None:
    """What is nearly alike is shown for a person to judge; what is joined, judged or unlike is not."""
    titles = (
        "Treaty on salmon farming research",
        "Treaty on salmon farming",
        "Visa waiver",
        "Agreement on a visa waiver",
    )
    for number, title in enumerate(titles):
        date = None if number < 2 else "2024-05-09"
        ledger.record(
            say.reading(f"a{number}", say.agreement(title, date=date, areas=()), published=f"20{10 + number}-05-10")
        )
    assert len(build(ledger).nodes("Agreement")) == 3
    (pair,) = doubts(ledger)
    assert {pair.left[:13], pair.right[:13]} == {"agreement@a0#", "agreement@a1#"}
    judge(ledger, pair.left, pair.right, "different", by="ed", reason="read both")
    assert list(doubts(ledger)) == []


def test_only_what_changed_is_looked_at(say: Any, ledger: Ledger) -> None:
    """A second look finds nothing to do; a new article has only its own blocks looked at."""
    ledger.record(
        say.reading("a", say.agreement("Tea pact")), say.reading("b", say.agreement("Fish", parties=("SWE", "UGA")))
    )
    assert resolve(ledger).blocks == 2
    assert resolve(ledger).blocks == 0
    ledger.record(say.reading("c", say.agreement("Tea pact")))
    assert resolve(ledger).blocks == 1


def test_the_order_of_reading_does_not_matter(say: Any, tmp_path: Any, build: Any) -> None:
    """The canonical ids are the same whichever article was read first, and whether resolved between or at the end."""
    readings = [
        say.reading(
            key, say.agreement(title, status, date), say.official(name, "Envoy", "KEN"), published=f"2024-05-1{key}"
        )
        for key, title, status, date, name in (
            ("1", "Tea supply pact", "negotiating", "2024-03", "Sergei Ladrov"),
            ("2", "Pact on tea supply", "signed", "2024-05-09", "Sergey Ladrov"),
            ("3", "Tea supply", "signed", "2024-05-10", "Ladrov"),
        )
    ]
    found = []
    for number, order in enumerate((readings, readings[::-1])):
        with Ledger.open(tmp_path / f"{number}.db") as ledger:
            for each in order:
                seen = build(ledger, each)
            found.append({(each.label, each.id, each.fingerprint) for each in seen.graph.nodes})
    assert found[0] == found[1]


def test_subjects_of_titles() -> None:
    """What every title may hold, and the parties' names, say nothing of the subject; numbers tell titles apart."""
    parties = ("KEN", "NOR")
    made = subject("Memorandum of Understanding between the Government of Kenya and Norway on Tea Research", parties)
    assert made.words == ("tea", "research")
    assert alike(made, subject("Norwegian-Kenyan pact on tea research", parties)) == 100
    assert alike(subject("Second tea protocol", parties), subject("Third tea protocol", parties)) == 0


def test_judgements_do_not_depend_on_the_order_of_the_pair() -> None:
    """The pair is sorted, and the id covers verdict, author and reason."""
    one = Judgement.of("b", "a", "same", by="person ed", reason="x", score=1.0)
    assert one == Judgement.of("a", "b", "same", by="person ed", reason="x", score=1.0)
    assert one.by_person
    assert one.id != Judgement.of("a", "b", "different", by="person ed", reason="x").id
