"""From judgements to groups: what is the same is joined, what a person or an article tells apart stays apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bilateral.graph.judgement import Judgement

__all__ = ["cluster"]


def cluster(
    things: Mapping[str, frozenset[str]], judgements: Iterable[Judgement]
) -> tuple[tuple[tuple[str, ...], ...], tuple[Judgement, ...]]:
    """Group things (each with the articles that tell it apart from others); also give the judgements that were followed.

    Persons' judgements come first, then the rules' from the highest score. A rule never joins what a person set apart, nor two
    things of one article.
    """
    given = list(judgements)
    groups = _Groups(things, [each for each in given if each.verdict == "different" and each.by_person])
    same = sorted((each for each in given if each.verdict == "same"), key=_rank)
    followed = tuple(each for each in same if groups.join(each))
    return groups.all(), followed


def _rank(judgement: Judgement) -> tuple[bool, float, str, str]:
    return (not judgement.by_person, -(judgement.score or 0.0), judgement.left, judgement.right)


class _Groups:
    def __init__(self, things: Mapping[str, frozenset[str]], apart: list[Judgement]) -> None:
        self._group = {key: {key} for key in things}
        self._articles = {key: set(things[key]) for key in things}
        self._apart: dict[str, set[str]] = {}
        for each in apart:
            self._apart.setdefault(each.left, set()).add(each.right)
            self._apart.setdefault(each.right, set()).add(each.left)

    def join(self, judgement: Judgement) -> bool:
        one, other = self._group.get(judgement.left), self._group.get(judgement.right)
        if one is None or other is None:
            return False
        if one is other:
            return True
        if any(self._apart.get(key, set()) & other for key in one):
            return False
        if not judgement.by_person and self._told_apart(one, other):
            return False
        one |= other
        for key in other:
            self._group[key] = one
        return True

    def _told_apart(self, one: set[str], other: set[str]) -> bool:
        articles = set().union(*(self._articles[key] for key in one))
        return any(self._articles[key] & articles for key in other)

    def all(self) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted({tuple(sorted(group)) for group in self._group.values()}))
