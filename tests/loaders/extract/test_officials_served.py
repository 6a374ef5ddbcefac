"""Promises of the search for the state served: by the company, the visit, the embassy, the text's own side."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from bilateral.loaders.extract.officials.officials import find_officials, to_facts
from bilateral.loaders.extract.officials.refer import refer
from bilateral.loaders.extract.states.mentions import find_mentions
from bilateral.loaders.extract.text.sentences import split_sentences
from bilateral.schema.values import PartialDate

if TYPE_CHECKING:
    from bilateral.loaders.extract.text.marks import OfficialMark


def find(body: str, home: str | None = None, published: str | None = None) -> tuple[OfficialMark, ...]:
    day = PartialDate.parse(published) if published else None
    return find_officials(body, split_sentences(body), find_mentions(body), home, published=day)


def states(body: str, home: str | None = None) -> dict[str, str | None]:
    return {m.name: m.country for m in find(body, home)}


def test_a_delegation_gives_its_state() -> None:
    """Whom a delegation includes serves its state; so does who leads it."""
    body = "The Chilean delegation included Trade Minister Juan Perez and Ambassador Ana Ruiz. Ports Minister Anna Lund led the Maltese delegation."
    assert states(body) == {"Juan Perez": "CHL", "Ana Ruiz": "CHL", "Anna Lund": "MLT"}


def test_a_delegation_is_made_up_of_its_people() -> None:
    """Whom a delegation is made up of serves its state, though the host's name stands between."""
    body = "The Maltese delegation to Peru was made up of the trade minister, Anna Lund; the head of the Ministry of Ports, Tom Berg; and others."
    assert states(body) == {"Anna Lund": "MLT", "Tom Berg": "MLT"}


def test_a_rank_that_the_home_state_has_not_is_the_others() -> None:
    """A Permanent Secretary is not of a home state whose civil service has none."""
    body = (
        "China gave Fiji five buses. China and Fiji are friends. Permanent Secretary Mara Tuilagi thanked the donors."
    )
    assert states(body, "CHN") == {"Mara Tuilagi": "FJI"}


def test_a_delegation_may_have_its_state_from_its_leader() -> None:
    """`The delegation` after a leader's name is of the leader's state."""
    body = "Malta's Prime Minister Robert Vella left. Vella flew to Lima with a delegation. The delegation includes Ports Minister Anna Lund."
    assert states(body)["Anna Lund"] == "MLT"


def test_a_counterpart_with_a_title() -> None:
    """`his Omani counterpart, Foreign Minister NAME` serves Oman."""
    body = "Malta's Foreign Minister Robert Vella met his Omani counterpart, Foreign Minister Badr Saif."
    assert states(body)["Badr Saif"] == "OMN"


def test_a_counterpart_has_the_office_of_its_possessor() -> None:
    """`Abe and her Kenyan counterpart` have one office, whoever else was named between."""
    body = "Japanese Trade Minister Haru Abe met Kenyan President Tom Otieno. Abe and her Kenyan counterpart, Ann Kamau, signed."
    assert {m.name: m.title for m in find(body)}["Ann Kamau"] == "Trade Minister"


def test_a_coordinator_leads_his_states_delegation() -> None:
    """An office for a field of government is its delegation's; alone it tells of no state."""
    lead = "Acting Coordinator for Rural Roads Tom Berg will lead a Maltese delegation to Peru."
    assert [(m.name, m.title, m.country) for m in find(lead)] == [
        ("Tom Berg", "Acting Coordinator for Rural Roads", "MLT")
    ]
    assert find("Acting Coordinator for Rural Roads Tom Berg slept.") == ()


def test_who_speaks_of_an_official_shows_his_state() -> None:
    """A ministry that announces a bare official tells his state; one beside its own president is a guest."""
    body = "“Envoy for Refugees Anna Lund will go to Peru,” the Maltese ports ministry said. “Trade Minister Tom Berg will follow,” the ministry said."
    assert states(body) == {"Anna Lund": "MLT", "Tom Berg": "MLT"}
    guest = "Maltese President Luis Vella will receive Trade Minister Tom Berg, the Maltese ports ministry said."
    assert states(guest)["Tom Berg"] is None


def test_who_tells_a_states_will_serves_it() -> None:
    """`NAME said on Friday that Norway will` speaks for Norway; a demand on Norway does not."""
    assert states("Trade Minister Tom Berg said on Friday that Norway will sign.")["Tom Berg"] == "NOR"
    assert states("Trade Minister Tom Berg said that Norway must sign.")["Tom Berg"] is None


