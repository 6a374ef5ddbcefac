"""The states as data: every code agrees with other lists, every name leads to its own state."""

from __future__ import annotations

import re
import time

import pycountry
import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from rigour.territories import get_territory, get_territory_by_qid

from bilateral.errors import UsageError
from bilateral.schema.states import State, fold, states

STATES = [state for state in states().all if state.kind == "state"]
FORMER = [state for state in states().all if state.kind == "former"]
ORGANIZATIONS = [state for state in states().all if state.kind == "organization"]

#: Codes of the exchange format that must be there.
FORMAT = [
    "UN",
    "EU",
    "NATO",
    "AU",
    "ASEAN",
    "SCO",
    "GCC",
    "OIC",
    "SAARC",
    "BRICS",
    "G7",
    "G20",
    "WB",
    "IMF",
    "IAEA",
    "WTO",
    "WHO",
    "WFP",
    "UNICEF",
    "UNHCR",
    "IOM",
    "OPEC",
    "ECO",
    "ECOWAS",
    "CIS",
    "OSCE",
    "APEC",
    "MERCOSUR",
    "ADB",
    "AIIB",
    "ISA",
    "COMMONWEALTH",
    "XKX",
    "SUN",
    "YUG",
    "CSK",
]
#: Wikidata has an item for the two islands together; rigour takes that of Svalbard.
OTHER_ITEM = {"SJM"}


def ids(state: State) -> str:
    return state.code


def test_every_country_of_iso_3166_1_is_there() -> None:
    """The 249 countries of ISO 3166-1 and Kosovo are the states, no more and no less."""
    assert {state.code for state in STATES} == {country.alpha_3 for country in pycountry.countries} | {"XKX"}


@pytest.mark.parametrize("code", FORMAT)
def test_codes_of_the_exchange_format_are_known(code: str) -> None:
    """Every code that the exchange format names exists."""
    assert states().get(code).code == code


@pytest.mark.parametrize("state", STATES, ids=ids)
def test_iso_codes_agree_with_iso(state: State) -> None:
    """Alpha-2 and the number are those of the ISO list; Kosovo has the user-assigned XK and no number."""
    country = pycountry.countries.get(alpha_3=state.code)
    expected = (country.alpha_2, country.numeric) if country else ("XK", None)
    assert (state.iso2, state.m49) == expected


@pytest.mark.parametrize("state", STATES, ids=ids)
def test_iso_codes_agree_with_cldr_and_rigour(state: State) -> None:
    """CLDR has a name for the alpha-2 code that is ours too; rigour gives the same alpha-3 code and Wikidata item."""
    assert state.iso2 is not None
    territory = get_territory(state.iso2)
    assert territory is not None
    assert (territory.alpha3 or "").upper() == state.code
    assert state.wikidata in territory.qids or state.code in OTHER_ITEM
    cldr = Locale("en").territories[state.iso2]
    assert cldr.startswith("Congo - ") or states().find(cldr) == state.code


@pytest.mark.parametrize("state", FORMER, ids=ids)
def test_former_states_agree_with_iso_3166_3(state: State) -> None:
    """A former state's codes stand in ISO 3166-3, and it ended where its successors are known."""
    country = pycountry.historic_countries.get(alpha_3=state.code)
    assert country is not None
    assert state.valid_to is not None
    assert state.successors
    assert all(code in states() for code in state.successors)
    assert state.iso2 == country.alpha_2 if hasattr(country, "alpha_2") else state.iso2 == country.alpha_4[:2]
    if state.wikidata:
        territory = get_territory_by_qid(state.wikidata)
        assert territory is not None


@pytest.mark.parametrize("state", ORGANIZATIONS, ids=ids)
def test_organisations_have_codes_of_their_own(state: State) -> None:
    """No organisation has the alpha-3 code of a country, and its acronym is a name of it or its code is explained."""
    assert pycountry.countries.get(alpha_3=state.code) is None
    assert state.valid_from is not None
    assert states().find(state.name) == state.code


def test_wikidata_items_are_unique() -> None:
    """No two entries share a Wikidata item, and each item is a Q number."""
    items = [state.wikidata for state in states().all if state.wikidata]
    assert len(items) == len(set(items))
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items)


@pytest.mark.parametrize("code", ["UN", "EU", "NATO"])
def test_wikidata_items_of_organisations_agree_with_rigour(code: str) -> None:
    """Where rigour knows an organisation, it has the same Wikidata item."""
    item = states().get(code).wikidata
    territory = get_territory_by_qid(str(item))
    assert territory is None or territory.code == code.lower()


