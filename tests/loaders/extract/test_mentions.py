"""States found in text: which words name a state, which only look like one. All sentences are made up."""

from __future__ import annotations

import pytest

from bilateral.loaders.extract.states.mentions import find_mentions
from bilateral.schema.values import PartialDate


def named(text: str) -> list[str]:
    """The codes that the text names, in order, repeats left out."""
    return list(dict.fromkeys(mention.code for mention in find_mentions(text)))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Peru and Chile opened a border crossing.", ["PER", "CHL"]),
        ("The United States (US) and the U.K. spoke to the U.S.-led group in the USA.", ["USA", "GBR"]),
        ("US-Pakistan talks follow the Pakistan-US round.", ["USA", "PAK"]),
        ("Sino-Indian trade and Franco-German plans", ["CHN", "IND", "FRA", "DEU"]),
        (
            "Indo-Pak and Pak-Afghan trade; Russo-Turkish and Anglo-Irish ties",
            ["IND", "PAK", "AFG", "RUS", "TUR", "GBR", "IRL"],
        ),
        ("Pakistan’s ministers met Japan's; the Maldives’ did not.", ["PAK", "JPN", "MDV"]),
        ("LIMA: The envoy left.", ["PER"]),
        ("TAJIKISTAN AND THE SWISS SIGN ACCORD", ["TJK", "CHE"]),
        ("Türkiye, Côte d’Ivoire, São Tomé and Príncipe, Turkiye", ["TUR", "CIV", "STP"]),
        ("A Frenchman, two Danes, three Finns and some Filipinos", ["FRA", "DNK", "FIN", "PHL"]),
        ("The Dutch king, the Swiss president, Americans, Britons", ["NLD", "CHE", "USA", "GBR"]),
        ("Papua New Guinea, Equatorial Guinea, Guinea-Bissau, Guinea", ["PNG", "GNQ", "GNB", "GIN"]),
        ("Niger and Nigeria; Nigerien and Nigerian officers", ["NER", "NGA"]),
        ("The Dominican Republic and Dominica", ["DOM", "DMA"]),
        ("South Sudan and Sudan", ["SSD", "SDN"]),
        ("Mali, Oman, Togo, Chad's army", ["MLI", "OMN", "TGO", "TCD"]),
        ("Taiwan, Hong Kong, Macau, Palestine, Kosovo", ["TWN", "HKG", "MAC", "PSE", "XKX"]),
        ("Northern Ireland's ministers met British and Irish officials.", ["GBR", "IRL"]),
        ("The former Yugoslavia, the USSR and East Germany", ["YUG", "SUN", "DDR"]),
        ("The DPRK and the Republic of Korea", ["PRK", "KOR"]),
        ("The Kremlin, the White House, Downing Street and the Élysée", ["RUS", "USA", "GBR", "FRA"]),
        ("Macedonia changed its name to North Macedonia.", ["MKD"]),
        ("The U.N., the EU, NATO and ASEAN, and the African Union", ["UN", "EU", "NATO", "ASEAN", "AU"]),
        ("United\nStates and New\nZealand", ["USA", "NZL"]),
        ("La Réunion and Malé, Maldives", ["REU", "MDV"]),
        ("Peru won. Israel pounds the hills. The Saudi crown prince left.", ["PER", "ISR", "SAU"]),
        ("The Holy See Permanent Observer spoke with US Army General Street.", ["VAT", "USA"]),
        ("An Indian-American lawmaker; Cuban-Americans", ["USA"]),
        ("Russian-American talks; a ship in Turkish waters; in French ports", ["RUS", "USA", "TUR", "FRA"]),
        ("Camps in Iraqi and Syrian territory", ["IRQ", "SYR"]),
        ("The Philippine Department of Defense; Peru's State Department", ["PHL", "PER"]),
        ("The U.S. State Department and the Pentagon", ["USA"]),
        ('"They must leave Libya," White House aides said.', ["LBY", "USA"]),
        ("Tel Aviv is in Israel.", ["ISR"]),
        ("Pro-Russian rebels and anti-American crowds", ["RUS", "USA"]),
    ],
)
def test_words_that_name_states(text: str, codes: list[str]) -> None:
    """Names, short forms, demonyms, capitals, seats, pairs with a hyphen and capitals in datelines are found."""
    assert named(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "Ships crossed the Indian Ocean and the South China Sea into the Gulf of Mexico and the Persian Gulf.",
        "Voters in New Mexico, New Jersey, New England and West Virginia",
        "The Washington Post and the Jerusalem Post disagreed with the Moscow Times.",
        "The governor of Washington state met the mayor of Seattle, Washington.",
        "She grew up in Paris, Texas, then in Lebanon, Pennsylvania, and in Peru, Indiana.",
        "They live in Jamaica, Queens, near Jamaica Bay.",
        "Paris Hilton and Cuba Gooding flew with American Airlines.",
        "Bank of China, Air India and the London Stock Exchange rose.",
        "Michael Jordan scored; Mr. Jordan smiled at Judge Ireland and Robert Holland.",
        "Chad Mirkin and Jordan Mallory wrote the paper.",
        "Guinea pigs and guinea fowl were sold with Turkey sandwiches.",
        "Polish your shoes.",
        "tell us who is on call; this is it",
        "The Doha Round, the Paris Agreement and the Vienna Convention apply.",
        "African Americans, Native Americans and West Indians",
        "Latin America and South American teams",
        "The Korean Peninsula and the Taiwan Strait",
        "Mexican-looking is one word: Mexicanlike; Indiana, Malian-o, Romania1",
        "She paid US$ 5 and then 40 US dollars.",
        "TELL US WHO WILL COME",
        "Reunion of the class; the reunion was held at a hotel. Male workers came.",
        "The Lima Gazette printed it in Peru Street; China Eastern Airlines flew.",
        "It cost 90 Pakistani rupees, 40 Hong Kong dollars or 10 Japanese yen.",
        "Bavarian beer and Catalan songs",
        "Atlanta, Georgia, elected a mayor; Georgia voters in Savannah and Alabama saw it.",
        "A hotel in San Jose, near Hamilton and Victoria",
        "An Indian reservation in Arizona",
        "He spoke in Spanish, then in French and German. The French-speaking crowd learned Russian.",
        "A Turkish translation of the Polish-language book by ethnic Albanians",
        "It cost AU$5.",
        "Write to embassy@US.example or visit x_US_y.",
        "",
    ],
)
def test_words_that_only_look_like_states(text: str) -> None:
    """Seas, provinces, newspapers, firms, persons, dishes and pronouns name no state."""
    assert [m.surface for m in find_mentions(text) if m.surface not in {"Mexican", "Malian"}] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Georgia's parliament in Tbilisi answered Russia.", ["GEO", "RUS"]),
        ("Armenia, Georgia and Azerbaijan joined.", ["ARM", "GEO", "AZE"]),
        ("Jordan's King Abdullah flew to Amman.", ["JOR"]),
        ("Jordan Prime Minister Omar Example arrived from Iraq.", ["JOR", "IRQ"]),
        ("Chad President Example visited Niger.", ["TCD", "NER"]),
        ("Turkey recalled its envoy.", ["TUR"]),
        ("Korea exports ships; Korean yards are busy.", ["KOR"]),
        ("North Korea fired; the Korean leader smiled.", ["PRK"]),
        ("North Korea and South Korea met; the Korean side smiled.", ["PRK", "KOR"]),
        ("Congo-Brazzaville's Congolese president", ["COG"]),
        ("Congo and its Congolese army", ["COD"]),
        ("Dominica's premier; the Dominican cabinet", ["DMA"]),
        ("Kinshasa and the DRC", ["COD"]),
        ("Jamaica: a ship reached Kingston.", ["JAM"]),
    ],
)
def test_words_that_depend_on_the_rest_of_the_article(text: str, codes: list[str]) -> None:
    """Georgia, Jordan, Chad, Korea, Congo and weak capitals are read by what else is named."""
    assert named(text) == codes


