"""Officials whose state the text does not tell beside their name: what their doings in the article make certain.

Input: the article's `Candidate`s, in which such an official stands as `?NAME` for a state, and its `References`. Output: the candidates
with states filled in, those left open dropped, and what was learnt. Who visits a state is of the other of the two that the
article is about; who receives a visitor is of the host.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bilateral.loaders.extract.events.candidate import Candidate
    from bilateral.loaders.extract.scene.reference import References

__all__ = ["UNKNOWN", "fill_unknown"]

UNKNOWN: Final = "?"
_LESS_SURE: Final = 0.15
_FACE_TO_FACE: Final = frozenset({"meeting", "talks", "call"})


def fill_unknown(candidates: Sequence[Candidate], references: References) -> tuple[list[Candidate], dict[str, str]]:
    """Fill in what can be known."""
    learnt = _learn(candidates, references)
    filled = [_fill(c, learnt) for c in candidates]
    return [c for c in filled if c is not None], learnt


def _learn(candidates: Sequence[Candidate], references: References) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    visits = [c for c in candidates if c.mode == "visit"]
    hosts = {code: visit.target for visit in visits for code in _known(visit.source) if len(_known(visit.target)) == 1}
    for visit in visits:
        code = references.other(_known(visit.target)) if visit.target else ()
        for name in _open(visit.source):
            votes[name].update(code * 2)
    for met in candidates:
        for mine, theirs in ((met.source, met.target), (met.target, met.source)):
            for name in _open(mine):
                votes[name].update(_place_votes(met, theirs))
                if met.mode in _FACE_TO_FACE:
                    votes[name].update(_across(_known(theirs), hosts, references))
    return {name: found.most_common(1)[0][0] for name, found in votes.items() if _clear(found)}


def _place_votes(met: Candidate, theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Count the state in whose capital somebody of another state was met, twice."""
    host = met.place_code and met.mode in {*_FACE_TO_FACE, "credentials"} and _known(theirs)
    return (met.place_code,) * 2 if host and met.place_code not in theirs else ()


def _across(known: Sequence[str], hosts: Mapping[str, tuple[str, ...]], references: References) -> tuple[str, ...]:
    """Give the state of one who meets somebody of a known state: the host of his visit, or the visitor's."""
    if len(known) != 1:
        return ()
    if known[0] in hosts:
        return _known(hosts[known[0]])
    visitors = tuple(code for code, host in hosts.items() if _known(host) == (known[0],))
    return visitors if len(visitors) == 1 else references.other(known)


def _clear(votes: Counter[str]) -> bool:
    ranked = votes.most_common(2)
    return len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])


def _fill(candidate: Candidate, learnt: Mapping[str, str]) -> Candidate | None:
    if not any(c.startswith(UNKNOWN) for c in (*candidate.source, *candidate.target)):
        return candidate
    source, target = _read(candidate.source, learnt), _read(candidate.target, learnt)
    target = tuple(c for c in target if c not in source)
    if not source or not (target or candidate.deferred):
        return None
    return replace(candidate, source=source, target=target, confidence=round(candidate.confidence - _LESS_SURE, 2))


def _read(codes: Iterable[str], learnt: Mapping[str, str]) -> tuple[str, ...]:
    found = (learnt.get(c.removeprefix(UNKNOWN), "") if c.startswith(UNKNOWN) else c for c in codes)
    return tuple(dict.fromkeys(c for c in found if c))


def _open(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(c.removeprefix(UNKNOWN) for c in codes if c.startswith(UNKNOWN))


def _known(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(c for c in codes if not c.startswith(UNKNOWN))
