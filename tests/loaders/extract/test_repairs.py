"""Repairs of a parse: whatever the parser gives, every word's way up ends at a root."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bilateral.loaders.article import Article
from bilateral.loaders.extract.pipeline import extract, run_steps
from bilateral.loaders.extract.syntax.repairs import repaired
from bilateral.loaders.extract.syntax.tree import Token
from bilateral.schema.facts import ArticleHead

_WORDS = ("in", ",", "minister", "said", "and", "closed", "Chad", "Berg", "on", "Monday", "talks", "heads", ".")
_TAGS = ("VBD", "VBN", "VBZ", "VB", "NN", "NNS", "NNP", "IN", "CC", ",", "MD")
_POS = ("VERB", "NOUN", "PROPN", "ADP", "ADV", "AUX", "SCONJ")
_DEPS = ("nsubj", "conj", "dobj", "pobj", "ccomp", "amod", "acl", "appos", "compound", "prep", "aux", "npadvmod")
_KINDS = ("", "", "", "official", "state", "date")
_TELLING = "In reply, she shut three ports, declared an emergency in two regions and deported 400 Ghanaian traders."


@st.composite
def _rows(draw: st.DrawFn) -> tuple[Token, ...]:
    """Draw the tokens of a tree: each hangs on one that is nearer to the root."""
    order = draw(st.permutations(range(draw(st.integers(2, 9)))))
    heads = {order[0]: order[0]}
    for at, index in enumerate(order[1:], 1):
        heads[index] = order[draw(st.integers(0, at - 1))]
    row = []
    for index in range(len(order)):
        word = draw(st.sampled_from(_WORDS))
        dep = "ROOT" if heads[index] == index else draw(st.sampled_from(_DEPS))
        pos, tag, kind = (draw(st.sampled_from(names)) for names in (_POS, _TAGS, _KINDS))
        start = index * 10
        row.append(Token(index, start, start + len(word), word, word.lower(), pos, tag, dep, heads[index], kind))
    return tuple(row)


def _to_root(row: tuple[Token, ...], token: Token) -> bool:
    seen: set[int] = set()
    while token.index not in seen:
        if token.is_root:
            return True
        seen.add(token.index)
        token = row[token.head]
    return False


@given(_rows())
def test_every_word_still_hangs_on_a_root(row: tuple[Token, ...]) -> None:
    mended = repaired(row)
    assert [t.index for t in mended] == [t.index for t in row]
    assert all(_to_root(mended, token) for token in mended)


def test_a_verb_of_a_row_is_no_subject_of_the_next() -> None:
    (tree,) = run_steps(Article(ArticleHead("row"), f"{_TELLING} Ghana and Chad disagree.")).trees[:1]
    assert all(_to_root(tree.tokens, token) for token in tree)
    assert next(t for t in tree if t.text == "declared").dep != "nsubj"


def test_such_a_sentence_is_read_to_its_end() -> None:
    assert extract(Article(ArticleHead("row"), f"{_TELLING} Chad condemned Ghana.")).events
