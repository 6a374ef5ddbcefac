"""Whether a status word takes an instrument: 'signed … the treaty', 'the treaty … was signed', 'the signing of the treaty'.

Input: one reading of the word, the words between it and the instrument. Output: yes or no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.text.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.loaders.extract.agreements.instrument import Instrument
    from bilateral.loaders.extract.agreements.status_words import Trigger
    from bilateral.loaders.extract.surface.lines import Line

__all__ = ["CONFORMING", "allowed", "follows", "opens_clause", "sits", "takes"]

_PLAIN_TYPES: Final = frozenset({"agreement", "contract", "ceasefire", "treaty"})
_RAISING: Final = frozenset({"elevate", "raise", "upgrade"})
_SIGNING: Final = frozenset({"sign", "ink", "conclude", "initial", "exchange"})
_TURNING: Final = frozenset({"of", "with", "under", "for", "to", "by", "from", "after"})
_RELATIVE: Final = (["that"], ["which"], [",", "which"], ["that", "has"], ["which", "has"], [",", "which", "has"])
_QUOTES: Final = frozenset({"”", "“", '"', "’", "‘", "'"})
_PREPOSITIONS: Final = frozenset({"with", "without", "in", "by", "at", "on", "after", "before", "over"})
_NOT_DOERS: Final = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "they", "he", "she", "it", "we", "had"}
)
_SUBORDINATE: Final = frozenset({"after", "when", "while", "because", "before", "since", "as", "although"})
CONFORMING: Final = frozenset(
    {"in line with", "in accordance with", "in keeping with", "in conformity with", "in compliance with"}
)
_FAR: Final = 7
_NOUN_FAR: Final = 4
_LINKED_FAR: Final = 2
_PASSIVE: Final = 4
_LONGEST: Final = 18


def allowed(trigger: Trigger, instrument: Instrument) -> bool:
    """Tell whether the reading fits the instrument's type; to extend a loan is to give one, the end of a session ends no body."""
    if instrument.type == "framework" and trigger.lemma == "end":
        return False
    if instrument.type == "joint_statement" and trigger.lemma in CONFORMING:
        return False
    if trigger.only is None:
        return not (instrument.type == "financing" and trigger.lemma == "extend")
    return trigger.only == instrument.type or (trigger.only == "plain" and instrument.type in _PLAIN_TYPES)


def takes(trigger: Trigger, gap: Sequence[str], before: str) -> bool:
    """Tell whether a status word takes the instrument that stands `gap` words on; `before` is the word before it."""
    if trigger.relation == "noun":
        return _noun_takes(trigger, gap)
    return _opens_line(trigger, gap, before) or _verb_takes(trigger, _unmeasured(_past_aside(gap)), before)


def _verb_takes(trigger: Trigger, gap: Sequence[str], before: str) -> bool:
    """Read 'signed … the treaty', where nothing turns the verb to something else."""
    if trigger.relation != "object" or len(gap) > _FAR or set(gap) & (_grammar("status blocks") | {"by", "between"}):
        return False
    if trigger.form in {"past", "participle"} and before in _grammar("status be"):
        return False
    if trigger.status in {"terminated", "suspended"} and set(gap[:1]) & _PREPOSITIONS:
        return False  # 'the talks ended without a deal'
    if trigger.lemma in {"have", "has"} and set(gap) - _grammar("status adverbs"):
        return False
    return not _leads_elsewhere(trigger, gap) and not (len(gap) > 1 and "," in gap)


def _leads_elsewhere(trigger: Trigger, gap: Sequence[str]) -> bool:
    """Tell whether a preposition between verb and instrument turns the verb to something else: 'made concessions for a deal'."""
    agrees, raises = trigger.lemma.startswith("agree"), trigger.lemma in _RAISING
    if "for" in gap[1:] and trigger.status in {"signed", "agreed"} and not {"behalf", "time"} & set(gap):
        return True
    if "to" in gap and not (gap[-1] == "to" and (agrees or raises)):
        return True
    if "with" in gap and gap[0] != "with" and not raises:
        return True
    opening = () if _signed_there(trigger, gap) else _untimed(gap)[:1]
    return bool(set(opening) & {"in", "at", "on", "of"}) and trigger.form != "ing" and not agrees


def _signed_there(trigger: Trigger, gap: Sequence[str]) -> bool:
    """Read 'signed in Oslo on Monday a treaty'."""
    return trigger.lemma in _SIGNING and gap[:1] in (["in"], ["at"]) and not set(gap) & _TURNING


def _untimed(gap: Sequence[str]) -> Sequence[str]:
    """Leave out a day right after the verb: 'ratified on Tuesday an agreement'."""
    days = _grammar("topic days")
    while gap and (gap[0] in _grammar("status time between") or (gap[0] == "on" and set(gap[1:2]) & days)):
        gap = gap[1:]
    return gap


def _opens_line(trigger: Trigger, gap: Sequence[str], before: str) -> bool:
    """Read 'Signed in 2015, the agreement …', 'Agreed on Friday, the truce …'."""
    done = trigger.relation == "object" and trigger.form in {"past", "participle"} and not before
    return (
        done and gap[-1:] == [","] and len(gap) <= _FAR and gap[0] in {"in", "on", "at", "by", "last", "this", "only"}
    )


def _past_aside(gap: Sequence[str]) -> Sequence[str]:
    """Leave out a day between commas: 'signed, on Monday, the treaty', 'signed, Wednesday, November 30, the pact'."""
    commas = [at for at, low in enumerate(gap[: _FAR + 1]) if low == ","]
    opens = _grammar("topic days") | {"on", "yesterday", "today", "last"}
    aside = len(commas) > 1 and commas[0] == 0 and gap[1] in opens
    return gap[commas[-1] + 1 :] if aside else gap


