"""The type of an instrument, and whether its noun is too weak to stand alone.

Input: an instrument as read. Output: a type of the exchange format; yes or no.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.areas import find_areas
from bilateral.loaders.extract.text.lexicon import word_lists, word_set
from bilateral.loaders.extract.text.phrases import fold_phrase

if TYPE_CHECKING:
    from bilateral.loaders.extract.agreements.instrument import Instrument

__all__ = ["GRANTS", "LOANS", "is_weak", "of_one_house", "type_of"]

_PAIR: Final = 2
_PLAIN: Final = frozenset({"agreement", "deal", "pact", "accord", "arrangement", "compact"})
_OF_WORK: Final = frozenset({"cooperation", "partnership", "framework", "services"})
_NARROWER: Final = ("ceasefire", "financing", "contract", "treaty", "protocol")
_AMENDED: Final = re.compile(r"agreement|treaty|protocol|accord|convention|pact", re.IGNORECASE)
_WITH_NAME: Final = re.compile(r"(?:with|between) (?:the |neighbou?ring )?[A-Z]")
_OF_HOUSES: Final = re.compile(
    r" of (?:the )?(?:(?:national|federal|people['’]s|legislative|central|state|general|communist|ruling) ){0,3}"
    r"(?:parliament|both houses|two houses|congress|house|senate|assembly|diet|lawmakers|legislature|chiefs|party|politburo)\b",
    re.IGNORECASE,
)
GRANTS: Final = frozenset({"grant", "relief grant", "grant aid"})
LOANS: Final = frozenset({"loan", "soft loan", "concessional loan", "preferential loan", "development loan", "credit"})
_FOR_LOAN: Final = re.compile(
    r"(?:for|on) (?:an? |the )?(?:[\w$€£.,-]+ ){0,3}(?:loans?|grants?|credits?|credit line|line of credit)\b"
)
_ONLY_SIGNED: Final = GRANTS | LOANS | {"understanding", "plan", "program", "programme", "schedule"}
_EXCHANGED: Final = (
    "exchange ",
    "exchanges ",
    "note",
    "diplomatic note",
    "letters of exchange",
    "letter of exchange",
    "notes verbales",
)
_FUNDS: Final = re.compile(
    r"\b(?:grants?|loans?|credits?|grant aid|grant assistance|financial assistance|debt)\b", re.IGNORECASE
)
_STATEMENTS: Final = frozenset({"statement", "declaration", "communique", "communiqué"})


def type_of(body: str, made: Instrument) -> str:
    """Tell the type from the noun, its modifiers and its purpose."""
    if made.noun.startswith(_EXCHANGED) and _FUNDS.search(body, *(made.topic or (0, 0))):
        return "financing"
    if made.noun.split()[-1] not in _PLAIN or made.type not in {"agreement", "contract"}:
        return made.type
    front = {w for word in made.modifiers[-2:] for w in word.casefold().split()}
    if made.type == "agreement" and _OF_WORK & set(made.noun.split()):
        front -= word_set("agreement_words", "modifier contract")
    kinds = [kind for kind in _NARROWER if front & word_set("agreement_words", f"modifier {kind}")]
    return kinds[0] if kinds else _type_by_topic(body, made)


def _type_by_topic(body: str, made: Instrument) -> str:
    """Tell the type from what the instrument is for: 'a deal to end the war', 'an agreement for a loan'."""
    topic = body[made.topic[0] : made.topic[1]].casefold() if made.topic else ""
    if any(phrase in topic for phrase in word_set("agreement_grammar", "nouns to peace")):
        return "ceasefire"
    if _FOR_LOAN.match(topic):
        return "financing"
    words = [*topic.split()[:2], "", ""]
    trades = words[0] in {"to", "for"} and words[1] in word_set("agreement_words", "purpose contract")
    return "contract" if trades else made.type


def of_one_house(body: str, made: Instrument) -> bool:
    """Tell whether a body is one of a parliament: 'the joint committee of both houses'."""
    return made.type == "framework" and bool(_OF_HOUSES.match(body, made.head_end))


def is_weak(body: str, made: Instrument, *, capital: bool) -> bool:
    """Tell whether a noun of many meanings stands without anything that lifts it."""
    if made.noun not in _weak():
        return False
    if made.noun in _ONLY_SIGNED or (made.noun == "document" and made.plural):
        return True
    if made.noun in word_set("agreement_grammar", "nouns bodies"):
        return len(made.codes) < _PAIR and not _is_joint(body, made) and not _has_partner(body, made)
    if made.noun == "amendment":
        return not (made.topic and _AMENDED.search(body, *made.topic))
    return not _is_lifted(body, made, capital=capital)


def _is_lifted(body: str, made: Instrument, *, capital: bool) -> bool:
    """Tell whether a capital, an area or a state in the phrase makes a weak noun count."""
    about = bool(find_areas(body[made.start : made.head]))
    if made.noun == "partnership" or (made.noun == "dialogue" and not capital):
        return bool((capital if made.noun == "partnership" else about) and (made.codes or made.partners))
    if made.noun in _STATEMENTS:
        return bool(capital and made.topic)
    return bool(about or made.codes or made.anaphoric or (capital and (made.modifiers or made.topic)))


def _has_partner(body: str, made: Instrument) -> bool:
    """Tell whether a body is one with a name: 'a border committee with Chad', 'a commission between Chad and Mali'."""
    start, end = made.partners or (0, 0)
    if made.topic is not None and made.topic[0] < start:
        return False  # 'a committee on relations with Chad'
    return bool(_WITH_NAME.match(body, start, end))


def _is_joint(body: str, made: Instrument) -> bool:
    """Tell whether a body is one of two governments: 'the Permanent Joint Commission'."""
    front = body[made.start : made.head].casefold().replace("-", " ").split()
    return bool(set(front) & word_set("agreement_grammar", "nouns joint"))


@cache
def _weak() -> frozenset[str]:
    return frozenset(fold_phrase(noun) for noun in word_lists("agreement_words")["weak"])