def test_offices_that_a_few_states_have() -> None:
    """`Sen. NAME` and `Defense Secretary NAME` serve the state that the text names, of those whose press calls them so."""
    body = "Peru asked the United States for help. Sen. Ann Roe, of Ohio, met Defense Secretary Tom Field."
    assert states(body) == {"Ann Roe": "USA", "Tom Field": "USA"}
    assert find("Peru asked Chile for help. Sen. Ann Roe declined.") == ()


def test_a_home_has_the_offices_of_its_constitution() -> None:
    """No minister is given to the United States, no president to Norway: the other of two states is meant."""
    body = "Norway and Peru signed. Norway and Peru rest. President Luis Soto smiled. Ports Minister Anna Lund left."
    assert states(body, home="NOR") == {"Luis Soto": "PER", "Anna Lund": "NOR"}
    assert states("Trade Minister Tom Berg slept.", home="USA") == {"Tom Berg": None}


def test_a_president_by_surname_alone_is_not_of_the_home() -> None:
    """At home a president has a full name; `President Lund` alone is of another state or time."""
    assert states("President Lund once said so. Trade Minister Tom Berg agreed.", home="PER") == {
        "Lund": None,
        "Tom Berg": "PER",
    }


def test_an_explained_acronym_is_of_its_state() -> None:
    """An acronym stands for the body that the text names in full, with its state."""
    body = "The Ports Authority of Malta (PAM) and the World Health Organization (WHO) agreed. PAM spokesman Tom Berg and WHO Representative Ann Roe said so."
    assert [(m.name, m.country, m.organization) for m in find(body)] == [
        ("Tom Berg", "MLT", "Ports Authority of Malta"),
        ("Ann Roe", "WHO", "World Health Organization"),
    ]


def test_the_visitor_and_the_hosts() -> None:
    """In an article about two states the visitor serves one and those he meets the other."""
    body = (
        "Malta and Peru agreed on ferries during Ports Minister Anna Lund's official visit to Peru. Malta and Peru are friends. "
        "Minister Lund met Transport Minister Luis Soto. Talks were held with Tourism Minister Rosa Diaz."
    )
    assert states(body) == {"Anna Lund": "MLT", "Lund": "MLT", "Luis Soto": "PER", "Rosa Diaz": "PER"}


def test_a_bare_ambassador_is_of_the_only_embassy() -> None:
    """`Ambassador NAME` serves the state whose embassy the text names."""
    assert states("The Embassy of Japan gave buses. Ambassador Kenji Abe spoke.") == {"Kenji Abe": "JPN"}


def test_an_office_named_before_with_its_state() -> None:
    """Who is about to become the foreign minister of the text serves the same state."""
    body = (
        "Peru's incoming foreign minister wants talks. Luis Soto, who will become foreign minister in May, denied it."
    )
    assert states(body)["Luis Soto"] == "PER"


def test_ambassadors_to_one_host_show_the_home() -> None:
    """Where several states' ambassadors are accredited, bare officials are of the host."""
    body = "Ambassador of Malta to Peru Anna Lund and Ambassador of Chile to Peru Juan Rey met Interior Minister Luis Soto."
    assert states(body)["Luis Soto"] == "PER"


def test_the_home_is_given_and_never_the_host() -> None:
    """A bare minister is of the article's home; without one, the host of a visit is no guess."""
    assert states("Trade Minister Tom Berg arrived.", home="NOR") == {"Tom Berg": "NOR"}
    assert states("Trade Minister Tom Berg arrived in Chile.") == {"Tom Berg": None}


def test_leaders_need_no_title() -> None:
    """Office-holders of the day are known by name; a surname alone needs its state in the text."""
    marks = find("Macron of France called President Putin. O'Neill of Harbour Ltd. did not.", published="2018-02-20")
    assert [(m.name, m.country) for m in marks] == [("Macron", "FRA"), ("Putin", "RUS")]


def test_the_rule_tells_how_the_state_was_found() -> None:
    """A mark's rule names the phrase's form and, where the title does not tell the state, the sign that did."""
    body = "The Chilean delegation included Trade Minister Juan Perez. Norway's Prime Minister Anna Lund left."
    assert [m.rule for m in find(body)] == ["title-name/group", "title-name"]
    assert [f.trace.confidence for f in to_facts(find(body), body)] == [0.8, 0.9]


