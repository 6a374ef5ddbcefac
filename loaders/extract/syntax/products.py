"""Products of matrices by numpy's own library: the layers that read words in their sentence spend most of their time there.

Input: the loaded model. On a processor with wide registers numpy multiplies about three times as fast as the kernels that the model's
library takes by default. The layers that look at each word alone keep those: their rows are remembered over articles (`knownwords`), and
must not depend, in the last bit, on which words were worked out together. One thread does it: the products of a sentence are small, and
threads that wait for each other take the processor from the other processes of a pool.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

__all__ = ["one_thread", "quicken"]


def quicken(model: Any) -> None:
    """Let every layer behind the embedding multiply with numpy."""
    reading = model.get_pipe("tok2vec").model.layers[1]
    ops = type(reading.ops)(use_blis=False)
    for top in (reading, *(pipe.model for name, pipe in model.pipeline if name != "tok2vec")):
        for layer in top.walk():
            layer.ops = ops


def one_thread() -> AbstractContextManager[Any]:
    """Hold numpy to one thread, as long as the context is open."""
    held: AbstractContextManager[Any] = _controller().limit(limits=1, user_api="blas")
    return held


@cache
def _controller() -> Any:
    """Look once which libraries for products the process has loaded with the model."""
    return ThreadpoolController()