def test_offsets_are_true_and_kinds_are_told() -> None:
    """A mention's span holds its surface, and its kind says what word it is."""
    body = "“Türkiye’s” envoy – a Danish one – left Lima for the Kremlin, the EU said. Sino-Thai trade."
    mentions = find_mentions(body)
    assert [body[m.start : m.end] for m in mentions] == [m.surface for m in mentions]
    assert [(m.surface, m.kind) for m in mentions] == [
        ("Türkiye", "name"),
        ("Danish", "demonym"),
        ("Lima", "capital"),
        ("Kremlin", "seat"),
        ("EU", "igo"),
        ("Sino", "demonym"),
        ("Thai", "demonym"),
    ]


def test_the_same_text_gives_the_same_mentions() -> None:
    """Nothing but the text decides."""
    text = "Georgia and Jordan signed; Korea watched from Seoul and Pyongyang."
    assert find_mentions(text) == find_mentions(text)


@pytest.mark.parametrize(
    ("published", "codes"),
    [("2004-05-01", ["SCG"]), ("2006", ["SCG"]), ("2015-01-01", ["SRB", "MNE"]), (None, ["SCG"])],
)
def test_a_union_that_is_no_more_is_its_two_states(published: str | None, codes: list[str]) -> None:
    """'Serbia and Montenegro' was one state until 2006 and has been two since."""
    text = "The ministers of Serbia and Montenegro met in Bar."
    found = find_mentions(text, PartialDate.parse(published) if published else None)
    assert [m.code for m in found] == codes
    assert all(text[m.start : m.end] == m.surface for m in found)