def test_later_mentions_by_surname_and_office() -> None:
    """A surname or an office that only one official can have refers to that official."""
    body = "Malta's Ambassador Anna Lund spoke. Lund smiled. The ambassador left. Mr. Lund Street is long."
    later = refer(body, find(body))
    assert [(body[m.start : m.end], m.name, m.country, m.rule) for m in later[:2]] == [
        ("Lund", "Anna Lund", "MLT", "surname"),
        ("The ambassador", "Anna Lund", "MLT", "title-reference"),
    ]


def test_an_office_that_two_have_refers_to_nobody() -> None:
    """`The minister` between two ministers is left alone."""
    body = "Maltese Trade Minister Anna Lund met Peruvian Trade Minister Luis Soto. The minister smiled."
    assert [m.rule for m in refer(body, find(body))] == []


@pytest.mark.parametrize(
    "piece",
    [
        "Peruvian Minister Luis Soto met his Maltese counterpart Anna Lund. ",
        "deputy ",
        "minister of trade and ",
        "of the Republic of ",
        "Foreign Affairs, ",
        "Lund ",
        "Peru's ",
    ],
)
def test_time_grows_with_length(piece: str) -> None:
    """Ten times the text takes about ten times the time."""

    def seconds(size: int) -> float:
        body = piece * (size // len(piece))
        sentences, mentions = split_sentences(body), find_mentions(body)
        start = time.process_time()
        refer(body, find_officials(body, sentences, mentions))
        return time.process_time() - start

    seconds(5_000)
    assert seconds(200_000) < 40 * max(seconds(20_000), 0.02)


def titled(title: str, body: str) -> dict[str, str | None]:
    marks = find_officials(body, split_sentences(body), find_mentions(body), None, title=title)
    return {m.name: m.country for m in marks}


def test_a_headline_tells_whose_the_ambassador_is() -> None:
    """The headline's only bearer of an office, and the state that opens it, are the text's own."""
    body = "Ambassador Ana Ruiz gave her letters to President Karl Vella of Malta."
    assert titled("Peruvian Ambassador presents credentials to Malta's President", body)["Ana Ruiz"] == "PER"
    body = "The two sides signed a pact, Ports Minister Luis Soto said. Chad's ports minister Idris Nour agreed."
    assert titled("Peru to open port to Chad", body)["Luis Soto"] == "PER"
    assert titled("Peruvian sailor held in Chad", body)["Luis Soto"] is None


def test_who_signs_for_a_state_serves_it() -> None:
    """`on behalf of`, `signed for` and the side that a clause opens with tell the state."""
    body = "It was signed by Karl Vella, the Minister of Ports, on behalf of the Republic of Malta, and Trade Minister Luis Soto signed for Peru. On the Chadian side, Ports Minister Idris Nour spoke."
    assert states(body) == {"Karl Vella": "MLT", "Luis Soto": "PER", "Idris Nour": "TCD"}


def test_whose_counterpart_another_is() -> None:
    """In an article about two states, `NAME and his Peruvian counterpart` serves the other one."""
    body = "Malta and Peru signed a pact. Malta and Peru are friends. It was seen by Ports Minister Karl Vella and his Peruvian counterpart, Luis Soto."
    assert states(body)["Karl Vella"] == "MLT"


def test_who_accompanies_serves_the_same_state() -> None:
    """Ministers who accompany their president are his, also in a list of fields."""
    body = "President Luis Soto of Peru was accompanied by the ministers of trade, Ana Ruiz, and of ports, Juan Diaz."
    assert states(body) == {"Luis Soto": "PER", "Ana Ruiz": "PER", "Juan Diaz": "PER"}


def test_the_host_of_envoys_is_home() -> None:
    """Who receives the ambassadors accredited to a state serves it."""
    body = "Prime Minister Adil Karim received the ambassadors of Canada, Chile and Russia accredited to Iraq."
    assert states(body)["Adil Karim"] == "IRQ"


def test_an_ambassador_serves_the_state_that_does_not_host_him() -> None:
    """A bare ambassador to one of two states, or beside the ministers of one, serves the other."""
    body = "Peru and Malta are friends. The ambassador to Malta Luis Soto met Malta's Ports Minister Karl Vella. Peru sells fish to Malta."
    assert states(body)["Luis Soto"] == "PER"


def test_an_office_that_a_state_has_not() -> None:
    """No king is inferred for a republic, no second king for a kingdom, and no state for an organisation's secretary-general."""
    assert states("Greetings of King Letsan II came to the Maltese President and the Maltese people.") == {
        "Letsan II": None
    }
    body = "King Letsan III of Lesotho is at home. King Mowati IV came to Lesotho. Lesotho is glad."
    assert states(body, "LSO")["Mowati IV"] is None
    body = "The Maltese side received Secretary General of the Harbour Cooperation Organization Anna Lund."
    assert states(body, "MLT") == {"Anna Lund": None}


def test_a_ministry_named_with_its_state_before() -> None:
    """`Ports Ministry spokesman` is of the only ports ministry that the text names with its state."""
    body = "Peru's ambassador Luis Soto met Maltese senior ports ministry officials. Ports Ministry spokesman Karl Vella said so."
    assert states(body)["Karl Vella"] == "MLT"


def test_a_person_whom_the_lead_has_by_office() -> None:
    """An office of the lead without a name is the person's who opens the next sentence and returns."""
    body = "Chad expelled the Peruvian ambassador. Luis Soto was told to leave after a quarrel. Mr Soto said so."
    assert states(body) == {"Luis Soto": "PER"}
    assert states("Chad expelled the Peruvian ambassador. Luis Soto was told to leave.") == {}
    other = "Chad met the Peruvian ambassador and the Maltese consul. Luis Soto was told to leave. Mr Soto said so."
    assert states(other) == {}


def test_a_will_told_in_quotes() -> None:
    """Who is quoted with what a government will do serves that government."""
    body = '"The Maltese government will decide on Peru," Anna Lund, acting secretary of the Ministry of Ports, told reporters.'
    assert states(body) == {"Anna Lund": "MLT"}


def test_a_person_whom_only_the_headline_introduces() -> None:
    """Who has office and full name in the headline and the surname in the body is an official at that surname."""
    body = "Vella said Malta and Peru are friends. Mr Vella left for Malta."
    assert titled("Malta's President Karl Vella visits Peru", body) == {"Karl Vella": "MLT"}
    assert titled("Malta's President Karl Vella visits Peru", "Malta and Peru are friends.") == {}


def test_a_state_has_an_office_once() -> None:
    """Who is only inferred to be a state's minister is not, where the text names another holder with the state."""
    body = "Peru Prime Minister Luis Soto thanked the guests. Prime Minister Anna Borg spoke to her Chilean counterpart. Peru and Chile have a treaty."
    assert states(body) == {"Luis Soto": "PER", "Anna Borg": None}


def test_a_place_is_no_actor() -> None:
    """A state that only tells where something is does not act, and neither does the state of a counterpart."""
    assert states("The pact was signed in the Chilean capital, Ports Minister Anna Lund said.")["Anna Lund"] is None


def test_a_counterpart_without_a_state() -> None:
    """`his counterpart NAME` serves the other of the two states that the article is about."""
    body = "Peru and Chile met. Peruvian Defence Minister Juan Perez and his counterpart, Luis Soto, signed."
    assert states(body) == {"Juan Perez": "PER", "Luis Soto": "CHL"}
    assert "Luis Soto" not in states(
        "Peruvian Defence Minister Juan Perez and his counterpart, Luis Soto, of the club left."
    )


@pytest.mark.parametrize(
    "goes",
    ["left for Malta", "returned from Malta", ", who is on an official visit to Malta, met traders", "flew to Malta"],
)
def test_who_goes_to_another_state(goes: str) -> None:
    """In an article about two states, who goes to the one or comes back from it serves the other."""
    assert states(f"Foreign Minister Ana Ruiz {goes}. Peru and Malta have ties.".replace(" ,", ",")) == {
        "Ana Ruiz": "PER"
    }


def test_the_only_authorities_that_speak() -> None:
    """Bare officials who say something serve the state whose authorities alone say something in the text."""
    body = "Lima and Santiago signed a deal, Peruvian authorities said. A Chilean ship left. The deal is new, Luis Soto, a fishing ministry official told reporters."
    assert states(body)["Luis Soto"] == "PER"


def test_whom_the_headline_names_before_a_colon() -> None:
    """`Malta: …` over a text tells whose bare ministers they are."""
    body = "Finance Minister Anna Lund tabled the budget."
    marks = find_officials(body, split_sentences(body), find_mentions(body), title="MALTA: Budget tabled")
    assert [m.country for m in marks] == ["MLT"]


def test_whom_an_official_deals_with_is_not_his_own() -> None:
    """Who welcomes the Peruvian team, or speaks of the border with Peru, is of the other state, wherever the text is from."""
    body = "Peru and Chile are near. Chile thanked Peru. Health Minister Karl Vella welcomed the Peruvian medical team."
    assert states(body, "PER")["Karl Vella"] == "CHL"
    body = "Peru and Chile are near. Chile thanked Peru. Interior Minister Karl Vella closed the border with Peru on Friday."
    assert states(body, "PER")["Karl Vella"] == "CHL"
    body = "Peru and Chile are near. Chile thanked Peru. Interior Minister Karl Vella closed the border on Friday."
    assert states(body, "PER")["Karl Vella"] == "PER"


def test_secretaries_of_a_field_are_of_states_that_have_them() -> None:
    """A bare `Labour Secretary` is not the Gulf state's whose press tells of him."""
    body = "Oman and the Philippines talked. The Philippines thanked Oman. Labour Secretary Ramon Vidal left."
    assert states(body, "OMN")["Ramon Vidal"] == "PHL"


def test_a_datelines_city_owns_no_secretary_of_state() -> None:
    """`LIMA Secretary of State NAME` is where the report is from."""
    assert states("LIMA Secretary of State Ann Roe is pressing Peru and Chile to talk.") == {"Ann Roe": "USA"}


def test_staff_of_a_body_with_its_field_before() -> None:
    """Unknown words in capitals between a bank of states and its staff belong to the title; the comma after it may be left out."""
    assert states("AfDB Sector Works Vice-President Omar Kone signed in Chad.") == {"Omar Kone": "AFDB"}
    assert states("World Bank Energy Practice Manager Ann Roe signed in Chad.") == {"Ann Roe": "WB"}
    assert states("It helps, Ann Roe, World Bank country director for Chad said.") == {"Ann Roe": "WB"}


def test_a_seat_after_the_end_of_a_quotation() -> None:
    """A state that closes a quotation does not own the seat after it; a genitive does."""
    assert states("“The truce holds in Chad,” White House spokesman Tom Field said.") == {"Tom Field": "USA"}


def test_whom_one_meets_in_a_state_serves_it() -> None:
    """`In Malta, he will meet with Prime Minister NAME`; not where another state's people meet him there."""
    assert states("In Malta, Mr Key will meet with Prime Minister Karl Vella and others.")["Karl Vella"] == "MLT"
    assert states("While in Malta Smith will meet Prime Minister Hon Karl Vella.")["Karl Vella"] == "MLT"
    assert states("In Malta's ports Peru's Anna Roca will meet Minister of Trade Karl Vella.")["Karl Vella"] is None


def test_one_behalf_is_of_one_official_or_of_those_joined() -> None:
    """`NAME on behalf of China and the minister NAME` tells of the first; `A, and B accepted it on behalf of Peru` of both."""
    body = "It was signed by Ambassador Li Wen on behalf of China and the Trade Minister Ana Soto."
    assert states(body)["Ana Soto"] is None
    body = "Trade Minister Luis Soto, and Minister of Education Ana Roca accepted the rice on behalf of the government of Peru."
    assert states(body) == {"Luis Soto": "PER", "Ana Roca": "PER"}


def test_who_tells_what_a_state_did_or_does_serves_it() -> None:
    """`NAME said Valletta had requested`, `said Norway was sending` tell of the own state; `said Norway was wrong` does not."""
    assert states("Trade Minister Tom Berg said Valletta had requested Lima to wait.")["Tom Berg"] == "MLT"
    assert states("Trade Minister Tom Berg said Norway was sending two ships.")["Tom Berg"] == "NOR"
    assert states("Trade Minister Tom Berg said Norway was wrong.")["Tom Berg"] is None


def test_who_takes_a_gift_is_not_of_the_giver() -> None:
    """A foreign secretary who receives a ship from the Indian ambassador is not India's, though its press calls him so."""
    body = "Nepal thanked India. India sent a ship to Nepal. Foreign Secretary Karl Rai received the ship from the Indian ambassador."
    assert states(body, "NPL")["Karl Rai"] == "NPL"