def _unmeasured(gap: Sequence[str]) -> Sequence[str]:
    """Leave out how long it is to last, right after the verb: 'prolonged by a year', 'extended until 2030'."""
    units = [
        at for at, low in enumerate(gap[:_NOUN_FAR]) if low in {"year", "years", "month", "months", "week", "weeks"}
    ]
    if gap[:1] and gap[0] in {"by", "for"} and units:
        return gap[units[0] + 1 :]
    return gap[2:] if gap[:1] == ["until"] and gap[1:2] and gap[1].isdigit() else gap


def _noun_takes(trigger: Trigger, gap: Sequence[str]) -> bool:
    """Read 'the signing of', 'talks this week on a', and phrases that hold their preposition."""
    gap = _past_partners(_untimed([low for low in gap if low not in _QUOTES]))
    if trigger.lemma.split()[-1] in _grammar("status linking") or trigger.lemma in CONFORMING:
        return len(gap) <= _LINKED_FAR
    return 0 < len(gap) <= _NOUN_FAR and gap[0] in _grammar("status linking")


def _past_partners(gap: Sequence[str]) -> Sequence[str]:
    """Leave out between whom: 'talks between A and B on a', 'negotiations with A over the'."""
    if gap[:1] not in (["between"], ["with"], ["among"]):
        return gap
    on = next(
        (at for at, low in enumerate(gap) if at > 1 and low in {"on", "over", "about", "for", "towards", "toward"}), 0
    )
    return gap[on:] if on else gap


def follows(trigger: Trigger, words: Sequence[str]) -> bool:
    """Tell whether a status word says something of the instrument that stands `words` before it."""
    gap = [low for low in _without_brackets(words) if low not in _QUOTES]
    if trigger.relation == "describes":
        return not set(gap) - {"also", "already", "now", "which", "that", ","}
    if trigger.relation == "subject":
        return _subject_follows(gap)
    if trigger.relation == "noun":
        waited = trigger.lemma in _grammar("status waited for") and set(gap) <= _grammar("status waiting")
        return (bool(gap) and waited) or (not gap and trigger.lemma in _grammar("status after noun"))
    done = trigger.relation == "object" and trigger.form in {"past", "participle"}
    return done and (_passive_follows(trigger, gap) or _in_relative(gap))


def sits(trigger: Trigger, gap: Sequence[str], instrument: Instrument) -> bool:
    """Read 'the Joint Commission session', 'the joint committee meeting'."""
    return not gap and instrument.type == "framework" and trigger.lemma in _grammar("status at work")


def opens_clause(line: Line, at: int, instrument: Instrument, row_end: int) -> bool:
    """Tell whether a state right after the noun begins 'the pact A and B struck'."""
    at += line.low(at) == "the"
    if line.low(at) in {"two", "both"} and line.low(at + 1) in _grammar("parties doing"):
        return row_end == instrument.end
    bare = row_end == instrument.end and instrument.partners is None
    return bare and at < len(line.words) and line.state_at(at)


def _in_relative(gap: Sequence[str]) -> bool:
    """Read 'the treaty that A and B … signed'."""
    gap = gap[1:] if gap[:1] == [","] else gap
    return (
        gap[:1] in (["that"], ["which"])
        and 1 < len(gap) <= _FAR
        and not (
            set(gap) & _NOT_DOERS or gap[1].endswith("ed")  # 'which settled claims left by the war'
        )
    )


def _subject_follows(gap: Sequence[str]) -> bool:
    """Read 'the truce … collapsed', 'the treaty signed by A and B … entered into force', 'a pact that expired'."""
    if list(gap) in _RELATIVE or _after_relative(gap):
        return True
    gap = gap[1:] if gap[:1] == [","] and set(gap[1:2]) & _grammar("status made") else gap
    if gap and gap[0] in _grammar("status made"):
        return len(gap) <= _LONGEST and not set(gap) & {"that", "who", "said"}
    return len(gap) <= _FAR + gap.count(",") * 2 and not set(gap) & {"that", "who", "said", "by", "and"}


def _after_relative(gap: Sequence[str]) -> bool:
    """Read 'the pact that A and B signed in 2018 … came into force'."""
    gap = gap[1:] if gap[:1] == [","] else gap
    made = set(gap[2:]) & (_grammar("status made") | {"made", "with"})
    opened = gap[:1] in (["that"], ["which"])
    if gap[1:2] == ["which"] or gap[:1] == ["whereby"]:
        return len(gap) <= _LONGEST and not set(gap) & {"who", "said", "and"}
    return opened and bool(made) and len(gap) <= _LONGEST and not set(gap) & {"who", "said"}


def _passive_follows(trigger: Trigger, gap: Sequence[str]) -> bool:
    """Read 'the treaty … was signed', 'the treaty signed'."""
    breaks = [at for at, low in enumerate(gap) if low in _SUBORDINATE]
    if breaks and "," not in gap[breaks[-1] :]:
        return False  # 'the pact, months after the police were withdrawn'
    if set(gap[-_PASSIVE:]) & _grammar("status be"):
        return not set(gap) & {"who", "said"} and gap.count(",") <= 2  # noqa: PLR2004 - one parenthesis
    return trigger.lemma != "end" and len(gap) <= 1 and set(gap) <= _grammar("status adverbs")


def _without_brackets(words: Sequence[str]) -> list[str]:
    """Leave out what stands in brackets."""
    kept: list[str] = []
    depth = 0
    for low in words:
        depth += low in {"(", "["}
        if not depth:
            kept.append(low)
        depth -= low in {")", "]"} and depth > 0
    return kept


def _grammar(key: str) -> frozenset[str]:
    return word_set("agreement_grammar", key)
