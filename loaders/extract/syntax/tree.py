"""The parse of one sentence as plain values: tokens with heads, and the walks over them that rules need.

Input: tokens of one sentence. Output: `Tree`, which knows children, subtrees and spans. No parser's own objects appear here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.loaders.extract.text.marks import Sentence

__all__ = ["Token", "Tree"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a known phrase kept as one word; `start` and `end` are offsets into the body, `head` an index."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    kind: str = ""

    @property
    def is_root(self) -> bool:
        """Tell whether the token is the top of its tree."""
        return self.head == self.index


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed sentence; the parser may have found several roots in it."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    kids: tuple[tuple[int, ...], ...] = field(default=(), repr=False)
    #: What walks have found below a token, so that no rule walks there twice; nothing that anything depends on.
    walked: dict[int, tuple[Token, ...]] = field(default_factory=dict, repr=False, compare=False)
    below: dict[int, tuple[Token, ...]] = field(default_factory=dict, repr=False, compare=False)
    near: dict[tuple[int, bool, bool], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def build(cls, sentence: Sentence, tokens: Iterable[Token]) -> Tree:
        """Make a tree of tokens whose heads are indexes into them."""
        row = tuple(tokens)
        kids: list[list[int]] = [[] for _ in row]
        for token in row:
            if not token.is_root:
                kids[token.head].append(token.index)
        return cls(sentence, row, tuple(tuple(k) for k in kids))

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Give the children in text order, all or those with one of the relations."""
        tokens, kids = self.tokens, self.kids[token.index]
        if not kids:
            return ()
        if not deps:
            return tuple([tokens[i] for i in kids])
        return tuple([t for i in kids if (t := tokens[i]).dep in deps])

    def head(self, token: Token) -> Token | None:
        """Give the head, None for a root."""
        return None if token.is_root else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Walk from the head up to the root."""
        at = self.head(token)
        while at is not None:
            yield at
            at = self.head(at)

    def subtree(self, token: Token, cut: frozenset[str] = frozenset()) -> tuple[Token, ...]:
        """Give the token and all below it in text order, without branches whose relation is in `cut`."""
        if not self.kids[token.index]:
            return (token,)
        if not cut and (known := self.below.get(token.index)) is not None:
            return known
        tokens, kids = self.tokens, self.kids
        found = [token.index]
        for index in found:
            found += [i for i in kids[index] if tokens[i].dep not in cut] if cut else kids[index]
        below = tuple([tokens[i] for i in sorted(found)])
        if not cut:
            self.below[token.index] = below
        return below

    def root(self, token: Token) -> Token:
        """Give the root above the token."""
        return ([token, *self.ancestors(token)])[-1]

    def span(self, token: Token) -> tuple[int, int]:
        """Give the offsets from the first to the last token below this one."""
        row = self.subtree(token)
        return row[0].start, max(t.end for t in row)

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """Give the tokens that overlap `body[start:end]`."""
        return tuple(t for t in self.tokens if t.start < end and t.end > start)

    def conjuncts(self, token: Token) -> tuple[Token, ...]:
        """Give the token and those joined to it by 'and', 'or' or commas, from itself onwards."""
        found = [token]
        for at in found:
            found += self.children(at, "conj")
        return tuple(sorted(found, key=lambda t: t.index)) if len(found) > 1 else (token,)