@pytest.mark.parametrize("state", states().all, ids=ids)
def test_every_name_leads_to_its_own_state(state: State) -> None:
    """Code, names and aliases of a state resolve to it, in capitals and small letters too."""
    for name in (state.code, state.name, *state.names, *state.aliases):
        found = {states().resolve(form) for form in (name, name.upper(), name.lower())}
        assert found == {state.code}, name


@pytest.mark.parametrize("state", states().all, ids=ids)
def test_demonyms_capitals_and_seats_lead_to_their_own_state(state: State) -> None:
    """What is not a name still resolves to the state, unless it is another state's name (Guatemala City is not)."""
    for word in (*state.demonyms, *state.capitals, *state.seats):
        assert states().find(word) == state.code, word


def test_no_word_is_given_twice() -> None:
    """A name, demonym, capital or seat stands with one state only."""
    seen: dict[str, str] = {}
    for state in states().all:
        for word in {*state.names, *state.demonyms, *state.capitals, *state.seats}:
            assert seen.setdefault(word, state.code) == state.code, word


def test_years_of_existence() -> None:
    """Known years are kept, and none ends before it begins."""
    years = {
        code: (str(states().get(code).valid_from), str(states().get(code).valid_to))
        for code in ("PAK", "SUN", "SSD", "SCG", "DDR")
    }
    assert years == {
        "PAK": ("1947", "None"),
        "SUN": ("1922", "1991"),
        "SSD": ("2011", "None"),
        "SCG": ("2003", "2006"),
        "DDR": ("1949", "1990"),
    }
    for state in states().all:
        if state.valid_from and state.valid_to:
            assert state.valid_from.before(state.valid_to) == "yes", state.code


def test_regions_of_the_states_of_the_first_articles() -> None:
    """Pakistan is South Asian, Tajikistan Central Asian and landlocked, and neither is an island."""
    assert {"South Asian", "Asian"} <= set(states().get("PAK").regions)
    assert {"Central Asian", "landlocked"} <= set(states().get("TJK").regions)
    assert "island" not in states().get("PAK").regions + states().get("TJK").regions


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("pk", "PAK"),
        ("no", "NOR"),
        ("U.S.", "USA"),
        ("the United States of America", "USA"),
        ("TÜRKIYE", "TUR"),
        ("Turkiye", "TUR"),
        ("Cote d’Ivoire", "CIV"),
        ("Korea (the Republic of)", "KOR"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Netherlands (the)", "NLD"),
        ("Dutch", "NLD"),
        ("Danes", "DNK"),
        ("Kremlin", "RUS"),
        ("Dushanbe", "TJK"),
        ("USSR", "SUN"),
        ("African Union", "AU"),
        ("au", "AU"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("Reunion", "REU"),
        ("Allemagne", "DEU"),
        ("Moskau", "RUS"),
    ],
)
def test_what_people_write_resolves(text: str, code: str) -> None:
    """Codes, old names, demonyms, capitals, other spellings and other languages lead to the code."""
    assert states().resolve(text) == code


@pytest.mark.parametrize("text", ["", " ", "Atlantis", "123", "the", "💥", "x" * 10_000])
def test_what_is_no_state_is_refused(text: str) -> None:
    """Text that names no state raises UsageError instead of a guess."""
    with pytest.raises(UsageError, match="no state"):
        states().resolve(text)


def test_the_message_suggests_the_nearest_names() -> None:
    """A slip of the pen is answered with the state that was meant."""
    with pytest.raises(UsageError, match=r"Pakistan \(PAK\)"):
        states().resolve("Pakistann")
    with pytest.raises(UsageError, match="TJK"):
        states().get("TJ")


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever is asked, the answer is a known code or None."""
    found = states().find(text)
    assert found is None or found in states()


def test_long_text_is_refused_at_once() -> None:
    """A megabyte of nonsense is refused in bounded time, and not repeated in the message."""
    begin = time.process_time()
    with pytest.raises(UsageError) as error:
        states().get("Pakistani " * 100_000)
    assert time.process_time() - begin < 5
    assert len(str(error.value)) < 400


def test_folding_compares_names() -> None:
    """Case, accents, punctuation and the article do not matter."""
    assert fold("The Côte d’Ivoire") == fold("COTE D'IVOIRE")
    assert fold("Trinidad & Tobago") == fold("Trinidad and Tobago")
    assert fold("Bahamas (the)") == fold("The Bahamas")


def test_states_are_read_quickly() -> None:
    """Reading all files takes a small part of a second (0.05 s where this was written)."""
    states.cache_clear()
    begin = time.process_time()
    states()
    assert time.process_time() - begin < 0.5
